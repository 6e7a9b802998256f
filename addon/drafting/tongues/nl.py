"""Dutch."""

from __future__ import annotations

from addon.drafting.fold import words
from addon.drafting.tongue import Concept, Tongue, counted

_YOUR = r"(?:uw|jouw|je|jullie)"
_YOU = r"(?:u|jij|je|jullie)"
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"

_CLAIMS = {
    Concept.FUNDING: (
        r"financieringsronde|investeringsronde|kapitaalronde|opgehaald|groeikapitaal|(?:laatste|recente) ronde"
        r"|beursgang|durfkapitaal"
        rf"|{_YOUR} (?:\w+ )?(?:investeerders|financiering)"
    ),
    Concept.ACQUISITION: r"overname|overgenomen|gekocht|kochten|(?:u|jullie) kocht|fusie|gefuseerd|acquisitie",
    Concept.LAYOFF: r"ontslag\w*|reorganisatie|faillissement|failliet|herstructurering",
    Concept.LAUNCH: (
        r"gelanceerd|lancering|aangekondigd|uitgebracht|onthuld|geintroduceerd"
        rf"|{_YOUR} nieuwe? (?:\w+ )?(?:product|app|platform|website)|nieuwe app"
    ),
    Concept.HIRING: rf"{_YOU} (?:\w+ )?(?:zoekt|zoeken|werft)|(?:zoekt|zoeken) (?:u|jullie)|vacatures?"
    rf"|personeelsadvertentie\w*|werving",
    Concept.EXPANSION: (
        r"uitbreiding|uitgebreid|geopend|opening van|verhuisd|overgestapt|nieuwe? (?:kantoor|vestiging|magazijn"
        r"|fabriek|locatie)|uitgebreid naar"
    ),
    Concept.GROWTH: (
        r"gegroeid|groeide|verdubbeld|verdrievoudigd|recordjaar|(?:uw|snelle|indrukwekkende|sterke) groei"
        rf"|(?:de helft|een derde|een kwart) van {_YOUR}"
    ),
    Concept.RESULTS: rf"{_YOUR} (?:omzet|winst|marges?|verkopen) (?:is|zijn|heeft|hebben|steeg|daalde|bedraagt)",
    Concept.AWARD: r"\w*prijs gewonnen|\w*prijs|onderscheid\w+|gewonnen|bekroond|genomineerd|verkozen|uitgeroepen",
    Concept.MEDIA: (
        rf"(?:{_YOUR}|laatste|recente) (?:\w+ )?(?:artikel|bericht|post|podcast|interview|presentatie|lezing"
        rf"|webinar|tweet|blog|profiel|website"
        r"|nieuwsbrief|video|toespraak)|op linkedin|in het nieuws|in de pers"
    ),
    Concept.PROMOTION: rf"{_YOUR} (?:\w+ )?(?:promotie|benoeming)|nieuwe (?:rol|functie|baan)|gepromoveerd"
    rf"|benoemd|aangesteld",
    Concept.LEADERSHIP: r"marktleider\w*|toonaangevend\w*|de grootste \w+|nummer een|koploper\w*|pionier\w*"
    r"|vooraanstaand\w*",
    Concept.STRUGGLE: (
        rf"worstel\w*|{_YOU} (?:\w+ )?(?:verliest|verliezen|lijdt|verspilt)|{_YOUR} \w+ (?:\w+ )?(?:klagen|klaagt"
        rf"|lijdt|lijden|verliez\w+"
        r"|verspil\w+|overbelast)|heeft (?:grote )?problemen"
    ),
    Concept.CONTACT: (
        r"mijn (?:laatste|vorige|eerdere|eerste) (?:mail|e-?mail|bericht|telefoontje)|(?:bedankt|"
        r"dank) voor (?:ons|het) (?:\w+ )?gesprek|"
        r"zoals (?:\w+ )?(?:besproken|afgesproken|beloofd)|(?:leuk|fijn|goed|prettig) (?:om )?(?:u|je"
        r"|jullie) (?:\w+ )?(?:te )?(?:ontmoeten|spreken|zien)|we hebben (?:elkaar )?(?:\w+ )?(?:ontmoet|gesproken)"
        r"|(?:ons|onze) (?:laatste|vorige|eerdere) \w+|(?:bedankt|dank) voor uw (?:interesse|aanvraag|bericht"
        r"|telefoontje|aanmelding|bestelling)"
        rf"|{_YOU} (?:heeft|hebt|hebben) (?:\w+ ){{0,3}}(?:gevraagd|aangevraagd|gedownload|ondertekend|besteld)"
        r"|uw (?:factuur|bestelling|abonnement|account|proefperiode) (?:is|loopt|heeft|verloopt)"
    ),
    Concept.REFERRAL: r"(?:heeft|raadde|gaf|vertelde|tipte) (?:mij|me|ons) (?:\w+ ){0,4}(?:aan|aanbevolen"
    r"|aangeraden|genoemd|naam|verteld|gewezen)|op aanraden van|op aanbeveling|gaf (?:mij|me|ons) (?:uw|je) naam",
}
_STEMS = {
    Concept.FUNDING: r"\w*financier|\w*invest|\w*kapitaal|opgehaald|beursgang|serie [a-h]\b|ronde\b",
    Concept.ACQUISITION: r"overnam|overgenom|gekocht|fusie|gefuseerd|acquisitie",
    Concept.LAYOFF: r"ontslag|reorganis|failli|herstruct",
    Concept.LAUNCH: r"lancer|gelanceerd|aangekond|uitgebracht|introduc|nieuwe? (?:product|app|platform)",
    Concept.HIRING: r"zoekt|zoeken|werft|werving|vacature|aannemen|neemt (?:\w+ )?aan",
    Concept.EXPANSION: r"uitbreid|geopend|opent|opening|verhui|overgestapt|nieuwe? (?:kantoor|vestiging|magazijn"
    r"|fabriek|locatie)",
    Concept.GROWTH: r"groei|gegroeid|verdubb|verdrie|record|helft|derde|kwart|toename",
    Concept.RESULTS: r"omzet|winst|marge|verkopen",
    Concept.AWARD: r"\w*prijs\b|onderscheid|gewonnen|bekroond|genomineerd|verkozen|uitgeroepen",
    Concept.MEDIA: r"artikel|bericht|post\b|podcast|interview|presentat|lezing|webinar|tweet|blog|profiel"
    r"|nieuwsbrief|video|toespraak|pers\b",
    Concept.PROMOTION: r"promotie|benoem|nieuwe (?:rol|functie|baan)|gepromo|aangesteld",
    Concept.LEADERSHIP: r"marktleid|toonaangev|grootste|nummer een|koploper|pionier",
    Concept.STRUGGLE: r"worstel|verlie|lijd|probleem|problemen|vertrag|te laat|traag|uitdag|klag|klaag|overbelast"
    r"|verspil",
    Concept.CONTACT: r"ontmoet|gesproken|gebeld|gesprek|beurs\b|gevraagd|aanvra|gedownload|onderteken|bestel"
    r"|interesse|contract|factuur|bezoek|besproken",
    Concept.REFERRAL: r"aanbevol|aangerad|aanrad|genoemd|gewezen|verwezen",
}

