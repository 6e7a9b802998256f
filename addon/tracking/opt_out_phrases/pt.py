"""How opt-outs are worded in Portuguese."""

from __future__ import annotations

ASKS = """
    (descadastr*/descadastramento/desinscrev*/desinscri*/cancelar (minha/a minha/a) (inscricao/subscricao/
    assinatura)/cancele (minha/a minha) (inscricao/subscricao)/anular a subscricao/anular subscricao/dessubscrever/
    desubscrever); (remov*/retir*/exclu*/tir*/apag*/elimin*/delet*/descadastr*) [o/a/os/as] (me/nos/meu/meus/minha/
    minhas/nosso*/nossa*/este/esse/esta/todos) .. (lista*/base*/dados/email*/e mail*/endereco*/contato*/contacto*/
    mailing*/cadastro*/registo*/banco/mail/correio/sistema*/divulgacao); (remova/retire/exclua/tire/remover/retirar/
    excluir/tirem/removam/retirem/excluam/apaguem/apague/eliminem/elimine) [me/nos/por favor] (me/nos/meu*/minha*/
    da/de/o meu/os meus/a minha); (me/nos) (remov*/retirem/retire/retirar/exclu*/tirem/tirar/descadastr*/eliminem);
    nao (me/nos) (envie*/mande*/escreva*/contate*/contacte*/incomode*/perturbe*/volte*/voltem a/torne* a); nao
    (quero/queremos/desejo/desejamos/pretendo/pretendemos/gostaria/autorizo/volte*/voltem/tornem/torne) .. (envi*/
    mandem/mandar*/escrev*/ser contat*/ser contact*/a contact*/receb*/incomod*/mais email*/mais e mail*/mais
    mensag*/emails/e mails/mensagens); (nao (envie*/mande*/escreva*/contate*/contacte*/incomode*/perturbe*)) [me/
    nos] [mais/nada/nunca]; (chega/basta/pare*/parem/cess*/deixe*/deixem) [ja/por favor/imediatamente] (de/com) [me/
    nos] (envi*/mand*/escrev*/contat*/contact*/incomod*/email*/e mail*/mensag*/spam/estes/esses/encher/perturb*/
    chatear); (pare/parem) (por favor/imediatamente/ja); sem mais (email*/e mail*/mensag*/contat*/contact*);
    (nenhum/nada de/nem mais um) (email*/e mail*/mensag*/contato*/contacto*/outro e mail/outra mensagem); mais
    nenhum* (email*/e mail*/mensag*/contact*); (deixe*/deixem/deixa) (me/nos) (em paz/sossegad*/em sossego);
    (direito (ao esquecimento/de oposicao/ao apagamento/de eliminacao)); (oponho me/me oponho/opomo nos/oposicao) ..
    (tratamento/dados/marketing/uso); (retiro/revogo) .. consentimento; (nunca/nao) .. (dei (consentimento/
    autorizacao/permissao)/autorizei/consenti/me (inscrevi/cadastrei)/inscrevi me/subscrevi/dei o meu consentimento/
    solicitei); (lgpd/rgpd) .. (exclu*/elimin*/apag*/denunc*/queix*/direito*/reclam*/remo*); (procon/anpd/cnpd/(meu/
    minha/nosso/nossos) advogad*/medidas (legais/judiciais)/acao judicial/denunciar*/processar voces); (exclusao/
    eliminacao/remocao/apagamento) (de/dos/do/da) (meu*/minha*/nosso*/todos os meus); (email*/e mail*/mensag*) (nao
    solicitad*/indesejad*/nao autorizad*); (isto e spam/isso e spam/como spam/e puro spam); (bloque*/bloqui*)
    (voces/seu/vosso/este remetente/esse remetente/o remetente); ser (removid*/retirad*/excluid*/descadastrad*/
    eliminad*/apagad*); nao (desejo/quero/pretendo/gostaria) .. (ser/de ser) (contat*/contact*/incomodad*); (parem/
    pare/parar/chega/cessem) (com/de) (isto/isso/emails/e mails/mensagens/spam); nao (mandem/mande/envie*/enviem)
    [me/nos] mais; nunca mais me (escrev*/envi*/contact*/contat*/mand*)
"""

NOT_ASKED = """
    nao (me/nos) (remov*/retir*/exclu*/descadastr*/tir*); (clientes/usuarios/utilizadores/assinantes/contatos/
    contactos) .. (descadastr*/remov*/exclu*/cancel*); nao .. (antes de/ate) .. (#/janeiro/fevereiro/marco/abril/
    maio/junho/julho/agosto/setembro/outubro/novembro/dezembro/final/fim/o proximo); lista de (ligac*/chamadas); nao
    (recebi/recebemos) ..; (por email/por e mail/o e mail) .. (melhor/bem/prefiro/tudo bem); nao me (apaguem/apague/
    eliminem); (advogad*) .. (escritorio/contrato/analis*/rever); se (nao deseja/deseja/nao quiser/quiser/nao quer)
    .. .. (receber/cancelar/remov*/descadastr*); (clique/clicar) .. .. (cancelar/descadastr*/aqui/zzlink);
    (descadastr*/cancelar) .. .. (clique/zzlink)
"""
