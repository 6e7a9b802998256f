"""What answers say in Portuguese."""

from __future__ import annotations

SIGNS = """
    eu você vocês nós o a os as um uma de do da dos das e é não que em para por com seu sua nosso nossa nos me
    obrigado obrigada olá bom dia boa tarde mas estamos estou somos sou temos tenho mais muito ao à como quando
    este esta isso já se no na ou cumprimentos atenciosamente prezado abraço favor
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (envi*/mand*/encaminh*/pass*/partilh*/compartilh*/receber/remet*) [me/nos/por favor/então] .. (informaç*/
            info/infos/proposta/orçamento/catálogo/brochura/preços/tabela/detalhes/material*/apresentação/exemplo*/
            amostra*/ documentação/cotação/referências/link/mais/caso*/folheto); (me/nos) (interess*/interessaria);
            interessa (me/nos); (estou/estamos/estaria/estaríamos/fiquei/ficámos/ficamos) [muito/bastante/realmente]
            interessad*; (saber/conhecer/receber/ouvir/entender) mais; (parece/soa/achei/achamos/é) [me/nos] [muito/
            bastante/bem] (interessante*/bem/bom/promissor*/útil/ótimo); (exatamente/justamente/mesmo) o que; (testar/
            experimentar/um teste/teste grátis/ uma demo/piloto/período de teste); (próximo* passo*/como avançamos/
            como prosseguimos/como seguimos)
        """,
        3: """
            (procurando/procura/procuramos/buscando/buscamos/à procura) ..; (curios*/com interesse/temos interesse/
            tenho interesse/gostaria/gostaríamos/adoraria/boa altura/bom momento/com certeza/porque não/por que não/
            pode mandar/pode enviar/vamos em frente/claro que sim/faz sentido); (mais) (informaç*/detalhes/info)
        """,
        2: "interessante*; interesse",
    },
    "wants_date": {
        4: """
            (marcar/marcamos/marque/agendar/agendamos/agende/combinar/combinamos/fazer/fazemos/ter/propor/proponho/
            reservar) .. (reunião/chamada/conversa/call/ligação/videochamada/data/demo/visita/horário/hora/café/
            videoconferência); (podemos/podíamos/poderíamos/pode/poderia) .. (falar/conversar/ligar*/reunir*/
            encontrar*/passar/vir) ..; (ligue*/ligar*/liga*/telefon*/contact*/me liga) [me/nos] .. (segunda/terça/
            quarta/quinta/sexta/amanhã/às/depois das/a partir/ entre/semana/tarde/manhã); (segunda/terça/quarta/
            quinta/sexta/amanhã) .. (às/à tarde/de manhã/pela manhã/tarde/manhã/funciona/pode ser/dá/está bem/
            perfeito/disponível/livre/consigo/feira); (quando/a que horas/que dia*/qual horário/que horas) .. (falar/
            disponí*/conversar/reunir/ligar/pode*/posso/encontrar); (estou/estarei/estamos/tenho) (disponív*/livre/
            agenda/disponibilidade) ..; (disponibilidade/convite/link do meet/link do teams/link do zoom/link da
            reunião); (dá me jeito/dá jeito/fica bem/fica melhor/funciona para/melhor para mim); (passe/passem/venha/
            venham) (cá/por cá/aqui/no/ao)
        """,
        3: """
            (reunião/videochamada/chamada/call/ligação); (segunda feira/terça feira/quarta feira/quinta feira/sexta
            feira); (próxima semana/semana que vem/esta semana/semana seguinte); às #*; # (minutos/min); meia hora
        """,
        2: "(agenda/calendário)",
    },
    "question": {
        3: """
            (quanto/quantos/quantas/como/qual/quais/o que/que/onde/por que/porque/porquê/quem/têm/tem/oferecem/
            incluem/inclui/é possível/pode se/podem/pode/funciona/há/existe/vocês/fazem/trabalham/são/está/é/atende*/
            serve/precisa*/de onde) .. ?; (quanto custa/como funciona/qual a diferença/qual o preço/qual o valor)
        """,
        2: """
            (dúvida/dúvidas/pergunta/questão/questões); antes de (decidir/avançar/seguir/mais); (esclarec*/explic*/não
            ficou claro/saber se)
        """,
    },
    "objection": {
        4: """
            (muito/demasiado/bastante/tão/um pouco) (car*/elevad*/alt*/complicad*/complex*/arriscad*/pesad*); (caro
            demais/alto demais/caros demais); (não/sem/nem) [há/temos/tenho/existe] [o/mais] (orçamento/verba/budget);
            (orçamento/verba) .. (apertad*/esgotad*/limitad*/fechad*/não); (já) (temos/tenho/trabalhamos/usamos/
            utilizamos/contamos/estamos/somos atendid*/fazemos); (satisfeit*/content*/felizes) com ..; (não me
            convence*/não nos convence*/não estou convencid*/não vejo/não vemos/cétic*/cetic*/receio/duvido/dúvidas
            sobre/desconfi*/preocup*/reservas); (má experiência/más experiências/experiência ruim/já tentamos/já
            tentámos/já testamos/já testámos/já experimentámos/experiência negativa); (contrato/fidelização/
            fidelidade) .. (até/vigente/vigor/presos/assinado); (internamente/desenvolvemos/equipa própria/equipe
            própria)
        """,
        3: """
            (caro/cara/mais barat*/concorren*/desconto/metade/fora do orçamento/preço .. alto/pesado no); (rgpd/lgpd/
            segurança/dados/nuvem) .. (problema/preocup*/não pod*/não permit*); (mudar/mudança/migrar/trocar/migração)
            .. (custo*/trabalho/caro/esforço); (não compensa/não vale a pena)
        """,
    },
    "not_now": {
        2: """
            (em/depois de/até/após/no) [the/der/den/dem/late/early/mid] (janeiro/fevereiro/março/abril/maio/junho/
            julho/agosto/setembro/outubro/novembro/dezembro)
        """,
        4: """
            (agora/por agora/por enquanto/de momento/no momento/neste momento/atualmente/este ano/este trimestre/nesse
            momento/por ora) .. (não/nada/outras); não .. (agora/por agora/por enquanto/de momento/no momento/neste
            momento/este ano/ainda/prioridade/antes de/até/este trimestre/é o momento/boa altura); (volte*/contact*/
            escrev*/fal*/ligu*/retom*/procur*/tent*/entre em contato/entre em contacto/lembr*/cham*) .. (em janeiro/em
            fevereiro/em março/em abril/em maio/em junho/em julho/em agosto/em setembro/em outubro/em novembro/ em
            dezembro/no próximo/para o ano/ano que vem/no outono/na primavera/depois/daqui a/dentro de/mais tarde/mais
            à frente/mais para a frente/após/a partir de/no fim/no início/no segundo/mais adiante/semestre/trimestre);
            (próximo ano/ano que vem/próximo trimestre/próximo semestre/para o ano); (mais tarde/mais para a frente/
            mais à frente/em outra ocasião/noutra altura/em outro momento/futuramente); (mau momento/má altura/não é o
            melhor momento/não é boa altura/momento ruim); (congelad*/adiad*/suspens*/em pausa/em espera/parad*)
        """,
        3: """
            (muito ocupad*/atolad*/sobrecarregad*/sem tempo/em plena/em pleno/correria/outras prioridades); (depois/
            até/após/só em) .. (verão/férias/carnaval/páscoa/natal/janeiro/fevereiro/março/abril/maio/junho/julho/
            agosto/setembro/outubro/novembro/dezembro); (guardo/guardamos/manter em mente)
        """,
    },
    "not_interested": {
        4: """
            (não/nem/nenhum) [temos/tenho/há/estamos/estou/nos/me/é/vejo] [mais/de] (interess*/necessi*/precis*/para
            nós/relevante/quer*/adequad*/pretend*/faz sentido); nenhum interesse; sem interesse; (não obrigad*/não
            muito obrigad*/obrigad* mas não/mas não obrigad*/agradeço mas/agradecemos mas); (não) (precisamos/preciso/
            queremos/quero/pretendemos/vamos); (recus*/declin*/dispens*); (decidimos/optamos/optámos) ..
        """,
        3: """
            não .; (não é para nós/perda de tempo/passo/deixa pra lá/spam/propaganda/boa sorte/encerr* a*/fechámos/
            fechamos a empresa)
        """,
    },
    "wrong_person": {
        4: """
            não [sou/é/trato/me] .. (pessoa certa/pessoa indicada/pessoa correta/a pessoa/responsável/encarregad*/
            minha área/meu departamento/meu setor/comigo/quem decide/quem trata/quem cuida/quem/contacto certo/contato
            certo); (pessoa/endereço/departamento/empresa/e mail/contato/contacto/destinatári*) (errad*/incorret*);
            (enganou*/engano/se confundiu); (contact*/contat*/fal*/escrev*/dirij*/procur*/envi*/entre em contato/entre
            em contacto/pergunt*/tent*/deve*) [se/com/diretamente/ por favor] .. (com o/com a/com meu/com minha/com
            nosso/com nossa/o meu/a minha/meu colega/minha colega/ao/à/zzmail/o nosso/a nossa/para/departamento);
            (encaminhei/encaminho/reencaminh*/passei/vou encaminhar/repassei/remeti) .. (para/ao/à/e mail/mensagem/
            colega); (meu/minha/nosso/nossa) (colega/chefe/gerente/diretor*/responsável/sucessor*/sócio) ..; (trata
            disso/cuida disso/é responsável/responsável por/trata deste*/trata desse*/cuida dessa*/cuida deste*/
            decide/quem cuida/quem trata) ..; (já não/não) .. (trabalh* mais/mais na empresa/mais aqui/trabalha aqui/
            na empresa/trabalho na); (reformad*/aposentad*/saí da/saiu da/mudei de)
        """,
        3: "(em cópia/em cc/colega/matriz/sede/confus*); (apenas/só) (estagiári*/assistente)",
    },
    "opt_out": {
        4: """
            (sair/retirar) [me] (dessa/desta/da/dessas) .. lista*; (descadastr*/cancelar inscrição/cancelar
            subscrição/remover inscrição/desinscrev*/descadastramento/ cancelem a subscrição); (remov*/retir*/exclu*/
            apag*/elimin*/tir*) [me/nos/por favor] .. (lista*/base/ dados/e mail/email/contacto*/contato*/endereço/
            mailing/cadastro/registos); (par*/deix*/cess*) de (enviar*/ mandar*/escrever*/contactar*/contatar*/me/nos/
            incomodar*); (não) (quero/queremos/desejo/desejamos/ pretendo/pretendemos/gostaria) .. (receber/mais
            mensagens/mais e mails/ ser contactad*/ser contatad*); (não) (me/nos/volte*) .. (escrev*/envi*/contact*/
            contat*/mand*/incomod*) .. (mais/nunca/novamente/de novo); (chega de) ..; (remoção/exclusão/eliminação) ..
            (dados/lista*/e mail/contato*/contacto*/base); (rgpd/lgpd) .. (elimin*/apag*/exclu*/remo*/oposição);
            (denúnci*/queixa/reclamação/denunci*) .. (cnpd/anpd/ procon/spam); (direito ao apagamento/direito de
            oposição); (sair da lista/sair desta lista/fora da lista)
        """,
    },
    "away": {
        4: """
            (fora do escritório/ausente/de férias/em férias/licença/em viagem/resposta automática/mensagem automática/
            de baixa/baixa médica/em formação/fora da empresa); (regresso*/retorno/regressarei/retornarei/voltarei/
            volto/estarei de volta/no meu regresso/no meu retorno/quando regressar) ..; (acesso limitado/sem acesso/
            acesso reduzido/acesso restrito) ..; (em caso de urgência/assuntos urgentes/urgências/em caso de
            emergência/se for urgente)
        """,
        3: "(fechad* até/encerrad* até/minha ausência)",
    },
    "bounce": {
        4: """
            (não entregue/não foi entregue/não pôde ser entregue/não foi possível entregar/não pode ser entregue/falha
            na entrega/falha de entrega/erro de entrega/entrega falhou/devolvida ao remetente/mensagem devolvida/não
            foi possível a entrega/não pôde ser enviada); (caixa/endereço/destinatário/usuário/utilizador/conta) ..
            (chei*/não existe/inexistente/desconhecid*/não encontrad*/não foi encontrad*/desativad*/rejeitad*/
            inválid*/quota/cota/lotada); (mailer daemon/postmaster/mail delivery/user unknown/5 1 1/5 2 2/4 2 2/5 7 1)
        """,
    },
    "positive": {
        1: "(obrigado/obrigada/ótimo/ótima/perfeito/excelente/prazer/gostei/interessante/legal)",
    },
    "negative": {
        1: "(infelizmente/spam/chega/abus*/denúnci*/incomod*/péssim*/vergonha/ilegal)",
    },
    "negator": {
        1: "(não/nem/nunca/nenhum/nenhuma/sem)",
    },
    "but": {
        1: "(mas/porém/contudo/no entanto/todavia)",
    },
    "harmless": {
        1: """
            se (você/não) [não] (é/for) .. destinatári*; por que não; porque não; sem problema*; não só; não hesite;
            se não
        """,
    },
}
