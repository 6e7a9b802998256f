"""Portuguese, of Europe and of Brazil."""

from __future__ import annotations

from addon.drafting.fold import words
from addon.drafting.tongue import Concept, Tongue, counted

_YOUR = r"(?:seus?|suas?|vossos?|vossas?|teus?|tuas?)"
_MONTHS = "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro"

_CLAIMS = {
    Concept.FUNDING: (
        r"rodada de (?:investimento|financiamento|captacao)|ronda de (?:investimento|financiamento)|captaram|captou"
        r"|captacao|levantaram|levantou (?:capital|fundos|\d+)|capital de risco|entrada em bolsa|aporte|(?:ultima"
        r"|recente) (?:rodada|ronda)\b"
        rf"|{_YOUR} (?:\w+ )?(?:investidores|financiamento)"
    ),
    Concept.ACQUISITION: r"aquisicao|adquiri\w+|compra d[ae]|compraram|comprou|fusao|fundiram|incorporacao",
    Concept.LAYOFF: r"despedi\w+|demiss\w+|demitiram|reestrutura\w+|falencia|insolvencia|recuperacao judicial",
    Concept.LAUNCH: (
        r"lancamento|lancar|lancaram|lancou|lancad\w+|anunci(?:aram|ou)|apresentaram"
        rf"|{_YOUR} nov[oa]s? (?:\w+ )?(?:produto|aplicacao|aplicativo|plataforma|site|app)|nova (?:aplicacao"
        rf"|plataforma)|novo aplicativo"
    ),
    Concept.HIRING: r"(?:estao|esta) (?:\w+ )?(?:a )?(?:contratar|contratando|recrutar|recrutando)"
    r"|vagas? (?:abertas?|de emprego)|vagas?|publicaram um anuncio|anuncio de emprego",
    Concept.EXPANSION: (
        r"expansao|expandi\w+|abriram|abriu|inaugur\w+|abertura d\w|mudaram|nov[oa]s? (?:escritorios?|sede"
        r"|fabrica|armazem|unidade|filial)"
    ),
    Concept.GROWTH: (
        r"cresceu|cresceram|crescido|duplic\w+|dobrou|dobraram|triplic\w+|(?:seu|forte|rapido"
        r"|impressionante) crescimento|ano recorde"
        rf"|(?:metade|um terco|um quarto) d[aeo]s? {_YOUR}"
    ),
    Concept.RESULTS: rf"{_YOUR} (?:receitas?|faturamento|faturacao|lucros?|margens?|vendas) (?:e|sao|esta|tem"
    rf"|subi\w*|ca\w+|ating\w*)",
    Concept.AWARD: r"premios?|premiad\w+|ganharam|ganhou|galard\w+|distinguid\w+|nomead\w+ (?:a|o|como)|eleit\w+"
    r"|reconhecid\w+ (?:como|por)",
    Concept.MEDIA: (
        rf"(?:{_YOUR}|ultimo|ultima|recente) (?:\w+ )?(?:artigos?|publicac\w+|posts?|podcasts?|entrevistas?"
        rf"|palestra|apresentacao|webinar"
        r"|tweets?|blog|perfil|site|newsletter|video|discurso)|no linkedin|na imprensa|nas noticias"
    ),
    Concept.PROMOTION: rf"{_YOUR} (?:\w+ )?(?:promocao|nomeacao)|novo (?:cargo|papel|posto|emprego)|promovid\w+"
    rf"|nomead\w+",
    Concept.LEADERSHIP: r"lider(?:es)?|numero um|pioneir\w+|(?:o|a|os|as) maior(?:es)? \w+|de renome",
    Concept.STRUGGLE: (
        rf"perdem?|sofrem?|(?:{_YOUR} \w+) (?:\w+ )?(?:lutam?|reclamam?|queixam-se|desperdicam?)"
        rf"|tem (?:\w+ )?(?:problemas|dificuldades)"
        r"|desperdicam"
    ),
    Concept.CONTACT: (
        r"(?:meu|minha) (?:ultim[oa]|anterior|primeir[oa]) (?:e-?mail|mensagem)|"
        r"obrigad[oa] pel[ao] (?:nossa |nosso )?(?:conversa|chamada|reuniao|papo)|"
        r"como (?:combinado|acordado|prometido|conversamos|falamos|discutido)|prazer (?:conhece-l[oa]|em conhec\w+"
        r"|falar|conhecer)|(?:nos )?(?:conhecemos|encontramos|reunimos)(?:-nos)? (?:na|no|em)|(?:falamos"
        r"|conversamos) (?:na|no|por|ao|em)|noss[oa] (?:ultim[oa]|anterior|recente) \w+|obrigad[oa] (?:pelo"
        r"|pela) (?:seu|sua) (?:interesse|pedido|mensagem|contacto|contato|chamada|inscricao|encomenda)|(?:me"
        r"|nos) (?:pediu|pediram|solicitou|solicitaram)|(?:pediu|pediram)-(?:me|nos)|descarregou|baixou|assinou"
        rf"|{_YOUR} (?:fatura|encomenda|pedido|assinatura|conta|teste) (?:esta|foi|termina|vence|expira)"
    ),
    Concept.REFERRAL: r"(?:indicou|recomendou|disse|falou|aconselhou)(?:-me|-nos)|deu-(?:me|nos) (?:o|a) (?:seu"
    r"|sua|vosso)|(?:me|nos) (?:recomendou|indicou|sugeriu|disse|deu"
    r"|aconselhou)|recomendou que|por indicacao|por recomendacao|a pedido de",
}
_STEMS = {
    Concept.FUNDING: r"rodada|ronda\b|captac|captou|captar|investi|financia|capital|aporte|bolsa\b|serie [a-h]\b"
    r"|levant",
    Concept.ACQUISITION: r"aquisic|adquir|compr[ao]|fusao|incorpor",
    Concept.LAYOFF: r"despedi|demiss|demiti|reestrut|falencia|insolven|recuperacao jud",
    Concept.LAUNCH: r"lanc|anunci|apresentou|nov[oa] (?:produto|aplic|plataforma)",
    Concept.HIRING: r"contrat(?:a|ar|ando|acao)|recrut|vaga|emprego|procura",
    Concept.EXPANSION: r"expan|abriu|abre\b|abert|inaugur|mudou|nov[oa]s? (?:escritorio|sede|fabrica|armazem"
    r"|unidade|filial)",
    Concept.GROWTH: r"cresc|duplic|dobr|triplic|record|metade|terco|quarto|aument|subi",
    Concept.RESULTS: r"receita|fatur|lucro|margem|margens|vendas",
    Concept.AWARD: r"premi|ganh|galard|distingu|nomead|eleit|reconhec",
    Concept.MEDIA: r"artigo|publicac|post\b|podcast|entrevista|palestra|apresentac|webinar|tweet|blog|perfil"
    r"|newsletter|video|discurso|imprensa",
    Concept.PROMOTION: r"promov|promoc|nomea|novo (?:cargo|papel|posto)",
    Concept.LEADERSHIP: r"lider|numero um|pioneir|maior",
    Concept.STRUGGLE: r"perd|sofr|problema|dificul|atras|lent|desafi|reclam|queix|desperdic",
    Concept.CONTACT: r"conhec|falamos|falou|ligou|liga|reuni|feira\b|pediu|solicit|descarreg|baixou|assin"
    r"|encomend|interess|contrato|fatura|visita|encontr|combinad",
    Concept.REFERRAL: r"recomend|indic|suger|aconselh",
}

