"""Italian."""

from __future__ import annotations

from addon.drafting.fold import words
from addon.drafting.tongue import Concept, Tongue, counted

_YOUR = r"(?:(?:il|la|i|le|del|della|dei|delle|al|alla) )?(?:suo|sua|suoi|sue|vostr[oaie]|tuo|tua|tuoi|tue)"
_MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"

_CLAIMS = {
    Concept.FUNDING: (
        r"round di (?:finanziamento|investimento)|raccolto (?:\w+ )?(?:\d+|fondi|capitali|milioni|\w+ milioni)"
        r"|aumento di capitale"
        rf"|{_YOUR} (?:\w+ )?(?:investitori|finanziamento|finanziatori)|(?:ultimo|recente) round"
        rf"|quotazione in borsa|capitale di rischio"
    ),
    Concept.ACQUISITION: r"acquisizione|acquisit\w+|acquistat\w+|comprat\w+|rilevat\w+|fusione|fus[io] con"
    r"|incorporazione",
    Concept.LAYOFF: r"licenzia\w+|ristruttura\w+|fallimento|fallit\w+|cassa integrazione|esuberi",
    Concept.LAUNCH: (
        r"lancio (?:del|della|di)|lanciat\w+|presentat\w+|annunciat\w+|rilasciat\w+"
        rf"|{_YOUR} nuov[oaie] (?:\w+ )?(?:prodotto|app|piattaforma|sito)|nuova (?:app|piattaforma)"
    ),
    Concept.HIRING: r"(?:state|stanno|sta) (?:\w+ )?(?:assumendo|cercando|reclutando)|offert[ae] di lavoro"
    r"|posizioni aperte|annunci\w* di lavoro|pubblicato un annuncio",
    Concept.EXPANSION: (
        r"espansione|espandendo|apert[oaie] (?:un|una|il|la|nuov\w+)|apertura (?:di|del|della)|inaugurat\w+"
        r"|trasferit\w+|nuov[oaie] (?:sed[ei]|uffici\w*|stabiliment\w+|magazzin\w+|filial[ei])"
    ),
    Concept.GROWTH: (
        r"cresciut\w+|(?:e|sono) (?:\w+ )?(?:raddoppiat|triplicat)\w+|raddoppiat\w+|triplicat\w+"
        r"|(?:vostra|sua|rapida|forte|notevole) crescita|anno record|la meta (?:dei|delle) vostr\w+"
    ),
    Concept.RESULTS: rf"{_YOUR} (?:fatturato|ricavi|utili|utile|margini|vendite) (?:e|sono|ha|hanno|supera\w*"
    rf"|cala\w*|scend\w*)",
    Concept.AWARD: r"premi[oa]?|premiat\w+|riconosciment\w+|(?:avete|ha) vinto|nominat\w+ (?:miglior|tra)|elett\w+",
    Concept.MEDIA: (
        rf"(?:{_YOUR}|ultimo|ultima|recente) (?:\w+ )?(?:articol[oi]|post|podcast|intervist[ae]|intervento"
        rf"|webinar|tweet|blog|profilo|sito"
        r"|newsletter|video|discorso|pubblicazion[ei])|su linkedin|sulla stampa|nelle notizie"
    ),
    Concept.PROMOTION: rf"(?:{_YOUR}|la) (?:\w+ )?(?:promozione|nomina)|nuovo (?:ruolo|incarico|posto)|promoss\w+"
    rf"|nominat[oa]\b",
    Concept.LEADERSHIP: r"leader|numero uno|pionier\w+|(?:il|la|le|i) (?:piu grand[ei]|maggior[ei]) \w+|di fama",
    Concept.STRUGGLE: (
        rf"perdet?e|perdono|fatica\w*|(?:{_YOUR} \w+) (?:\w+ )?(?:soffr\w+|perd\w+|si lament\w+|lott\w+)|soffrite"
        rf"|sprecate|sprecano"
        r"|avete (?:\w+ )?(?:problemi|difficolta)"
    ),
    Concept.CONTACT: (
        r"(?:mia|mio) (?:ultim[ao]|precedente|prim[ao]) (?:mail|e-?mail|messaggio)|"
        r"grazie per la (?:nostra )?(?:\w+ )?(?:chiacchierata|telefonata|conversazione)|"
        r"come (?:concordato|promesso|discusso|d'accordo|detto|anticipato|da accordi)|piacere (?:conoscer\w+"
        r"|incontrar\w+|parlar\w+|sentir\w+)|ci siamo (?:\w+ )?(?:incontrat\w+|conosciut\w+|parlat\w+|sentit\w+"
        r"|vist\w+)|(?:nostro|nostra) (?:ultim[oa]|precedente|recente) \w+"
        rf"|grazie per {_YOUR} (?:interesse|richiesta|messaggio|chiamata|iscrizione|ordine)"
        r"|(?:ci|mi) (?:ha|avete) (?:chiesto|richiesto|contattato)|ha (?:scaricato|firmato|ordinato)"
        rf"|{_YOUR} (?:fattura|ordine|abbonamento|account|prova) (?:e|sta|scade|ha)"
    ),
    Concept.REFERRAL: r"mi ha (?:\w+ )?(?:consigliat\w+|dato (?:il|la|i) (?:suo|sua|vostr\w+|tuo)|detto|parlato"
    r"|suggerit\w+|raccomandat\w+|indicat\w+)|su consiglio di|per conto di|raccomandat\w+ da",
}
_STEMS = {
    Concept.FUNDING: r"round\b|raccolt|finanziam|finanziat|investi|capital|borsa\b|serie [a-h]\b|fondi\b",
    Concept.ACQUISITION: r"acqui[sz]|rilevat|fusione|fusi con|incorpor",
    Concept.LAYOFF: r"licenzi|ristruttur|fallim|fallit|cassa integr|esuber",
    Concept.LAUNCH: r"lanci|presentat|annunci|rilasci|nuov[oa] (?:prodotto|app|piattaforma)",
    Concept.HIRING: r"assum|assunz|cerca|reclut|posizioni aperte|offerta di lavoro|annunci",
    Concept.EXPANSION: r"espan|apert|apre\b|aprono|inaugur|trasfer|nuov[oaie] (?:sede|uffici|stabil|magazz|filial)",
    Concept.GROWTH: r"cresc|raddopp|triplic|record|meta\b|terzo|quarto|aument",
    Concept.RESULTS: r"fatturato|ricav|util[ei]\b|margin|vendite",
    Concept.AWARD: r"premi[oa]?\b|premiat|riconosc|vint|vinc|nominat|elett[oa]\b",
    Concept.MEDIA: r"articol|post\b|podcast|intervist|intervento|webinar|tweet|blog|profilo|newsletter|video"
    r"|discorso|pubblicaz|stampa",
    Concept.PROMOTION: r"promoss|promoz|nomina|nuovo (?:ruolo|incarico)",
    Concept.LEADERSHIP: r"leader|numero uno|pionier|piu grand|maggior",
    Concept.STRUGGLE: r"perd|fatic|soffr|problem|difficol|ritard|lent[oaie]\b|sfid|lament|sprec",
    Concept.CONTACT: r"incontrat|conosciut|parlat|chiamat|riunione|fiera\b|chiest|richiest|scaric|firmat|ordin"
    r"|interess|contratt|fattura|visita|concordat",
    Concept.REFERRAL: r"consigli|suggerit|raccomand|indicat",
}

