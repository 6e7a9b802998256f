"""What people write over their columns.

English, German, French, Spanish, Portuguese, Italian, Dutch and Japanese, and the commonest words of Chinese, Korean,
Russian, Polish, Swedish, Danish and Norwegian.

Written from general knowledge of the languages and of what CRMs export. A phrase is a whole header, or what is left of
one without its qualifiers; phrases are separated by ``|``. A header that is no phrase means nothing to us, which is how
``Email Status``, ``Company owner`` and ``Last contacted`` are left alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from addon.leads.model import Field

FIRST_CHOICE: Mapping[Field, str] = {
    Field.EMAIL: """
        email | e mail | email address | e mail address | email id | mail | mail address | email addr | email contact
        | e mail adresse | email adresse | mailadresse | emailadresse | mail adresse | elektronische adresse
        | adresse email | adresse e mail | adresse mail | adresse electronique | courriel | adresse courriel | correo
        | correo electronico | direccion de correo | direccion de correo electronico | direccion email
        | endereco de email | endereco de e mail | endereco email | correio eletronico | correio electronico
        | indirizzo email | indirizzo e mail | indirizzo mail | posta elettronica | indirizzo di posta elettronica
        | e mailadres | emailadres | mailadres | email adres | e mail adres | メール | メールアドレス | eメール
        | email アドレス | eメールアドレス | 担当者メールアドレス | 電子メール | 邮箱 | 电子邮箱 | 电子邮件
        | 邮箱地址 | 이메일 | 이메일 주소 | 전자우편 | электронная почта | почта | эл почта | e post | epost
        | e postadress | epostadress | e mailadresse | mailadress | e post adresse | e mailadressen | adres e mail
        | adres email | adres mailowy | адрес электронной почты | имейл | e mail адрес | емейл | 邮件 | 邮件地址
        | 邮箱 地址 | 電子郵件 | 電郵 | 電子郵件地址 | 信箱 | 工作邮箱 | 联系邮箱 | 이메일주소 | 메일 | 메일주소
        | メアド | メルアド | ご連絡先メールアドレス | 連絡先メールアドレス | 会社メールアドレス
        | 勤務先メールアドレス | mail pro | mail professionnel | email professionnel | adresse de messagerie
        | adresse electronique professionnelle | adresse mel | mel | correo e | correo elec | direccion correo
        | direccion de e mail | dir email | casella email | casella di posta | casella mail | recapito email
        | recapito e mail | indirizzo posta elettronica | emailaddress | mailaddress | smtp address
        | primary smtp address | primary email address | contact e mail id | mail id | eml | mailadr | email adr
        | e mail adr | mail adr""",
    Field.FIRST_NAME: """
        first name | firstname | given name | givenname | forename | fname | christian name | vorname | rufname
        | prenom | prenoms | nombre de pila | primer nombre | nombres | primeiro nome | prenome | nome proprio
        | nome di battesimo | voornaam | roepnaam | 名 | 名前 名 | ファーストネーム | 下の名前 | 이름 | имя
        | 名前 ファースト | 名称 名 | fornavn | fornamn | forename s | imie | tilltalsnamn | имя контакта | 이름 명
        | first nm | f name | firstnm | vname | vorn | voorn | voorletters en naam | nombre propio | nome de batismo
        | nome di persona | prenom contact | given names | given | given name s | ファーストネーム 名""",
    Field.LAST_NAME: """
        last name | lastname | surname | family name | familyname | lname | second name | nachname | familienname
        | zuname | nom de famille | patronyme | nom famille | apellido | apellidos | primer apellido | sobrenome
        | apelido | ultimo nome | cognome | achternaam | familienaam | 姓 | 名字 | 苗字 | 名前 姓 | ラストネーム | 성
        | фамилия | efternavn | efternamn | etternavn | nazwisko | фамилия контакта | 성씨 | 家族名 | nachn | nname
        | l name | last nm | lastnm | 2nd name | geslachtsnaam | cognome referente | segundo apellido
        | apellido paterno | apellidos contacto | apelidos | nome de familia | sobre nome | nome de famille""",
    Field.FULL_NAME: """
        full name | fullname | deal contact person | deal contact | name | contact name | contact full name
        | person name | lead name | prospect name | customer name | client name | contact person | name of contact
        | first and last name | first last name | display name | first name last name | attendee name
        | name of the contact | vollstandiger name | vor und nachname | vorname nachname | ansprechpartner
        | ansprechpartnerin | ansprechperson | kontaktperson | name des ansprechpartners | kontaktname | nom complet
        | nom et prenom | nom prenom | prenom nom | prenom et nom | nom du contact | personne de contact
        | nombre completo | nombre y apellido | nombre y apellidos | nombre apellidos | persona de contacto
        | nombre del contacto | nombre de contacto | apellidos y nombre | nome completo | nome e sobrenome
        | nome do contato | nome do contacto | pessoa de contato | nome e cognome | nome cognome | cognome e nome
        | nominativo | referente | persona di contatto | volledige naam | contactpersoon | naam contactpersoon
        | contactnaam | voor en achternaam | 氏名 | 名前 | お名前 | ご担当者名 | 担当者名 | 担当者 | ご担当者
        | ご担当者様名 | 担当者氏名 | フルネーム | 姓名 | 联系人 | 联系人姓名 | 담당자 | 담당자명 | 성명 | фио
        | полное имя | контактное лицо | fulde navn | fullstandigt namn | kontaktperson navn | namn kontaktperson
        | imie i nazwisko | osoba kontaktowa | контактное имя | имя и фамилия | имя фамилия | фамилия имя | ф и о
        | фио контакта | 聯絡人 | 联系人名称 | 客户姓名 | 名称 姓名 | 담당자 이름 | 담당자 성명 | 고객명 | 이름 성
        | 성함 | お客様名 | 顧客名 | 顧客氏名 | ご氏名 | ご芳名 | 連絡先氏名 | 宛名 | 代表者名 | 担当者名 氏名
        | 氏名 漢字 | name of person | name of lead | lead full name | full contact name | poc | point of contact
        | poc name | kontaktperson name | ansprechpartner name | name vorname | vorname und nachname
        | nachname vorname | voornaam en achternaam | naam contact | naam klant | aanspreekpunt | interlocuteur
        | nom de l interlocuteur | nom prenom du contact | nom et prenoms | identite | persona contacto
        | contacto principal nombre | nombres y apellidos | interlocutor | nome do cliente | nome do lead
        | nome contato | nome contacto | nome do responsavel | nome referente | nome contatto | cognome nome
        | nome completo referente | interlocutore | nome del contatto | nome del referente
        | nome e cognome referente""",
    Field.TITLE: """
        title | job title | jobtitle | job | position | job position | designation | contact title | jobtitel
        | berufsbezeichnung | funktion | stellenbezeichnung | stelle | berufsbezeichnung titel
        | position im unternehmen | funktionsbezeichnung | fonction | poste | intitule du poste | intitule de poste
        | titre du poste | titre de poste | cargo | puesto | puesto de trabajo | posicion | titulo del puesto
        | titulo de cargo | funcao | cargo funcao | ruolo | posizione | qualifica | mansione | titolo di lavoro
        | ruolo aziendale | posizione lavorativa | functie | functietitel | functienaam | functieomschrijving | 役職
        | 肩書 | 肩書き | 役職名 | 职位 | 职务 | 직책 | 직위 | 직함 | должность | current title | current position
        | current job title | title position | position title | titel functie | stilling | stillingsbetegnelse
        | befattning | yrkestitel | yrke | titel befattning | jobbtitel | jobtitel stilling | stanowisko | zawod
        | позиция | должность контакта | 职称 | 岗位 | 職稱 | 職位 | 職務 | 직급 | 직무 | 직책 직급 | 役職 肩書
        | お役職 | ご役職 | 職種 | 職位 役職 | titre poste | titre professionnel | fonction titre | metier
        | fonction dans l entreprise | intitule de fonction | puesto actual | puesto cargo | cargo puesto
        | cargo en la empresa | funcion | denominacion del puesto | cargo atual | cargo na empresa | posicao
        | funcao cargo | incarico | figura professionale | carica | profilo professionale | ruolo in azienda
        | titolo professionale | functie titel | functiebenaming | beroep | rol in organisatie | stellung | tatigkeit
        | dienststellung | position titel | amtsbezeichnung | job tit | job ttl | jobtitle position""",
    Field.COMPANY: """
        company | company name | deal organization | deal organisation | companyname | organization | organisation
        | organization name | organisation name | account name | business name | employer | firm | firm name
        | company organization | corporation | name of company | employer name | legal name | company legal name
        | org | org name | account company | firma | firmenname | unternehmen | unternehmensname | betrieb
        | firmenbezeichnung | gesellschaft | arbeitgeber | name des unternehmens | name der firma | entreprise
        | societe | nom de l entreprise | nom entreprise | nom de la societe | nom societe | raison sociale
        | organisme | nom de l organisation | employeur | etablissement | empresa | nombre de la empresa
        | nombre de empresa | nombre empresa | compania | razon social | organizacion | nome da empresa
        | razao social | organizacao | companhia | nome fantasia | nome empresa | azienda | nome azienda
        | nome dell azienda | ragione sociale | societa | impresa | organizzazione | ditta | bedrijf | bedrijfsnaam
        | organisatie | organisatienaam | naam bedrijf | onderneming | werkgever | firmanaam | 会社 | 会社名 | 企業名
        | 企業 | 法人名 | 貴社名 | 御社名 | 組織名 | 勤務先 | 社名 | 団体名 | 公司 | 公司名称 | 企业名称 | 单位名称
        | 회사 | 회사명 | 업체명 | компания | организация | название компании | name of organization
        | name of organisation | company organisation | co name | current company | current company name
        | workplace name | firm company | customer company | corp name | trading name | trade name | dba | firma name
        | firma unternehmen | unternehmen firma | firmierung | firmenname firma | kundenfirma | name firma
        | name adressattyp unternehmen | name unternehmen | organisationsname | institution | virksomhed
        | virksomhedsnavn | firmanavn | firmanamn | foretag | foretagsnamn | bedrift | organisationsnavn | selskab
        | nazwa firmy | nazwa przedsiebiorstwa | przedsiebiorstwo | spolka | организация компания
        | название организации | наименование | наименование организации | фирма | предприятие | 公司名稱 | 企業名稱
        | 单位 | 工作单位 | 所属公司 | 客户公司 | 企业 | 机构名称 | 기업명 | 기업 | 업체 | 상호 | 상호명 | 기관명
        | 회사 이름 | 회사이름 | 법인명 | お勤め先 | 勤務先名 | 貴社名 会社名 | 会社名 団体名 | 所属企業 | 取引先名
        | 取引先 | 得意先名 | 法人名 屋号 | 社名 団体名 | 組織 | structure | nom de la structure | denomination
        | denomination sociale | enseigne | nom commercial | nom du compte | nom de l entreprise client | entite
        | denominacion social | nombre comercial | nombre de la compania | institucion | nombre de la organizacion
        | nome da organizacao | denominacao social | nome da companhia | nome comercial | entidade | instituicao
        | denominazione | denominazione sociale | nome societa | nome impresa | nome ditta | ragione soc
        | rag sociale | rag soc | intestazione | insegna | nominativo azienda | ente | naam organisatie
        | naam onderneming | naam bedrijf organisatie | handelsnaam | statutaire naam | organisatie naam
        | relatienaam | naam relatie | zaak | klantnaam bedrijf""",
    Field.INDUSTRY: """
        industry | sector | industry sector | vertical | industry vertical | line of business | business sector
        | primary industry | industry type | industry name | branche | industrie | wirtschaftszweig
        | branchenbezeichnung | wirtschaftsbereich | secteur | secteur d activite | domaine d activite | industria
        | sector de actividad | rubro | giro | sector industrial | setor | ramo | ramo de atividade | segmento
        | setor de atividade | area de atuacao | settore | settore di attivita | settore industriale
        | settore merceologico | bedrijfstak | sectornaam | 業種 | 業界 | 産業 | 行业 | 所属行业 | 업종 | 산업
        | отрасль | branch of industry | company sector | industry vertical sector | industries | branchen
        | industriezweig | bransch | branche sektor | branza | sektor | przemysl | сфера деятельности | сфера
        | вид деятельности | 行業 | 產業 | 产业 | 업계 | 산업군 | 산업분야 | 업태 | 事業内容 | 業種 業界 | 業種名
        | 業態 | 産業分類 | filiere | secteur economique | secteur activite | activite principale | activite
        | actividad | ramo industrial | sector economico | sector actividad | giro de la empresa
        | actividad economica | industria sector | area de negocio | segmento de mercado | ramo da empresa
        | atividade | segmento de atuacao | setor industrial | comparto | ramo di attivita | settore attivita
        | attivita | merceologia | settore economico | categoria merceologica | sector bedrijf | branche sector
        | sector branche | tak van industrie | activiteit | geschaftszweig | gewerbe | nace sector
        | naics description | sic description""",
    Field.EMPLOYEES: """
        employees | number of employees | no of employees | employee count | num employees | employees count
        | headcount | head count | company size | company headcount | staff | staff size | company employees | fte
        | employee range | employee size | employees range | size of company | number employees | nr of employees
        | mitarbeiter | mitarbeiterzahl | mitarbeiteranzahl | anzahl mitarbeiter | anzahl der mitarbeiter
        | unternehmensgrosse | firmengrosse | beschaftigte | anzahl beschaftigte | zahl der mitarbeiter
        | betriebsgrosse | effectif | effectifs | nombre d employes | nombre de salaries | nb employes
        | taille de l entreprise | taille entreprise | nb salaries | tranche effectif | empleados
        | numero de empleados | n de empleados | tamano de la empresa | tamano empresa | plantilla | no de empleados
        | no de funcionarios | no de colaboradores | numero de funcionarios | funcionarios | colaboradores
        | numero de colaboradores | tamanho da empresa | n de funcionarios | quantidade de funcionarios
        | numero de empregados | porte da empresa | dipendenti | numero di dipendenti | numero dipendenti
        | no dipendenti | n dipendenti | dimensione azienda | addetti | medewerkers | aantal medewerkers
        | aantal werknemers | werknemers | bedrijfsgrootte | bedrijfsomvang | 従業員数 | 社員数 | 従業員規模
        | 企業規模 | 員工人數 | 员工人数 | 公司规模 | 직원수 | 직원 수 | число сотрудников | employees total
        | total employees | number of staff | employees number | employee number range | of employees | team size
        | organization size | organisation size | company size range | number of employees range | ma zahl
        | anz mitarbeiter | anz ma | mitarbeiter anzahl | personalbestand | belegschaft | anzahl ma | mitarbeitende
        | anzahl mitarbeitende | anzahl mitarbeitenden | zahl der beschaftigten | mitarbeiterstand | antal ansatte
        | ansatte | antal anstallda | anstallda | antall ansatte | liczba pracownikow | pracownicy
        | количество сотрудников | численность | численность персонала | сотрудников | 员工数 | 员工数量 | 企业规模
        | 员工规模 | 기업규모 | 사원수 | 종업원수 | 임직원수 | 회사규모 | 従業員 | 社員規模 | 会社規模 | 従業員数 名
        | 従業員人数 | nombre de collaborateurs | nombre employes | nombre d employes tranche | nb de salaries
        | nb d employes | salaries | tranche d effectif | tranche d effectifs | taille effectif
        | taille de la societe | numero empleados | num empleados | n empleados | cantidad de empleados
        | no empleados | trabajadores | numero de trabajadores | n de trabajadores | tamano empresa empleados
        | tamano de empresa | numero de trabalhadores | n de trabalhadores | no de trabalhadores
        | numero funcionarios | qtd funcionarios | qtde funcionarios | qtd de funcionarios | n de colaboradores
        | empregados | porte | trabalhadores | n o de trabalhadores | n o de funcionarios | num dipendenti
        | nr dipendenti | organico | numero addetti | n addetti | dimensione aziendale | dimensioni azienda
        | fascia dipendenti | classe dimensionale | numero di addetti | aantal fte | aantal personeelsleden
        | personeelsomvang | personeel | aantal werkzame personen | aantal mw | grootte bedrijf | omvang bedrijf
        | bedrijfsgrootte medewerkers""",
    Field.COUNTRY: """
        country | country region | nation | country name | country of residence | mailing country | land | staat land
        | herkunftsland | pays | pais | paese | nazione | stato nazione | landnaam | 国 | 国名 | 国家 | 국가 | 나라
        | страна | country name code | land name | landesname | kraj | panstwo | страна компании | 國家 | 国家 地区
        | 国籍 | 국가명 | 소재국 | 国 地域 | 国地域 | 所在国 | pays region | pays de residence | pais de residencia
        | pais region | nazione paese | paese nazione | paese di residenza | land vestiging | land regio | maa""",
    Field.CITY: """
        city | town | city name | city town | town city | city of residence | home city | mailing city | office city
        | business city | hq city | headquarters city | billing city | shipping city | ort | stadt | wohnort | ortschaft
        | stadtname | ortsname | geschaftsort | firmensitz ort | postort | ville | commune | localite | nom de la ville
        | ville de residence | ville entreprise | ciudad | poblacion | localidad | municipio | nombre de la ciudad
        | cidade | localidade | nome da cidade | citta | comune | localita | nome citta | plaats | woonplaats | stad
        | plaatsnaam | woonplaatsnaam | gemeente | 市区町村 | 都市 | 都市名 | 市町村 | 市 | 城市 | 城市名称 | 所在城市
        | 도시 | 도시명 | 시 | город | название города | miasto | miejscowosc | nazwa miasta | ort stad | postort stad
        | poststed | bynavn | postby""",
    Field.TIME_ZONE: """
        time zone | timezone | tz | tz name | iana time zone | iana timezone | olson time zone | time zone name
        | local time zone | local timezone | utc offset | gmt offset | zeitzone | zeitzonen | ortszeitzone
        | fuseau horaire | fuseau | zona horaria | huso horario | huso | zona de tiempo | fuso horario | fuso
        | fuso orario | zona oraria | tijdzone | タイムゾーン | 時間帯 タイムゾーン | 标准时区 | 时区 | 時區 | 시간대
        | 타임존 | часовой пояс | таймзона | strefa czasowa | tidszon | tidszone | tidssone""",
    Field.PHONE: """
        phone | phone number | first phone | direct phone number | telephone | telephone number | tel | tel no
        | phone no | contact number | direct phone | mobile phone | mobile number | contact phone | direct dial
        | direct line | work phone | office phone | telefon | telefonnummer | tel nr | rufnummer | fon | durchwahl
        | telefon durchwahl | telephone portable | numero de telephone | telefono | numero de telefono | telefone
        | numero de telefone | numero di telefono | recapito telefonico | telefoonnummer | telefoon | telnr | 電話
        | 電話番号 | tel 電話番号 | お電話番号 | 电话 | 联系电话 | 手机 | 手机号 | 전화 | 전화번호 | 연락처 | телефон
        | ph | ph no | phone nr | phone num | tel number | contact no | telephone no | telephone work
        | business telephone | phone direct line | direct number | primary phone | primary phone number | work number
        | office number | tlf | telefon nr | tel nummer | telefon geschaftlich | telefonnr | fon nr | festnetz
        | festnetznummer | tel geschaftlich | telefonnummer geschaftlich | kontakttelefon | rueckrufnummer
        | telefone contato | telefone de contato | numero tel | n tel | no de telephone | n de telephone
        | num telephone | tel fixe | telephone fixe | ligne directe | numero de tel | num tel | telefono de contacto
        | tel contacto | telefono fijo | telf | tfno | tlfno | telefono directo | telefone fixo | tel contato
        | no de telefone | n de telefone | n telefone | fone | telefone principal | telefono fisso | tel diretto
        | numero telefono | tel ufficio | telefono ufficio | recapito | recapiti | n telefono | telefoonnr
        | tel zakelijk | telefoon zakelijk | telefoon werk | vast nummer | vaste telefoon | doorkiesnummer
        | telefonnummer arbejde | tlf nr | telefon arbete | numer telefonu | nr telefonu | tel kontaktowy
        | номер телефона | контактный телефон | тел | моб телефон | мобильный телефон | мобильный | 电话号码
        | 電話號碼 | 联系方式 | 聯絡電話 | 手機 | 手机号码 | 办公电话 | 座机 | 휴대폰 | 휴대전화 | 핸드폰 | 대표전화
        | 전화 번호 | 휴대폰번호 | 連絡先 | 連絡先電話番号 | 代表電話 | 直通電話 | ご連絡先 | 電話番号 代表""",
    Field.WEBSITE: """
        website | web site | website url | company url | web | homepage | home page | web page | webpage | site
        | web address | site url | url website | company web site | web url | webseite | internetseite
        | internetadresse | webadresse | internet | webauftritt | site web | site internet | adresse web | pagina web
        | sitio web | sitio | url de la empresa | sito web | sito | sito internet | indirizzo web | webadres
        | webpagina | ウェブサイト | ホームページ | webサイト | サイト | url ホームページ | hp | 网站 | 官网 | 网址
        | 웹사이트 | 홈페이지 | сайт | company website | corporate website | company homepage | company site
        | website domain | website address | www | web domain | webseite url | firmenwebsite | internet adresse
        | homepage url | internetauftritt | hjemmeside | hemsida | webbplats | webbsida | nettside | strona www
        | strona internetowa | strona | веб сайт | вебсайт | сайт компании | 網站 | 公司网站 | 公司官网 | 官方网站
        | 企业网站 | 홈페이지주소 | 웹 사이트 | 사이트 | 홈페이지 주소 | webサイト url | 会社url | 企業url | 会社hp
        | hp url | ホームページurl | サイトurl | ウェブサイトurl | コーポレートサイト | url du site
        | site de l entreprise | url site | page web | site web entreprise | sitio web empresa | web empresa
        | pagina de internet | direccion web | website da empresa | site da empresa | pagina da internet
        | endereco web | sito aziendale | sito web aziendale | pagina internet | url sito | sito url
        | website bedrijf | internetsite | webstek | url bedrijf""",
    Field.NOTES: """
        notes | note | comments | comment | remarks | remark | memo | additional notes | internal notes
        | notes comments | notizen | notiz | bemerkung | bemerkungen | anmerkung | anmerkungen | kommentar
        | kommentare | remarques | remarque | commentaire | commentaires | notas | nota | comentarios | comentario
        | observaciones | observacoes | observacao | anotacoes | annotazioni | commenti | osservazioni | notities
        | notitie | opmerkingen | opmerking | 備考 | メモ | コメント | 备注 | 비고 | 메모 | примечание | комментарий
        | lead notes | sales notes | other notes | free text | freetext | noter | bemaerkninger | anteckningar
        | anmarkningar | notatki | uwagi | komentarz | komentarze | заметка | заметки | примечания | комментарии
        | 備註 | 註解 | 说明 | 注释 | 상세내용 | 참고 | 특이사항 | 코멘트 | 備考欄 | 特記事項 | 摘要 | コメント欄
        | 備考 メモ | annotations | note interne | notes internes | informations complementaires | apuntes
        | anotaciones | notas internas | obs | observ | observacao interna | anotacao | informacoes adicionais
        | appunti | annotazione | note interne azienda | nota bene | informazioni aggiuntive | aantekeningen
        | aantekening | toelichting | bijzonderheden | notitieveld | interne notities | vermerk | vermerke | hinweis
        | hinweise | freitext | interne notiz | zusatzinformationen""",
    Field.CHALLENGE: """
        challenge | challenges | pain | pains | pain point | pain points | painpoint | painpoints | problem
        | problems | main challenge | biggest challenge | business challenge | key challenge | current challenge
        | problem statement | need | needs | business need | business needs | biggest problem | main pain point
        | biggest pain | struggle | struggles | frustration | obstacle | obstacles | use case | requirements
        | requirement | herausforderung | herausforderungen | problematik | bedarf | bedurfnis | bedurfnisse
        | schmerzpunkt | schmerzpunkte | probleme | engpass | engpasse | anforderung | anforderungen
        | handlungsbedarf | grosste herausforderung | aktuelle herausforderung | schwierigkeit | schwierigkeiten
        | defi | defis | enjeu | enjeux | problematique | problematiques | besoin | besoins | probleme principal
        | point de douleur | points de douleur | difficulte | difficultes | point de friction | reto | retos
        | desafio | desafios | necesidad | necesidades | problema | problemas | dolor | dolores | punto de dolor
        | puntos de dolor | dificultad | dificultades | problematica | principal reto | dor | dores | necessidade
        | necessidades | dificuldade | dificuldades | ponto de dor | principal dor | principal desafio | sfida
        | sfide | criticita | esigenza | esigenze | problematiche | problemi | bisogno | bisogni | difficolta
        | fabbisogno | punto critico | punti critici | uitdaging | uitdagingen | knelpunt | knelpunten | probleem
        | problemen | behoefte | behoeften | pijnpunt | pijnpunten | vraagstuk | grootste uitdaging | wens | wensen
        | 課題 | お困りごと | 困りごと | お悩み | 悩み | ニーズ | 問題点 | 問題 | 課題 ニーズ | ご要望 | 課題感
        | 経営課題 | 痛点 | 需求 | 挑战 | 问题 | 痛點 | 挑戰 | 고민 | 과제 | 니즈 | 요구사항 | 문제점 | проблема
        | проблемы | потребность | потребности | боль | боли | задача | wyzwanie | wyzwania | potrzeby | utmaning
        | utmaningar | behov | udfordring | udfordringer | utfordring""",
    Field.LANGUAGE: """
        language | languages | lang | locale | preferred language | language preference | spoken language
        | language code | correspondence language | native language | communication language | mother tongue
        | sprache | korrespondenzsprache | sprachcode | bevorzugte sprache | muttersprache | kommunikationssprache
        | sprachen | langue | langue preferee | langue de correspondance | langues | langue de contact | idioma
        | idioma preferido | lengua | idiomas | lengua preferida | idioma de contacto | lingua | lingua preferita
        | lingue | lingua di corrispondenza | idioma de preferencia | lingua parlata | taal | voorkeurstaal | talen
        | correspondentietaal | taalcode | taalvoorkeur | 言語 | 使用言語 | 語言 | 语言 | 언어 | язык | jezyk | sprak
        | sprog | 希望言語 | 対応言語""",
    Field.SALUTATION: """
        salutation | salutations | honorific | courtesy title | mr mrs | mr ms | mr mrs ms | form of address
        | title mr mrs | mr ms mrs | title of courtesy | anrede | briefanrede | anredeschlussel | anredetitel
        | anrede titel | civilite | titre de civilite | titre civilite | politesse | tratamiento | tratamento
        | forma de tratamento | tratamiento sr sra | formula de cortesia | pronome de tratamento
        | forma de tratamiento | appellativo | titolo di cortesia | formula di cortesia | appellativo di cortesia
        | aanhef | aanspreekvorm | aanspreektitel | aanspreking | 敬称 | 称谓 | 称呼 | 稱謂 | 호칭 | обращение
        | zwrot grzecznosciowy | tiltale | tilltal | zwrot""",
}
"""Headers that mean the field and nothing else."""

SECOND_CHOICE: Mapping[Field, str] = {
    Field.FULL_NAME: """
        contact | person | kontakt | contacto | contato | contatto | prospect | attendee | lead | klant | cliente
        | client | kunde | participant | delegate | teilnehmer | teilnehmerin | deelnemer | partecipante | asistente
        | participante | registrant | 参加者 | persona | persoon | nominativi | navn kontakt | osoba | guest
        | invitee""",
    Field.TITLE: """
        role | job role | rolle | job function | headline | occupation | profession | beruf | rol | titre | titolo
        | titulo | tittel | position held | role title | work title | responsibility""",
    Field.COMPANY: """
        account | business | current employer | brand | workplace""",
    Field.INDUSTRY: """
        sector name | market | business type | geschaftsfeld | market segment""",
    Field.EMPLOYEES: """
        size | grosse | org size""",
    Field.COUNTRY: """
        country code | landercode | land region""",
    Field.PHONE: """
        mobile | mobil | cell | cell phone | cellphone | handy | handynummer | mobilnummer | mobiltelefon | portable
        | mobile tel | movil | celular | telefone celular | telemovel | whatsapp | cellulare | mobiel
        | mobiele telefoon | gsm | 携帯 | 携帯電話 | 携帯電話番号 | home phone | phone direct | mobilfunk""",
    Field.WEBSITE: """
        url | domain | domain name | company domain | company domain name | domane | dominio | domaine""",
    Field.NOTES: """
        description | beschreibung | descripcion | descricao | descrizione | omschrijving | about | message | details
        | context | info | background | zusatzinfo | nachricht | mensaje | mensagem | messaggio | bericht | contexte
        | contesto | contexto | hintergrund | information | informationen | about the lead | bio""",
    Field.SALUTATION: """
        gender salutation | title salutation | geschlecht anrede""",
}
"""Headers that mean the field where no better column does."""

LAST_OR_FULL = "name | nom | naam | nachname name | namn | navn"
"""The family name beside a column of given names, else the whole name."""

FIRST_OR_FULL = "nombre | nome | 名前"
"""The given name beside a column of family names, else the whole name."""

ONLY_WHOLE: Mapping[Field, str] = {Field.FIRST_NAME: "first", Field.LAST_NAME: "last"}
"""Headers that mean the field only when nothing else is there: ``Last contact`` is no name."""
