"""Words of titles and notes that a score listens to, in the languages the add-on reads.

Written from general knowledge. ``*`` before a word matches the end of a compound (``Vertriebsleiter``).
"""

from __future__ import annotations

from collections.abc import Mapping

SENIORITY: Mapping[str, str] = {
    "executive": """
        ceo | cto | cfo | coo | cmo | cio | cro | chro | ciso | cpo | cdo | cso | chief executive | chief | founder
        | co founder | cofounder | owner | president | managing director | managing partner | general manager
        | executive director | proprietor | partner | board member | chairman | chairwoman | chair
        | geschaftsfuhrer | geschaftsfuhrerin | geschaftsfuhrung | geschaftsfuhrender gesellschafter | inhaber
        | inhaberin | vorstand | vorstandin | grunder | grunderin | prokurist | prokuristin | gesellschafter
        | pdg | dg | directeur general | directrice generale | gerant | gerante | fondateur | fondatrice | president
        | director general | directora general | gerente general | fundador | fundadora | dueno | duena | socio | socia
        | presidente | consejero delegado | propietario | propietaria | diretor geral | diretora geral | proprietario
        | proprietaria | dono | dona | amministratore delegato | amministratore unico | titolare | fondatore
        | fondatrice | direttore generale | eigenaar | oprichter | bestuurder | algemeen directeur | zaakvoerder
        | 代表取締役 | 社長 | 取締役 | 会長 | 代表 | オーナー | 创始人 | 总经理""",
    "head": """
        head | vp | svp | evp | avp | vice president | assistant vice president | director | deputy director
        | assistant director | chief of staff | leiter | leiterin | leitung | *leiter | *leiterin | *leitung | direktor
        | direktorin | bereichsleiter | abteilungsleiter | directeur | directrice | directora | diretor | diretora
        | direttore | direttrice | hoofd | *directeur | 部長 | 本部長 | 執行役員 | 事業部長 | 总监""",
    "manager": """
        manager | lead | team lead | teamlead | teamleiter | teamleiterin | supervisor | principal | assistant manager
        | managerin | teamleitung | responsable | chef de service | chef d equipe | gerente | jefe | jefa | coordenador
        | coordenadora | gestor | gestora | coordinador | coordinadora | responsabile | capo | teamleider | *leider
        | verantwoordelijke | 課長 | 係長 | マネージャー | マネージャ | リーダー | 经理""",
    "staff": """
        account executive | sales executive | marketing executive | product owner | process owner | account manager
        | project manager | product manager | community manager | office manager | case manager | business partner
        | hr business partner | lead generation | projektleiter | projektleiterin | projektleitung | chef de projet
        | jefe de proyecto | gerente de contas | gerente de projetos | key account manager | lead developer
        | executive search""",
    "junior": """
        intern | internship | trainee | apprentice | student | working student | assistant | executive assistant
        | assistant to | personal assistant | junior | praktikant | praktikantin | werkstudent | werkstudentin | azubi
        | auszubildende | auszubildender | assistenz | assistentin | assistent | *assistenz | *assistentin | stagiaire
        | alternant | alternante | apprenti | assistante | becario | becaria | asistente | pasante | estagiario
        | estagiaria | assistente | stagista | tirocinante | stagiair | インターン | アシスタント | 実习生 | retired
        | unemployed | job seeker | open to work""",
}
"""How much somebody decides, by words of the title. Where several speak, the humblest word wins except over titles
that hold it (``Assistant Director``): ``Assistant to the CEO`` decides nothing."""

