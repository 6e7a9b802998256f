"""Country names and codes as people write them in sheets."""

from __future__ import annotations

from functools import cache

from addon.lib.text import fold

_NAMES = """
AD AND Andorra|Andorre
AE ARE United Arab Emirates|UAE|Emirates|Vereinigte Arabische Emirate|Émirats arabes unis|Emiratos Árabes Unidos
AL ALB Albania|Albanien|Albanie|Albânia|Albanië|Shqipëria
AR ARG Argentina|Argentinien|Argentine|Argentinië|アルゼンチン
AT AUT Austria|Österreich|Oesterreich|Autriche|Áustria|Oostenrijk|オーストリア
AU AUS Australia|Australien|Australie|Austrália|Australië|オーストラリア
AZ AZE Azerbaijan|Aserbaidschan|Azerbaïdjan
BA BIH Bosnia and Herzegovina|Bosnien und Herzegowina|Bosnie-Herzégovine|Bosnia y Herzegovina|Bosna i Hercegovina
BD BGD Bangladesh|Bangladesch
BE BEL Belgium|Belgien|Belgique|Bélgica|Belgio|België|ベルギー
BG BGR Bulgaria|Bulgarien|Bulgarie|Bulgarije|България
BH BHR Bahrain|Bahreïn|Baréin
BO BOL Bolivia|Bolivien|Bolivie|Bolívia
BR BRA Brazil|Brasil|Brasilien|Brésil|Brasile|Brazilië|ブラジル
BY BLR Belarus|Weißrussland|Biélorussie|Bielorussia|Wit-Rusland|Беларусь
CA CAN Canada|Kanada|Canadá|カナダ
CH CHE Switzerland|Schweiz|Suisse|Suiza|Suíça|Svizzera|Zwitserland|スイス
CL CHL Chile|Chili|Cile
CN CHN China|PR China|People's Republic of China|Chine|Cina|中国|中國
CO COL Colombia|Kolumbien|Colombie|Colômbia
CR CRI Costa Rica
CY CYP Cyprus|Zypern|Chypre|Chipre|Cipro
CZ CZE Czech Republic|Czechia|Tschechien|République tchèque|Tchéquie|República Checa|Chequia|Repubblica Ceca|Tsjechië|Česko
DE DEU Germany|Deutschland|Allemagne|Alemania|Alemanha|Germania|Duitsland|ドイツ|BRD
DK DNK Denmark|Dänemark|Danemark|Dinamarca|Danimarca|Denemarken|Danmark|デンマーク
DO DOM Dominican Republic|Dominikanische Republik|République dominicaine|República Dominicana
DZ DZA Algeria|Algerien|Algérie|Argelia|Argélia|Algerije
EC ECU Ecuador|Équateur|Equador
EE EST Estonia|Estland|Estonie|Eesti
EG EGY Egypt|Ägypten|Égypte|Egipto|Egito|Egitto|Egypte
ES ESP Spain|Spanien|Espagne|España|Espanha|Spagna|Spanje|スペイン
FI FIN Finland|Finnland|Finlande|Finlandia|Finlândia|Suomi|フィンランド
FR FRA France|Frankreich|Francia|França|Frankrijk|フランス
GB GBR United Kingdom|UK|U.K.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Vereinigtes Königreich|Großbritannien|Royaume-Uni|Reino Unido|Regno Unito|Verenigd Koninkrijk|イギリス|英国
GE GEO Georgia|Georgien|Géorgie|Geórgia
GH GHA Ghana
GR GRC Greece|Griechenland|Grèce|Grecia|Grécia|Griekenland|Ελλάδα
GT GTM Guatemala
HK HKG Hong Kong|Hongkong|香港
HR HRV Croatia|Kroatien|Croatie|Croacia|Croazia|Kroatië|Hrvatska
HU HUN Hungary|Ungarn|Hongrie|Hungría|Hungria|Ungheria|Hongarije|Magyarország
ID IDN Indonesia|Indonesien|Indonésie|Indonésia|Indonesië|インドネシア
IE IRL Ireland|Irland|Irlande|Irlanda|Ierland|Éire|アイルランド
IL ISR Israel|Israël|Israele|イスラエル
IN IND India|Indien|Inde|Índia|インド
IS ISL Iceland|Island|Islande|Islandia|Islanda|IJsland
IT ITA Italy|Italien|Italie|Italia|Itália|Italië|イタリア
JO JOR Jordan|Jordanien|Jordanie|Jordania|Giordania
JP JPN Japan|Japon|Japón|Japão|Giappone|日本|日本国
KE KEN Kenya|Kenia|Quênia
KR KOR South Korea|Korea|Republic of Korea|Südkorea|Corée du Sud|Corea del Sur|Coreia do Sul|Corea del Sud|Zuid-Korea|韓国|대한민국|한국
KW KWT Kuwait|Koweït
KZ KAZ Kazakhstan|Kasachstan|Kazajistán|Казахстан
LB LBN Lebanon|Libanon|Liban|Líbano|Libano
LI LIE Liechtenstein
LK LKA Sri Lanka
LT LTU Lithuania|Litauen|Lituanie|Lituania|Litouwen|Lietuva
LU LUX Luxembourg|Luxemburg|Luxemburgo|Lussemburgo
LV LVA Latvia|Lettland|Lettonie|Letonia|Lettonia|Letland|Latvija
MA MAR Morocco|Marokko|Maroc|Marruecos|Marrocos|Marocco
MC MCO Monaco|Mónaco
MD MDA Moldova|Moldawien|Moldavie|Moldavia
ME MNE Montenegro|Monténégro
MK MKD North Macedonia|Nordmazedonien|Macédoine du Nord|Macedonia
MT MLT Malta|Malte
MU MUS Mauritius|Maurice|Mauricio
MX MEX Mexico|Mexiko|Mexique|México|Messico|メキシコ
MY MYS Malaysia|Malaisie|Malasia|Maleisië|マレーシア
NG NGA Nigeria|Nigéria
NL NLD Netherlands|The Netherlands|Holland|Niederlande|Pays-Bas|Países Bajos|Países Baixos|Paesi Bassi|Olanda|Nederland|オランダ
NO NOR Norway|Norwegen|Norvège|Noruega|Norvegia|Noorwegen|Norge|ノルウェー
NZ NZL New Zealand|Neuseeland|Nouvelle-Zélande|Nueva Zelanda|Nova Zelândia|Nuova Zelanda|Nieuw-Zeeland
OM OMN Oman|Omán
PA PAN Panama|Panamá
PE PER Peru|Perú|Pérou
PH PHL Philippines|Philippinen|Filipinas|Filippine|Filipijnen|フィリピン
PK PAK Pakistan|Pakistán
PL POL Poland|Polen|Pologne|Polonia|Polônia|Polska|ポーランド
PR PRI Puerto Rico
PT PRT Portugal|Portogallo|ポルトガル
PY PRY Paraguay|Paraguai
QA QAT Qatar|Katar|Catar
RO ROU Romania|Rumänien|Roumanie|Rumania|Romênia|Roemenië|România
RS SRB Serbia|Serbien|Serbie|Servië|Srbija
RU RUS Russia|Russian Federation|Russland|Russie|Rusia|Rússia|Rusland|Россия|ロシア
SA SAU Saudi Arabia|KSA|Saudi-Arabien|Arabie saoudite|Arabia Saudita|Arábia Saudita|Saoedi-Arabië
SE SWE Sweden|Schweden|Suède|Suecia|Suécia|Svezia|Zweden|Sverige|スウェーデン
SG SGP Singapore|Singapur|Singapour|シンガポール
SI SVN Slovenia|Slowenien|Slovénie|Eslovenia|Slovenië|Slovenija
SK SVK Slovakia|Slowakei|Slovaquie|Eslovaquia|Slovacchia|Slowakije|Slovensko
SM SMR San Marino|Saint-Marin
SN SEN Senegal|Sénégal
TH THA Thailand|Thaïlande|Tailandia|Tailândia|Thailandia|タイ
TN TUN Tunisia|Tunesien|Tunisie|Túnez|Tunísia|Tunesië
TR TUR Turkey|Türkiye|Türkei|Turquie|Turquía|Turquia|Turchia|Turkije|トルコ
TW TWN Taiwan|Taïwan|Taiwán|台湾|台灣
UA UKR Ukraine|Ucrania|Ucrânia|Ucraina|Oekraïne|Україна
US USA United States|United States of America|U.S.|U.S.A.|America|Vereinigte Staaten|États-Unis|Estados Unidos|EE. UU.|EUA|Stati Uniti|Verenigde Staten|アメリカ|米国|アメリカ合衆国
UY URY Uruguay|Uruguai
VE VEN Venezuela
VN VNM Vietnam|Viet Nam|Viêt Nam|ベトナム
ZA ZAF South Africa|Südafrika|Afrique du Sud|Sudáfrica|África do Sul|Sudafrica|Zuid-Afrika
"""  # noqa: E501 - one country a line
"""ISO 3166-1 codes and the names in the languages the add-on reads: the countries most leads come from, not all."""


def country_code(text: str) -> str | None:
    """Return the two-letter code (ISO 3166-1) of a country's name or code, None if it is not known."""
    return _codes().get(fold(text[:60])) if text else None


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _NAMES.strip().splitlines():
        code, longer, names = line.split(" ", 2)
        for name in (code, longer, *names.split("|")):
            found.setdefault(fold(name), code)
    return found