TONGUE = Tongue(
    code="pt",
    claims=_CLAIMS,
    stems=_STEMS,
    us=r"nos|noss[oa]s?|\w+[aei]mos|meu|minha|meus|minhas",
    them=rf"{_YOUR}|voce|voces|lhe|lhes|tem|estao|o senhor|a senhora",
    presumed=rf"^(?:ultim[oa]|recente|{_YOUR}|o|a|os|as|nov[oa]s?)\b",
    perceived=r"vi|li|ouvi|soube|reparei|gostei|adorei|visto|lido|impressionou\w*|parabens",
    condition=r"se\b[^,;.]*$",
    modal=(
        r"(?:pode|podem|poderia|poderiam|podemos|quer|querem|para|sem|de|a|ajuda|ajudar|nunca|nao)"
        rf"(?: {_YOUR})?\s*$"
    ),
    praise=r"parabens|felicitacoes|felicito",
    asks=r"diga-me|avise-me|responda|escolher uma hora|escolha|marque|reserve|teria|seria possivel|pode escolher"
    r"|escreva|nao hesite",
    loose=(
        r"decid\w+|pode|podem|poderia\w*|podemos|posso|se|como|teria\w*|gostaria|talvez|provavelmente|certamente"
        r"|espero|obrigad[oa]|permit\w+|ajud\w+|noss\w+|\w+[aei]mos|(?:escrevo|envio|mando)(?:-lhe)?|me|meu|minha"
        r"|mantem|escolh\w+|sabe|qual|que|para|deve|recebe|quer|interessar|com isto"
    ),
    past=r"(?:n?a semana|n?o mes|n?o ano|n?o trimestre|n?o verao) passad[oa]|ontem|anteontem"
    r"|ha (?:\w+ ){1,2}(?:dias?|semanas?|mes(?:es)?|anos?)",
    lately=r"recentemente|ha pouco|ultimamente|acabaram de|acabou de|acabam de",
    months=_MONTHS.replace(" ", "|"),
    month_names=tuple(_MONTHS.split()),
    near=r"(?:segunda|terca|quarta|quinta|sexta)(?:-feira)|sabado|domingo|esta (?:semana|noite)|este (?:mes|ano)"
    r"|(?:na )?(?:proxima semana)",
    talk=r"min|minutos?",
    clock=r"as \d{1,2}(?:[:h]\d{2})?|\d{1,2}:\d{2}|\d{1,2} ?h(?:\d{2})?|\d{1,2} horas?",
    ahead=r"(?:em|dentro de|nos|nas|proxim[oa]s) (?:proxim[oa]s )?(?:\w+|\d+) (?:dias?|semanas?)",
    points=r"(?:\w+ )?(?:coisas?|ideias?|perguntas?|questoes|razoes|motivos?|maneiras?|formas?|linhas?|frases?"
    r"|palavras?|pontos?|exemplos?|opcoes)",
    vague=r"centenas|milhares|dezenas|duzias",
    plain=words(
        """
        eu voce voces nos o a os as um uma uns umas e ou mas se que quem como quando onde por para porque com
        sem em no na nos nas de
        do da dos das ao aos desde ate entre sobre seu sua seus suas meu minha nosso nossa este esta isto esse
        essa isso nao muito
        mais menos ja aqui hoje obrigado obrigada ola bom dia boa tarde pode posso teria lhe me se e sao esta
        estao segunda terca
        quarta quinta sexta sabado domingo segunda-feira terca-feira quarta-feira quinta-feira sexta-feira
        janeiro fevereiro
        marco abril maio junho julho agosto setembro outubro novembro dezembro senhor senhora caro cara talvez basta
        """
    ),
    honorifics=r"senhora?|sr|sra|dr|dra|dona|prof|eng",
    given=r"como|e voce|cargo de|papel de|posto de|nomead[oa]|promovid[oa] a",
    titles=(
        r"diretora?(?:-geral)?|director|presidente|gerente|fundadora?|chefe|responsavel|proprietari[oa]|soci[oa]"
        r"|administradora?|manager|ceo|cto|cfo|coo|cmo|cio"
    ),
    numbers=counted(
        """
        um 1 uma 1 dois 2 duas 2 tres 3 quatro 4 cinco 5 seis 6 sete 7 oito 8 nove 9 dez 10 onze 11 doze 12
        treze 13 catorze 14 quatorze 14 quinze 15 dezasseis 16 dezesseis 16 dezassete 17 dezessete 17
        dezoito 18 dezanove 19 dezenove 19 vinte 20 trinta 30 quarenta 40 cinquenta 50 sessenta 60 setenta
        70 oitenta 80 noventa 90 duzia 12 cem 100 cento 100 duzentos 200 duzentas 200 trezentos 300
        trezentas 300 quatrocentos 400 quinhentos 500 quinhentas 500 seiscentos 600 setecentos 700
        oitocentos 800 novecentos 900 mil 1000 milhao 1000000 milhoes 1000000 bilhao 1000000000 bilhoes
        1000000000
        """
    ),
)