FUNCTIONS: Mapping[str, str] = {
    "operations": """operations | ops | operation | coo | operational | betrieb | betriebsleiter | betriebsleitung
        | operativ | operaciones | operacoes | operazioni | exploitation | operationeel | produktion | production
        | produktionsleiter | produccion | producao | produzione | オペレーション | 製造""",
    "sales": """sales | cro | revenue | business development | vertrieb | vertriebsleiter | vertriebsleiterin
        | verkauf | verkaufsleiter
        | ventes | commercial | commerciale | ventas | vendas | comercial | vendite | verkoop | 営業""",
    "marketing": "marketing | cmo | growth | brand | demand generation | mercadeo | marketingleiter | マーケティング",
    "it": """it | cto | cio | technology | information technology | engineering | software | infrastructure | ciso
        | edv | technik | informatique | tecnologia | tecnologias | ti | informatica | sistemas | 情報システム
        | 技術""",
    "finance": """finance | financial | cfo | accounting | controller | controlling | treasury | finanzen | buchhaltung
        | finances | comptabilite | finanzas | contabilidad | financas | financeiro | finanza | contabilita | 財務
        | 経理""",
    "people": """hr | human resources | people | talent | chro | recruiting | recruitment | personal | personalleiter
        | personalleiterin | personalwesen | ressources humaines | rh | recursos humanos | rrhh | risorse umane
        | personeelszaken | 人事""",
    "procurement": """procurement | purchasing | buyer | sourcing | einkauf | einkaufsleiter | einkauferin | achats
        | acheteur | compras | acquisti | inkoop | 購買 | 調達""",
    "logistics": """logistics | supply chain | warehouse | fulfilment | fulfillment | logistik | logistikleiter | lager
        | logistique | logistica | logistiek | distribution | 物流""",
    "customers": """customer success | customer service | customer support | customer experience | kundenservice
        | kundendienst | service client | relation client | atencion al cliente | klantenservice | support""",
    "product": "product | cpo | produkt | produit | producto | produto | prodotto",
}
"""Departments by words of the title."""

INTEREST: Mapping[str, str] = {
    "buying": """
        budget | budgeted | asked for | asks for | asking for | requested | request a | demo | trial | pilot | pricing
        | price list | quote | quotation | proposal | evaluating | evaluation | shortlist | rfp | rfi | tender
        | looking for | searching for | in the market | wants to | want to | would like | interested | keen | urgent
        | asap | deadline | this quarter | next quarter | contract ends | contract expires | renewal | switching
        | replace | replacing | migrating | migration | challenge | challenges | struggling | struggles | pain | problem
        | problems with | frustrated | unhappy with | scaling | expanding | call me | call back | inbound
        | angebot | angefragt | anfrage | interessiert | interesse | sucht | suchen | dringend | testzugang
        | herausforderung | probleme mit | ausschreibung | preisliste | wechsel | ruckruf | budget vorhanden
        | devis | demande de | interesse par | cherche | besoin | urgente | essai | appel d offres | tarif | tarifs
        | presupuesto | cotizacion | interesado | interesada | busca | necesita | propuesta | licitacion | orcamento
        | cotacao | interessado | interessada | procura | precisa | proposta | preventivo | interessato | interessata
        | cerca | gara | prezzi | offerte | aanvraag | geinteresseerd | zoekt | proef | prijzen
        | 予算 | 課題 | 資料請求 | 見積 | 検討 | 導入 | デモ | 至急 | 困って""",
    "cold": """
        not interested | no interest | do not contact | don t contact | do not call | don t call | do not email
        | no budget | not a fit | bad fit | wrong person | wrong number | left the company | no longer with
        | no longer works | no longer at | unsubscribe | unsubscribed | opted out | opt out | remove me | competitor
        | bankrupt | insolvent | out of business | closed down | went with | chose another | signed with | happy with
        | kein interesse | nicht interessiert | kein budget | nicht kontaktieren | keine werbung | insolvenz
        | wettbewerber | nicht mehr im unternehmen | pas interesse | pas interessee | pas de budget | ne pas contacter
        | concurrent | no interesado | no interesada | sin presupuesto | no contactar | competidor | sem interesse
        | sem orcamento | nao contatar | concorrente | non interessato | non interessata | non contattare
        | concorrente | geen interesse | geen budget | niet benaderen | concurrentie | 興味なし | 予算なし | 不要
        | 対象外 | 連絡不要""",
}
"""What people note about somebody who wants to buy, or will not."""

NEGATIONS = """no not never without hasn haven isn doesn don didn kein keine keinen ohne nicht nie pas sans aucun aucune
    sin nunca nao sem non senza geen niet zonder nessun nessuna nee"""
"""Words that turn a buying word round when one of the two words before it."""

NEEDS = """challenge challenges pain pains need needs requirement requirements objective objectives herausforderung
    herausforderungen bedarf besoin besoins defi reto necesidad desafio necessidade esigenza sfida behoefte uitdaging
    課題"""
"""Words of a header under which people note what somebody needs."""

SMALL_WORDS = """of the and for a an de des du der die das und fur la le les et y e del di da do dos das van en voor"""
"""Words of a wanted title that need not be in the title."""
