"""What people write over their columns, in English, German, French, Spanish, Portuguese, Italian, Dutch and Japanese.

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
        | adresse email | adresse e mail | adresse mail | adresse electronique | courriel | adresse courriel
        | correo | correo electronico | direccion de correo | direccion de correo electronico | direccion email
        | endereco de email | endereco de e mail | endereco email | correio eletronico | correio electronico
        | indirizzo email | indirizzo e mail | indirizzo mail | posta elettronica | indirizzo di posta elettronica
        | e mailadres | emailadres | mailadres | email adres | e mail adres
        | メール | メールアドレス | eメール | email アドレス | eメールアドレス | 担当者メールアドレス | 電子メール
        | 邮箱 | 电子邮箱 | 电子邮件 | 邮箱地址 | 이메일 | 이메일 주소 | 전자우편 | электронная почта | почта
        | эл почта""",
    Field.FIRST_NAME: """
        first name | firstname | given name | givenname | forename | fname | christian name
        | vorname | rufname | prenom | prenoms | nombre de pila | primer nombre | nombres
        | primeiro nome | prenome | nome proprio | nome di battesimo | voornaam | roepnaam
        | 名 | 名前 名 | ファーストネーム | 下の名前 | 이름 | имя""",
    Field.LAST_NAME: """
        last name | lastname | surname | family name | familyname | lname | second name
        | nachname | familienname | zuname | nom de famille | patronyme | nom famille
        | apellido | apellidos | primer apellido | sobrenome | apelido | ultimo nome | cognome
        | achternaam | familienaam | 姓 | 名字 | 苗字 | 名前 姓 | ラストネーム | 성 | фамилия""",
    Field.FULL_NAME: """
        full name | fullname | name | contact name | contact full name | person name | lead name | prospect name
        | customer name | client name | contact person | name of contact | first and last name | first last name
        | display name | first name last name | attendee name | name of the contact
        | vollstandiger name | vor und nachname | vorname nachname | ansprechpartner | ansprechpartnerin
        | ansprechperson | kontaktperson | name des ansprechpartners | kontaktname
        | nom complet | nom et prenom | nom prenom | prenom nom | prenom et nom | nom du contact | personne de contact
        | nombre completo | nombre y apellido | nombre y apellidos | nombre apellidos | persona de contacto
        | nombre del contacto | nombre de contacto | apellidos y nombre
        | nome completo | nome e sobrenome | nome do contato | nome do contacto | pessoa de contato
        | nome e cognome | nome cognome | cognome e nome | nominativo | referente | persona di contatto
        | volledige naam | contactpersoon | naam contactpersoon | contactnaam | voor en achternaam
        | 氏名 | 名前 | お名前 | ご担当者名 | 担当者名 | 担当者 | ご担当者 | ご担当者様名 | 担当者氏名 | フルネーム
        | 姓名 | 联系人 | 联系人姓名 | 담당자 | 담당자명 | 성명 | фио | полное имя | контактное лицо""",
    Field.TITLE: """
        title | job title | jobtitle | job | position | job position | designation | contact title
        | jobtitel | berufsbezeichnung | funktion | stellenbezeichnung | stelle | berufsbezeichnung titel
        | position im unternehmen | funktionsbezeichnung
        | fonction | poste | intitule du poste | intitule de poste | titre du poste | titre de poste
        | cargo | puesto | puesto de trabajo | posicion | titulo del puesto | titulo de cargo | funcao | cargo funcao
        | ruolo | posizione | qualifica | mansione | titolo di lavoro | ruolo aziendale | posizione lavorativa
        | functie | functietitel | functienaam | functieomschrijving
        | 役職 | 肩書 | 肩書き | 役職名 | 职位 | 职务 | 직책 | 직위 | 직함 | должность""",
    Field.COMPANY: """
        company | company name | companyname | organization | organisation | organization name | organisation name
        | account name | business name | employer | firm | firm name | company organization | corporation
        | name of company | employer name | legal name | company legal name | org | org name | account company
        | firma | firmenname | unternehmen | unternehmensname | betrieb | firmenbezeichnung | gesellschaft
        | arbeitgeber
        | name des unternehmens | name der firma
        | entreprise | societe | nom de l entreprise | nom entreprise | nom de la societe | nom societe
        | raison sociale
        | organisme | nom de l organisation | employeur | etablissement
        | empresa | nombre de la empresa | nombre de empresa | nombre empresa | compania | razon social | organizacion
        | nome da empresa | razao social | organizacao | companhia | nome fantasia | nome empresa
        | azienda | nome azienda | nome dell azienda | ragione sociale | societa | impresa | organizzazione | ditta
        | bedrijf | bedrijfsnaam | organisatie | organisatienaam | naam bedrijf | onderneming | werkgever | firmanaam
        | 会社 | 会社名 | 企業名 | 企業 | 法人名 | 貴社名 | 御社名 | 組織名 | 勤務先 | 社名 | 団体名
        | 公司 | 公司名称 | 企业名称 | 单位名称 | 회사 | 회사명 | 업체명 | компания | организация
        | название компании""",
    Field.INDUSTRY: """
        industry | sector | industry sector | vertical | industry vertical | line of business | business sector
        | primary industry | industry type | industry name
        | branche | industrie | wirtschaftszweig | branchenbezeichnung | wirtschaftsbereich
        | secteur | secteur d activite | domaine d activite | industria | sector de actividad | rubro | giro
        | sector industrial
        | setor | ramo | ramo de atividade | segmento | setor de atividade | area de atuacao
        | settore | settore di attivita | settore industriale | settore merceologico | bedrijfstak | sectornaam
        | 業種 | 業界 | 産業 | 行业 | 所属行业 | 업종 | 산업 | отрасль""",
    Field.EMPLOYEES: """
        employees | number of employees | no of employees | employee count | num employees | employees count
        | headcount | head count | company size | company headcount | staff | staff size | company employees | fte
        | employee range | employee size | employees range | size of company | number employees | nr of employees
        | mitarbeiter | mitarbeiterzahl | mitarbeiteranzahl | anzahl mitarbeiter | anzahl der mitarbeiter
        | unternehmensgrosse | firmengrosse | beschaftigte | anzahl beschaftigte | zahl der mitarbeiter
        | betriebsgrosse
        | effectif | effectifs | nombre d employes | nombre de salaries | nb employes | taille de l entreprise
        | taille entreprise | nb salaries | tranche effectif
        | empleados | numero de empleados | n de empleados | tamano de la empresa | tamano empresa | plantilla
        | no de empleados | no de funcionarios | no de colaboradores | numero de funcionarios | funcionarios
        | colaboradores | numero de colaboradores | tamanho da empresa
        | n de funcionarios | quantidade de funcionarios | numero de empregados | porte da empresa
        | dipendenti | numero di dipendenti | numero dipendenti | no dipendenti | n dipendenti
        | dimensione azienda | addetti
        | medewerkers | aantal medewerkers | aantal werknemers | werknemers | bedrijfsgrootte | bedrijfsomvang
        | 従業員数 | 社員数 | 従業員規模 | 企業規模 | 員工人數 | 员工人数 | 公司规模 | 직원수 | 직원 수
        | число сотрудников""",
    Field.COUNTRY: """
        country | country region | nation | country name | country of residence | mailing country
        | land | staat land | herkunftsland | pays | pais | paese | nazione | stato nazione | landnaam
        | 国 | 国名 | 国家 | 국가 | 나라 | страна""",
    Field.PHONE: """
        phone | phone number | telephone | telephone number | tel | tel no | phone no | contact number | direct phone
        | mobile phone | mobile number | contact phone | direct dial | direct line | work phone | office phone
        | telefon | telefonnummer | tel nr | rufnummer | fon | durchwahl | telefon durchwahl
        | telephone portable | numero de telephone | telefono | numero de telefono | telefone | numero de telefone
        | numero di telefono | recapito telefonico | telefoonnummer | telefoon | telnr
        | 電話 | 電話番号 | tel 電話番号 | お電話番号 | 电话 | 联系电话 | 手机 | 手机号 | 전화 | 전화번호
        | 연락처 | телефон""",
    Field.WEBSITE: """
        website | web site | website url | company url | web | homepage | home page | web page | webpage | site
        | web address | site url | url website | company web site | web url
        | webseite | internetseite | internetadresse | webadresse | internet | webauftritt
        | site web | site internet | adresse web | pagina web | sitio web | sitio | url de la empresa
        | sito web | sito | sito internet | indirizzo web | webadres | webpagina
        | ウェブサイト | ホームページ | webサイト | サイト | url ホームページ | hp | 网站 | 官网 | 网址
        | 웹사이트 | 홈페이지 | сайт""",
    Field.NOTES: """
        notes | note | comments | comment | remarks | remark | memo | additional notes | internal notes
        | notes comments
        | notizen | notiz | bemerkung | bemerkungen | anmerkung | anmerkungen | kommentar | kommentare
        | remarques | remarque | commentaire | commentaires | notas | nota | comentarios | comentario | observaciones
        | observacoes | observacao | anotacoes | annotazioni | commenti | osservazioni
        | notities | notitie | opmerkingen | opmerking | 備考 | メモ | コメント | 备注 | 비고 | 메모
        | примечание | комментарий""",
}
"""Headers that mean the field and nothing else."""

