"""German. Its nouns have capitals, so a capital alone names nobody."""

from __future__ import annotations

from addon.drafting.fold import words
from addon.drafting.tongue import Concept, Tongue, counted

_YOU = r"(?:sie|ihr|ihre|ihrer|ihren|ihrem|ihres|dein|deine|deiner|deinen|euer|eure|eurer|euren)"
_MONTHS = "januar februar marz april mai juni juli august september oktober november dezember"
_DAY = r"(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?"

_CLAIMS = {
    Concept.FUNDING: (
        r"finanzierungsrunden?|kapitalrunden?|kapitalerhohung|eingesammelt|eingeworben|borsengang"
        rf"|{_YOU} (?:\w+ ){{0,2}}(?:investoren|geldgeber|finanzierung|kapitalgeber)|(?:letzte"
        rf"|jungste)\w* (?:\w+ )?runde|risikokapital|investitionsrunde"
    ),
    Concept.ACQUISITION: r"ubernahme (?:von|durch|der|des)|ubernommen|aufgekauft|geschluckt|gekauft|erworben"
    r"|fusion|fusioniert|zusammenschluss|zukauf|akquisition",
    Concept.LAYOFF: r"entlass\w+|stellenabbau|insolven\w+|umstrukturier\w+|kurzarbeit|pleite",
    Concept.LAUNCH: (
        r"auf den markt gebracht|markteinfuhrung|vorgestellt|angekundigt|veroffentlicht|gelauncht|eingefuhrt"
        rf"|{_YOU} neue\w* (?:\w+ )?(?:produkt\w*|app|plattform|software|angebot|website|webseite)"
        r"|neue\w* (?:app|plattform)"
    ),
    Concept.HIRING: (
        rf"{_YOU} (?:\w+ ){{0,3}}(?:suchen|sucht|einstellen|stellen \w+ ein|offenen? stellen?)|stellenanzeigen?"
        r"|stellenausschreibung\w*|ausgeschrieben|stelle (?:ausgeschrieben|offen)|offene\w* stellen|rekrutier\w+"
    ),
    Concept.EXPANSION: (
        r"expandier\w+|expansion|eroffn\w+|neue\w* (?:standort\w*|filiale\w*|buro\w*|werk\w*|lager\w*"
        r"|niederlassung\w*)|umgezogen|umzug|umgestiegen|markteintritt"
    ),
    Concept.GROWTH: (
        r"gewachsen|wuchs|verdoppelt|verdreifacht|rekordjahr|rekordumsatz"
        r"|(?:ihr|euer|dein|rasantes?|starkes?|beeindruckendes?|schnelles?) (?:\w+ )?wachstum"
        r"|(?:wachst|wachsen) (?:\w+ )?(?:schnell|rasant|stark)|(?:halfte|ein drittel|ein viertel) ihrer"
    ),
    Concept.RESULTS: r"ihr(?:e|en)? (?:umsatz|umsatze|gewinn|gewinne|marge|margen) (?:ist|sind|hat|haben|liegt"
    r"|stieg|sank)",
    Concept.AWARD: r"\w*auszeichnung\w*|ausgezeichnet(?= worden| wurde|[.,!]|$)|pramiert|gewonnen|\w+preis(?:es"
    r"|trager)?|nominiert|gekurt|zum besten|bester arbeitgeber",
    Concept.MEDIA: (
        r"(?:ihr|ihre|ihren|ihrem|ihrer|dein|deinen|letzten?|neuesten?) (?:\w+ )?"
        r"(?:artikel|beitrag|post|vortrag|interview|podcast|blog\w*|profil|webseite|website|homepage|newsletter"
        r"|pressemitteilung|video|webinar)|auf (?:ihrer webseite|linkedin|xing)|auf dem (?:titel|cover)"
        r"|wie (?:die|der|das) \w+ berichtet\w*|in der presse|in den nachrichten"
    ),
    Concept.PROMOTION: r"beforder(?:t|ung)|neue\w* (?:rolle|position|stelle|aufgabe) (?:als|bei)|neue rolle"
    r"|ernannt|berufen|amtsantritt|jobwechsel",
    Concept.LEADERSHIP: r"marktfuhrer\w*|marktfuhrend\w*|fuhrende[rsnm]? (?:\w+ )?(?:anbieter|unternehmen"
    r"|hersteller|\w+)|branchenprimus|weltweit groesste|grosste[rsnm]? (?:\w+ )?(?:anbieter|unternehmen|hersteller)"
    r"|nummer eins|pionier\w*",
    Concept.STRUGGLE: (
        rf"{_YOU} (?:\w+ ){{0,3}}(?:kampf\w+|verlier\w+|leid(?:et|en)|verschwend\w+|unzufrieden|uberlastet|frustriert"
        r"|scheitern|beschwer\w+|schwer tun|klagen|klagt)|haben (?:grosse )?probleme|stillstand"
    ),
    Concept.CONTACT: (
        r"mein(?:e[rn]?)? (?:letzte[rn]?|vorige[rn]?|fruhere[rn]?|erste[rn]?) (?:e-?mail|mail|nachricht|"
        r"schreiben|anruf)|ich fasse nach|danke fur (?:unser|das|den) (?:\w+ )?(?:gesprach|telefonat|"
        r"austausch|chat)|"
        r"(?:wie|wir) (?:\w+ )?(?:telefonisch |gestern |letzte woche )?(?:besprochen|vereinbart|versprochen"
        r"|angekundigt)|wir (?:haben )?(?:uns )?(?:\w+ ){0,3}(?:getroffen|gesprochen|kennengelernt|unterhalten"
        r"|telefoniert)|kennenzulernen|(?:schon|nett|gut|freude),? sie (?:\w+ ){0,4}(?:treffen|getroffen|gesprochen"
        r"|zu sprechen)|(?:unser|unserem|unserer|unseres|unseren) (?:letzte[nrsm]? |vorige[nrsm]? "
        r"|gestrige[nrsm]? )(?:gesprach\w*|telefonat\w*|treffens?|termins?|e-?mails?)|dank fur (?:ihr interesse"
        r"|ihre (?:anfrage|nachricht|antwort|anmeldung|e-?mail)|ihren anruf|das gesprach)|sie (?:haben"
        r"|hatten) (?:\w+ ){0,4}(?:angefragt|angefordert|gebeten|heruntergeladen|unterschrieben|bestellt|zugesagt"
        r"|abonniert|gefragt|besucht)|ihr\w* (?:rechnung|bestellung|testphase|konto|abo|abonnement) (?:ist|wurde"
        r"|hat)"
    ),
    Concept.REFERRAL: (
        r"(?:hat|haben|hatte) (?:mir|uns|sie mir|mich) (?:\w+ ){0,4}"
        r"(?:empfohlen|genannt|gesagt|erzahlt|geraten|verwiesen|vorgeschlagen)|(?:sagte|meinte"
        r"|erwahnte),? (?:dass )?(?:sie|ihr)|auf empfehlung|empfohlen (?:von|durch)"
    ),
}
_STEMS = {
    Concept.FUNDING: r"\w*finanzier|\w*kapital|eingesammelt|borsengang|\w*invest|geldgeber|serie [a-h]\b|\w*runde\b",
    Concept.ACQUISITION: r"ubernahm|ubernomm|gekauft|kauf|erworb|fusion|zusammenschluss|zukauf|akquisition",
    Concept.LAYOFF: r"entlass|stellenabbau|insolven|umstruktur|kurzarbeit|pleite",
    Concept.LAUNCH: r"markteinf|auf den markt|vorgestell|angekund|veroffentl|launch|eingefuhrt|neue[sr]? (?:app"
    r"|produkt)",
    Concept.HIRING: r"sucht\b|suchen\b|einstell|stellt (?:\w+ )?ein|\w*stellen\b|\w*stellenanzeig|\w*ausschreib"
    r"|rekrut|bewerb",
    Concept.EXPANSION: r"expan|eroffn|neue[rsn]? (?:standort|filiale|buro|werk|lager|niederlass)|umzug|umgezogen"
    r"|umstieg|umgestieg|markteintritt",
    Concept.GROWTH: r"\w*wachs|wuchs|gewachs|verdopp|verdreif|rekord|halfte|drittel|viertel|steiger",
    Concept.RESULTS: r"\w*umsatz|\w*gewinn|\w*marge|ertrag",
    Concept.AWARD: r"\w*auszeichn|ausgezeichn|pramier|gewonn|\w+preis\b|nominier|gekurt|award",
    Concept.MEDIA: r"\w*artikel|\w*beitrag|post\b|vortrag|interview|podcast|blog|profil|\w*webseite|newsletter"
    r"|\w*presse|video|webinar",
    Concept.PROMOTION: r"beforder|neue (?:rolle|position|stelle)|ernannt|berufen|seit \d|jobwechsel",
    Concept.LEADERSHIP: r"\w*fuhr(?:er|end)|grosst|nummer eins|pionier",
    Concept.STRUGGLE: r"kampf|verlier|verlust|leid|\w*problem|unzufried|uberlast|frust|beschwer|klag|schwierig"
    r"|verspat|langsam|herausforder",
    Concept.CONTACT: r"getroff|gesproch|telefon|kennengelern|treffen|messe\b|\w*gesprach|besproch|anfrag|anfrage"
    r"|angefragt|bestell|heruntergelad|besuch|interesse|\w*vertrag|rechnung",
    Concept.REFERRAL: r"empf[eo]hl|genannt|geraten|verwies|empfehl",
}