TONGUE = Tongue(
    code="nl",
    claims=_CLAIMS,
    stems=_STEMS,
    us=r"wij|we|ons|onze|mijn",
    them=r"u|uw|jij|je|jouw|jullie",
    presumed=rf"^(?:laatste|recente|{_YOUR}|de|het|nieuwe?)\b",
    perceived=r"gezien|gelezen|gehoord|las|zag|vernomen|gemerkt|vond|gefeliciteerd|viel me op|onder de indruk",
    condition=r"(?:als|indien|of|wanneer)\b[^,;.]*$",
    modal=(r"(?:kan|kunt|kunnen|zou|zouden|wil|wilt|willen|te|zonder|niet|nooit|helpt|helpen)(?: (?:u|uw))?\s*$"),
    praise=r"gefeliciteerd|felicitaties|proficiat|chapeau",
    asks=r"laat (?:me|mij|het) (?:\w+ )?weten|antwoord gerust|moment kiezen|kies een|boek een|heeft u|schikt"
    r"|zou u|schrijf (?:mij|me|gerust)",
    loose=(
        r"beslis\w*|kan|kunt|kunnen|zou|zouden|zoudt|misschien|wellicht|vast|waarschijnlijk|als|indien|of|hoe|wat"
        r"|hoop\w*|graag|mag|dank\w*|bedankt|wij|we|ons|onze|mij|me|mijn|ik (?:schrijf|stuur|vraag)|houdt|hoeft"
        r"|kies\w*|krijgt|weet|wilt|zonder|voor u|bent welkom"
    ),
    past=r"(?:vorige|afgelopen) (?:week|maand|jaar|kwartaal|zomer|winter)|vorig jaar|gisteren|eergisteren"
    r"|(?:\w+ )(?:dagen|weken|maanden|jaar|jaren) geleden",
    lately=r"onlangs|recent|recentelijk|kort geleden|zojuist",
    months=_MONTHS.replace(" ", "|"),
    month_names=tuple(_MONTHS.split()),
    near=r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|vanavond|(?:deze|volgende|komende) (?:week|maand)",
    talk=r"min|minuten|minuut|minuutjes",
    clock=r"\d{1,2}(?:[:.]\d{2})? uur|\d{1,2}:\d{2}",
    ahead=r"(?:in|binnen|komende|volgende) (?:de )?(?:komende )?(?:\w+|\d+) (?:dagen|weken)",
    points=r"(?:\w+ )?(?:dingen|ideeen|vragen|redenen|manieren|regels|zinnen|woorden|punten|voorbeelden|opties)",
    vague=r"honderden|duizenden|tientallen|miljoenen",
    plain=words(
        """
        ik u uw wij we ons onze jij je jouw jullie hij zij ze het de een en of maar want als dat die dit deze
        wie wat waar wanneer
        waarom hoe welke in op aan bij met zonder voor van naar uit over om te tot na sinds er hier nu dan ook
        nog niet geen meer
        minder zeer heel alle alles mag kan kunt zou heeft hebt bent is zijn was schikt bedankt dank hallo
        beste geachte goedemorgen
        goedendag misschien maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart
        april mei juni juli
        augustus september oktober november december ja nee zoals mijn
        """
    ),
    honorifics=r"mevrouw|meneer|mevr|dhr|dr|prof|ir|drs",
    given=r"als|bent|rol als|rol van|functie van|benoemd tot|gepromoveerd tot",
    titles=(
        r"\w*directeur|\w*directrice|\w*manager|\w*leider|hoofd|oprichter|eigenaar|bestuurder|voorzitter|partner"
        r"|inkoper|ceo|cto|cfo|coo|cmo|cio"
    ),
    numbers=counted(
        """
        een 1 twee 2 drie 3 vier 4 vijf 5 zes 6 zeven 7 acht 8 negen 9 tien 10 elf 11 twaalf 12 dertien 13
        veertien 14 vijftien 15 zestien 16 zeventien 17 achttien 18 negentien 19 twintig 20 dertig 30
        veertig 40 vijftig 50 zestig 60 zeventig 70 tachtig 80 negentig 90 dozijn 12 honderd 100 duizend
        1000 miljoen 1000000 miljard 1000000000
        """
    ),
)