SECOND_CHOICE: Mapping[Field, str] = {
    Field.FULL_NAME: "contact | person | kontakt | contacto | contato | contatto | prospect | attendee",
    Field.TITLE: "role | job role | rolle | job function | headline | occupation | profession | beruf | rol | titre",
    Field.COMPANY: "account | business | current employer | brand | workplace",
    Field.INDUSTRY: "sector name | market | business type | geschaftsfeld | market segment",
    Field.EMPLOYEES: "size | grosse | org size",
    Field.COUNTRY: "country code | landercode | land region",
    Field.PHONE: """mobile | mobil | cell | cell phone | cellphone | handy | handynummer | mobilnummer | mobiltelefon
        | portable | mobile tel | movil | celular | telefone celular | telemovel | whatsapp | cellulare | mobiel
        | mobiele telefoon | gsm | 携帯 | 携帯電話 | 携帯電話番号 | home phone | phone direct | mobilfunk""",
    Field.WEBSITE: "url | domain | domain name | company domain | company domain name | domane | dominio | domaine",
    Field.NOTES: """description | challenge | challenges | pain | pain point | pain points | beschreibung
        | descripcion
        | descricao | descrizione | omschrijving | about | message | details | context | needs | info | background
        | zusatzinfo | herausforderung | besoin""",
}
"""Headers that mean the field where no better column does."""