_NOUNS = (
    "ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tat|taten|nis|nisse|ment|mente|enz|anz|ik"
    "|ismus|ling"
    "|zeit|zeiten|arbeit|tag|tage|tagen|woche|wochen|monat|monate|monaten|jahr|jahre|jahren|jahres|stunde|stunden"
    "|minute|minuten|uhr|morgen|abend|vormittag|nachmittag|mittag|quartal|termin|termine|terminen|anruf|gesprach"
    "|gespraches|gesprachs|telefonat|treffen|mail|mails|nachricht|nachrichten|antwort|antworten|frage|fragen|zeile"
    "|zeilen|satz|satze|satzen|wort|worte|worten|punkt|punkte|punkten|thema|themen|idee|ideen|grund|grunde|grunden"
    "|beispiel|beispiele|beispielen|hinweis|hinweise|kollege|kollegen|kollegin|kolleginnen|team|teams|abteilung|firma"
    "|firmen|betrieb|betriebe|betrieben|unternehmen|kunde|kunden|fahrer|fahrern|mitarbeiter|mitarbeitern"
    "|mitarbeitende|mitarbeitenden|mensch|menschen|person|personen|leute|disponent|disponenten|disposition|leiter"
    "|leiterin|partner|partnern|partnerin|anbieter|anbietern|software|system|systeme|systemen|losung|tool|tools|daten"
    "|tabelle|tabellen|liste|listen|plan|plane|planen|tour|touren|route|routen|strecke|strecken|kilometer|kilometern"
    "|weg|wege|lager|fuhrpark|flotte|fahrzeug|fahrzeuge|fahrzeugen|lkw|kraftstoff|aufwand|kosten|preis|preise|geld"
    "|umsatz|gewinn|markt|markte|bereich|bereiche|branche|logistik|lieferung|lieferungen|auftrag|auftrage|auftragen"
    "|prozess|prozesse|prozessen|ablauf|ablaufe|ablaufen|alltag|betrieb|video|videos|link|kalender|hand|blick|stelle"
    "|stellen|seite|seiten|ende|anfang|mitte|teil|teile|fall|falle|problem|probleme|problemen|vorteil|vorteile|nutzen"
    "|interesse|bedarf|erfahrung|wunsch|wunsche|ziel|ziele|zielen|erfolg|ergebnis|qualitat|sicherheit|rolle|aufgabe"
    "|aufgaben|verantwortung|dank|mut|spass|freude|gluck|not|nein|ja|nerven|druck|stress|ruhe|fehler|fehlern|dinge"
    "|dingen|sache|sachen|art|weise|moment|augenblick|vorschlag|vorschlage|angebot|angebote|angeboten|produkt"
    "|produkte"
    "|notiz|notizen|ansprechpartner|ansprechpartnerin|zahl|zahlen|prozent|euro|beste|besten|gute|guten|neue|neues"
    "|neuen"
    "|papier|knopf|druckknopf|vormittage|nachmittage|abende|kopf|auge|augen|welt|land|stadt|region|raum|platz"
    "|verkehr|stau|kraft|krafte|fachkrafte|mangel|wachstum|gruss|grusse|grussen|wochenende|lange|nahe|hilfe|kunst"
)