TONGUE = Tongue(
    code="it",
    claims=_CLAIMS,
    stems=_STEMS,
    us=r"noi|nostr[oaie]|\w+iamo|ci|mio|mia|miei|mie",
    them=r"lei|suo|sua|suoi|sue|voi|vostr[oaie]|avete|siete|state|vi|tu|tuo|tua",
    presumed=rf"^(?:ultim[oa]|recente|{_YOUR}|il|la|i|le|lo|nuov[oaie])\b",
    perceived=r"visto|letto|sentito|saputo|notato|piaciut\w+|colpit\w+|complimenti|congratulazioni",
    condition=r"se\b[^,;.]*$",
    modal=(
        r"(?:puo|possono|potete|potrebbe|potreste|vuole|volete|per|senza|di|a|aiuta|aiutare|mai|non)"
        r"(?: (?:il|la|i|le|vostr[oaie]|suo|sua))?\s*$"
    ),
    praise=r"complimenti|congratulazioni",
    asks=r"mi (?:dica|faccia sapere)|fatemi sapere|rispond[ae]|scegliere un orario|scelga|prenoti|avrebbe"
    r"|le andrebbe|puo scegliere|scriva|non esiti",
    loose=(
        r"decid\w+|sara|saranno|puo|possono|potete|potreb\w+|potreste|posso|se|come|avrebbe|andrebbe|piacerebbe"
        r"|forse|probabilmente|sicuramente|spero|grazie|permett\w+|aiut\w+|nostr\w+|\w+iamo|le (?:scrivo|invio"
        r"|mando|interess\w+)|mi|mio|mia|mantien\w+|scelg\w+|sa|che cosa|quale|per|ricever\w+|ricevet?e|con questo"
        r"|deve|vuole|immagino"
    ),
    past=r"(?:la settimana|il mese|l'anno|il trimestre|l'estate) scors[oa]|scors[oa] (?:settimana|mese|anno)|ieri"
    r"|(?:\w+ ){1,2}(?:giorni|settimane?|mesi|anni|anno) fa",
    lately=r"recentemente|di recente|ultimamente|da poco|appena",
    months=_MONTHS.replace(" ", "|"),
    month_names=tuple(_MONTHS.split()),
    near=r"lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|stasera|questa settimana|questo mese"
    r"|(?:la )?prossima settimana",
    talk=r"min|minuti?",
    clock=r"alle \d{1,2}(?:[:.]\d{2})?|\d{1,2}:\d{2}|ore \d{1,2}",
    ahead=r"(?:in|entro|nei|nelle|tra|fra|prossim[ei]) (?:prossim[ei] )?(?:\w+|\d+) (?:giorni|settimane)",
    points=r"(?:\w+ )?(?:cose|cosa|idee|domande|domanda|ragioni|motivi|modi|righe|frasi|parole|punti|esempi|opzioni)",
    vague=r"centinaia|migliaia|decine|dozzine",
    plain=words(
        """
        io lei suo sua suoi sue voi vostro vostra vostri vostre noi nostro nostra tu il lo la i gli le un uno
        una e ed o ma se che
        chi come quando dove perche con senza in di del della dei delle da dal dalla al alla a su per tra fra
        questo questa
        questi queste quello c non piu meno molto gia qui oggi grazie buongiorno salve puo posso avrebbe le la
        mi ci si vi
        essere ha ho sono lunedi martedi mercoledi giovedi venerdi sabato domenica gennaio febbraio marzo
        aprile maggio
        giugno luglio agosto settembre ottobre novembre dicembre signora signor gentile egregio cordiali saluti
        forse basta
        """
    ),
    honorifics=r"signora?|sig|sig\.ra|dott|dottor|dottoressa|dr|ing|avv|prof",
    given=r"come|lei e|ruolo di|posizione di|incarico di|nominat[oa]|promoss[oa] a",
    titles=(
        r"direttore|direttrice|presidente|amministratore|amministratrice|fondatore|fondatrice|responsabile|capo"
        r"|titolare|soci[oa]|dirigente|manager|ceo|cto|cfo|coo|cmo|cio"
    ),
    numbers=counted(
        """
        un 1 una 1 uno 1 due 2 tre 3 quattro 4 cinque 5 sette 7 otto 8 nove 9 dieci 10 undici 11 dodici 12
        tredici 13 quattordici 14 quindici 15 sedici 16 diciassette 17 diciotto 18 diciannove 19 venti 20
        vent 20 trenta 30 trent 30 quaranta 40 quarant 40 cinquanta 50 cinquant 50 sessanta 60 sessant 60
        settanta 70 settant 70 ottanta 80 ottant 80 novanta 90 novant 90 dozzina 12 decina 10 centinaio 100
        cento 100 mille 1000 mila 1000 milione 1000000 milioni 1000000 miliardo 1000000000 miliardi
        1000000000
        """
    ),
)