LAST_OR_FULL = "name | nom | naam | nachname name | namn | navn"
"""The family name beside a column of given names, else the whole name."""

FIRST_OR_FULL = "nombre | nome | 名前"
"""The given name beside a column of family names, else the whole name."""

ONLY_WHOLE: Mapping[Field, str] = {Field.FIRST_NAME: "first", Field.LAST_NAME: "last"}
"""Headers that mean the field only when nothing else is there: ``Last contact`` is no name."""

NEUTRAL = """
    contact contacts person lead leads prospect primary main work business corporate official professional current
    customer client recipient company organization organisation account value required optional the your mandatory
    preferred attendee direct associated
    kontakt geschaftlich geschaftliche dienstlich dienstliche beruflich berufliche zentrale ansprechpartner
    firma firmen
    professionnel professionnelle pro principal principale contacto contato contatto trabajo trabalho lavoro empresa
    aziendale azienda laboral corporativo profesional profissional persona zakelijk zakelijke bedrijf entreprise
    societe werk hoofd de du del do da di der des la le l el"""
"""Qualifiers that may stand before or after a phrase and change nothing."""

LESSER = """
    personal private privat private other secondary alternate alternative additional home second extra backup
    perso personnel personnelle particular pessoal personale prive weitere zweite andere sonstige altro altra otro
        outro"""
"""Qualifiers of a second choice, like figures from 2 on."""

COMPANY_WORDS = """company organization organisation account firma firmen unternehmen empresa azienda entreprise
        societe
    bedrijf corporate"""
"""Qualifiers that turn a person's phone, address or country into the company's: a second choice for these."""

OTHERS = """
    owner assigned rep sender creator created modified from user agent manager besitzer zustandig betreuer
    proprietaire propietario responsable responsavel proprietario eigenaar verantwoordelijke status stage opt bounce
    fax id prefix suffix salutation type confidence previous former parent referred referral source linkedin
    xing facebook twitter instagram"""
"""Words of a header that make its cells somebody else's or about something else, whatever they look like."""