TONGUE = Tongue(
    code="de",
    claims=_CLAIMS,
    stems=_STEMS,
    us=r"wir|uns|unser|unsere|unserer|unseren|unserem|unseres|mein|meine|meinem|meinen",
    them=rf"{_YOU}|ihnen|du|dich|dir|euch",
    they=r"(?<=[\w,] )(?:sie|ihr|ihre|ihrer|ihren|ihrem|ihres|ihnen)\b",
    presumed=rf"^(?:letzte\w*|jungste\w*|{_YOU}|die|der|das|zur|zum|neue\w*)\b",
    perceived=r"gesehen|gelesen|gehort|erfahren|bemerkt|gefallen|verfolgt|beeindruck\w+|gluckwunsch",
    condition=r"(?:wenn|falls|ob|sofern|sobald)\b[^,;.]*$",
    modal=(
        r"(?:konnen|kann|konnte|konnten|wurde|wurden|mochte|mochten|will|wollen|zu|ohne|nicht|nie|hilft|helfen)"
        r"(?: (?:sie|ihnen|ihr|ihre))?\s*$"
    ),
    praise=r"\w*gluckwunsche?|gratulier\w*|gratulation|hut ab|respekt fur|chapeau",
    asks=r"lassen sie (?:uns|mich)|melden sie sich|antworten sie|finden sie hier|wahlen sie|suchen sie sich"
    r"|buchen sie|geben sie (?:mir|uns)|passt ihnen|hatten sie|schreiben sie",
    loose=(
        r"niemand|fragen|vorschlag|entscheid\w+|kurzes|konn\w*|kann|wurd\w*|hatten|waren|vielleicht|moglicherweise"
        r"|wahrscheinlich|vermutlich|sicher(?:lich)?|bestimmt|wohl|wenn|falls|sofern|ob|sobald|wie|was|hoff\w*"
        r"|gern\w*|darf\w*|mocht\w*|moch\w*|danke?|freu\w*|bitte|ohne|mit (?:uns|unserer|unserem|ihr)|unser\w*|wir"
        r"|mir|mich|ich (?:schreib|frag|schick|send|weiss nicht|nehme an)\w*|behalten|brauchen|bekommen|entscheiden"
        r"|wissen (?:am besten|selbst)|wunsch\w*|sollten?|lassen|willkommen"
    ),
    past=(
        r"(?:letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?) (?:woche|monat|jahr|quartal|sommer|winter|fruhjahr"
        r"|herbst|tag\w*"
        r"|wochen|monate\w*|jahre\w*)|gestern|vorgestern|vor (?:\w+ )?(?:tagen|wochen|monaten|jahren|kurzem)"
    ),
    lately=r"kurzlich|neulich|jungst|vor kurzem|soeben",
    months=_MONTHS.replace(" ", "|"),
    month_names=tuple(_MONTHS.split()),
    near=rf"{_DAY}|heute abend|(?:diese[nrs]?|nachste[nrs]?|kommende[nrs]?) (?:woche|monat|jahr|quartal)",
    talk=r"min|minuten?|minutige\w*",
    clock=r"\d{1,2}(?:[:.]\d{2})? uhr|\d{1,2}:\d{2}",
    ahead=r"(?:in|innerhalb|nachsten|kommenden) (?:der |den )?(?:nachsten |kommenden )?(?:\w+|\d+) (?:tagen?"
    r"|wochen?)",
    points=r"(?:\w+ )?(?:dinge?n?|ideen?|fragen?|grunde?n?|wege?n?|zeilen?|satze?n?|worten?|punkte?n?|beispielen?)",
    vague=r"hunderte\w*|tausende\w*|millionen|milliarden|dutzende\w*",
    plain=words(
        """
        sie ihr ihre ihrer ihren ihrem ihres ihnen ich wir du der die das den dem des ein eine einen einem einer eines
        es er und oder aber denn doch wenn falls ob weil da dass damit als wie was wer wo wann warum welche welcher
        welches in im an am auf aus bei beim mit nach seit von vom zu zum zur vor fur durch ohne um gegen uber unter
        bis hier dort heute morgen gestern jetzt nun dann danach so sehr auch nur noch schon kein keine nicht nichts
        mein meine unser unsere unserer unseren dieser diese dieses jeder jede jedes alle alles viele manche mehr
        weniger vielleicht gerne gern danke bitte ja nein hatten waren konnen konnte konnten durfte darf passt haben
        sind ist war hat wird werden mochten sollen soll am ende montag dienstag mittwoch donnerstag freitag samstag
        sonntag januar februar marz april mai juni juli august september oktober november dezember deutsch englisch
        gmbh ag kg hallo guten tag liebe lieber sehr geehrte geehrter
        """
    ),
    nouns=_NOUNS,
    honorifics=r"herrn?|frau|dr|prof|doktor|professor",
    given=r"als|sind sie|rolle als|arbeit als|position als|position der|position des|zum|zur",
    titles=(
        r"\w*geschaftsfuhrer(?:in)?|\w*leiter(?:in)?|vorstand\w*|prokurist(?:in)?|inhaber(?:in)?|grunder(?:in)?"
        r"|direktor(?:in)?"
        r"|\w*chef(?:in)?|manager(?:in)?|ceo|cto|cfo|coo|cmo|cio|einkaufer(?:in)?|referent(?:in)?|\w*beauftragte[rn]?"
    ),
    numbers=counted(
        """
        eine 1 einen 1 ein 1 zwei 2 drei 3 vier 4 funf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11 zwolf
        12 dreizehn 13 vierzehn 14 funfzehn 15 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19 zwanzig 20
        dreissig 30 vierzig 40 funfzig 50 sechzig 60 siebzig 70 achtzig 80 neunzig 90 dutzend 12 hundert 100
        tausend 1000 million 1000000 millionen 1000000 milliarde 1000000000 milliarden 1000000000
        """
    ),
)
