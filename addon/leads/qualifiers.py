"""Words of a header that are no meaning themselves: what they add to a phrase, take from it, or turn it into.

Each text is words separated by blanks, in the languages of ``vocabulary``.
"""

from __future__ import annotations

NEUTRAL = """
    contact contacts person lead leads prospect primary main work business corporate official professional current
    customer client recipient company organization organisation account value required optional the your mandatory
    preferred attendee direct associated custom field cf customfield kontakt geschaftlich geschaftliche dienstlich
    dienstliche beruflich berufliche zentrale ansprechpartner kunde kunden firma firmen pflichtfeld professionnel
    professionnelle pro principal principale contacto contato contatto trabajo trabalho lavoro empresa aziendale
    azienda laboral corporativo profesional profissional persona zakelijk zakelijke bedrijf entreprise
    contactpersoon societe werk hoofd cliente referente obligatoire obligatorio obrigatorio obbligatorio verplicht
    ufficio interlocuteur kontaktperson klant opcional facoltativo 必須 任意 会社 担当者 ご担当者 de du del do da di
    der des la le l el van het von dell della d"""
"""Qualifiers that may stand before or after a phrase and change nothing."""

LESSER = """
    personal private privat other secondary alternate alternative additional home second extra backup perso
    personnel personnelle particular pessoal personale prive weitere zweite andere sonstige altro altra otro outro
    autre privada privado particuliere secondaire secundario secondario zweit"""
"""Qualifiers of a second choice, like figures from 2 on."""

COMPANY_WORDS = """
    company organization organisation account firma firmen unternehmen empresa azienda entreprise societe bedrijf
    corporate aziendale zentrale hq headquarters"""
"""Qualifiers that turn a person's phone, address or country into the company's: a second choice for these."""

OTHERS = """
    owner owners assigned rep sender creator created modified modify from user users agent manager assistant
    assistants secretary besitzer eigentumer zustandig zustandiger betreuer bearbeiter sachbearbeiter vertriebler
    assistenz verkaufer proprietaire commercial proprietario propietario responsable responsavel responsabile
    eigenaar verantwoordelijke assistente assistent vendedor venditore vendeur commerciale comercial gestor status
    stage opt optin optout consent consenso consentement einwilligung bounce bounced fax id prefix suffix type
    confidence previous former past parent referred referral referrer source linkedin xing facebook twitter
    instagram skype spouse partner birthday competitor supplier verified verification validation valid 担当営業
    営業担当 作成者 所有者"""
"""Words of a header that make its cells somebody else's or about something else, whatever they look like."""

ELSEWHERE = """
    city town street zip zipcode postcode postal plz ort stadt strasse str hausnummer cap citta comune via indirizzo
    provincia ville rue cp adresse address straat plaats gemeente ciudad calle direccion codigo cidade rua cep
    endereco bundesland state region county province regio gender sex geschlecht genere sexe genero geslacht revenue
    turnover umsatz fatturato ricavi omzet ca chiffre facturacion faturamento receita sales amount price betrag date
    datum data fecha datetime time zeit ora created updated modified timestamp year jahr anno annee jaar ano
    department abteilung reparto ufficio service departement afdeling departamento division bereich code codice cod
    ref key index uuid hash customer kundennummer vat ust ustid tax piva iva siret siren nif cif cnpj cpf kvk btw
    iban bic bank tag tags label labels list segment campaign kampagne campagna campagne campana campanha group
    gruppe gruppo score rating points punkte tier priority prioritat priorita prioriteit probability stage product
    produkt prodotto produit producto produto quantity menge middle nickname nick maiden initials phonetic yomi kana
    furigana フリガナ ふりがな subject betreff oggetto body template icebreaker sequence step latitude longitude lat
    tussenvoegsel tussenvoegsels voorvoegsel voorvoegsels infix
    lng geo timezone 住所 郵便番号 部署 部署名 都道府県 日付 登録日 ステータス 売上 売上高 年商 地址 城市 部门 日期
    주소 부서 날짜 город адрес отдел дата"""
"""Words of a header that say plainly what else its cells are: these are not guessed at."""

SILENT = """
    column columns col field feld spalte colonne campo campi champ kolom veld coluna columna colonna unnamed
    untitled header wert value valor valore c f x na none null nan blank empty leer sans nom 列 フィールド 字段 열
    столбец kolumn kolumna kolonne"""
"""Words of a header that says nothing, like ``Column 3``: figures and single letters are none either."""

NEIGHBOURS = """
    contract contracts contrat contrato contratto kontrakt county counties nachnahme campaign campagna campana
    region motion fiction cordial former farmer carga carte carta posted poster notice notion ration station"""
"""Words of their own that are one letter away from a phrase of ours: no slips of the pen."""
