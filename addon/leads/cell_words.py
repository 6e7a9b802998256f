"""Words by which cells are known for what they are, in the languages of ``vocabulary``.

Written from general knowledge of the languages. Each text is folded words separated by blanks, but for phrases and
endings, which ``|`` separates. No list is complete: a column is judged by the share of its cells that a list knows.
"""

from __future__ import annotations

GIVEN_NAMES = """
    aaron adam adrian ahmed aidan alan albert alberto alejandro alessandra alessandro alessia alex alexander
    alexandra alexandre alfonso ali alice alicia alison aline allison alvaro amanda amelie amina amy ana anais
    anders andre andrea andreas andres andrew andrzej angela angelo anja anke ann anna anne annette annika antje
    anton antoine antonella antonia antonio anouk arjan arthur astrid aurelie axel barbara bart bas beate beatrice
    beatriz ben benedikt benjamin benoit bernadette bernard bernd bianca birgit bjorn bram brian brigitte bruno
    camila camilla camille carla carlo carlos carmen carol carolin carolina caroline caterina catherine cathy
    cecilia cecile celine charlotte chantal chiara chloe chris christa christian christiane christina christine
    christoph christophe christopher cindy claire clara claudia claudio clement cristina daan dan daniel daniela
    daniele danielle dario dave david davide debora deborah denis denise dennis diana diego dieter dirk dominic
    dominik dominique doris dorothee edith eduardo eduard edward elena eleonora elisa elisabeth elizabeth elke ellen
    els emanuele emil emilia emilie emily emma enrico enrique eric erica erik erika ernst esther eva evelyn fabian
    fabien fabio fabrice federica federico felipe felix femke fernanda fernando filip filippo fiona florence florian
    francesca francesco francisca francisco franck francois francoise frank franz frederic frederik friedrich
    gabriel gabriela gabriele gabriella gary geert georg george gerald gerard gerd gerhard giacomo gian gianluca
    giorgia giorgio giovanna giovanni giulia giulio giuseppe gonzalo grace graham greg grazia guido guillaume
    guillermo gunter gustav gustavo hannah hannes hans harald harry hassan heather heidi heike heiko heinz helen
    helena helene helga helmut hendrik henk henri henrik henry herbert hugo ian ignacio ilaria ilse ines inga ingo
    ingrid irene iris isabel isabella isabelle ivan ivo jaap jack jacqueline jacques jakob james jan jane janet
    janine jasmin jason javier jean jeff jennifer jens jeremy jeroen jerome jessica jesus jill jim joan joana joao
    joachim joanna jochen joe joel johan johann johanna johannes john jolanda jon jonas jonathan joost jordi jorg
    jorge jose josef joseph joyce juan judith jukka julia julian juliana julie julien jurgen justin kai karen karin
    karl karsten katarina kate katharina katherine kathrin katja katrin keith kelly kenneth kerstin kevin kim klaas
    klaus koen kristin kristina kurt lara lars laura laurence laurent lea leo leon leonardo lena lewis lilian lisa
    lisbeth liam lino livia lola lorena lorenzo louis louise luc luca lucas lucia luciano lucie ludovic luigi luis
    luisa luiz lukas luke lynn magdalena maite manfred manon manuel manuela mara marc marcel marcello marcelo marco
    marcos marcus margaret margarida margherita margot maria mariana marie marieke marijke marina mario marion maris
    marjan mark markus marlene marta marten martha martin martina massimo mateo mathias mathieu mathilde matilde
    matteo matthew matthias matthieu maurice mauricio maurizio max maxime megan mehmet melanie melissa mia michael
    michaela michel michela michele michelle miguel mike mikael mila miriam mohamed mohammed monica monika monique
    nadia nadine nancy natalia natalie natascha nathalie nathan neil nele nicholas nick nicola nicolas nicole niels
    nils nina noah noemi nora norbert nuno olaf oliver olivia olivier omar oscar otto pablo paola paolo pascal
    patricia patrick patrik patrizia paul paula paulo pauline pedro peggy peter petra philip philipp philippe pierre
    pieter piet pilar piotr priya rachel rafael raffaele rainer ralf ralph ramon raul rebecca regina reinhard remco
    rene renate renee renato ricardo riccardo richard rita rob robert roberta roberto robin rocio rodrigo roel roger
    roland rolf roman romain ronald rosa rosanna ruben rudolf rui rupert ruth ryan sabine sabrina salvatore sam
    samantha samuel sandra sandrine sanne sara sarah sascha scott sean sebastian sebastien serena serge sergio
    severine sharon silke silvia simon simona simone sofia sofie sonia sonja sophia sophie stefan stefania stefanie
    stefano steffen stephan stephane stephanie stephen steve steven stijn stuart susan susana susanne suzanne svea
    sven sylvia sylvie tamara tanja tania tatiana teresa theo theresa thierry thijs thomas thorsten tiago tim timo
    tina tobias tom tomas tommaso tony torsten udo ulf uli ulrich ulrike ursula ute uwe valentina valeria valerie
    vanessa vasco vera veronica veronika veronique victor victoria vincent vincenzo virginia virginie viktor
    vittorio volker walter wendy werner wilhelm willem william wolfgang wouter xavier yann yannick yasmin yolanda
    yves yvonne zoe"""
"""First names common in the West."""

CJK_SURNAMES = """
    佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 山崎 阿部 森
    池田 橋本 山下 石川 中島 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 石井 坂本 遠藤 藤井 青木 福田 三浦 西村 藤原
    太田 松田 原田 岡本 中野 小野 田村 竹内 金子 和田 中山 石田 上田 森田 原 柴田 酒井 工藤 横山 宮崎 内田 高木 安藤
    谷口 大野 丸山 今井 高田 河野 藤本 武田 村田 上野 杉山 増田 平野 菅原 小島 千葉 久保 松井 岩崎 桜井 野口 松尾
    木下 野村 菊地 佐野 大西 杉本 新井 古川 松岡 水野 吉岡 久保田 大橋"""
"""Family names common in Japan."""

PARTICLES = """
    de da do dos del della di la le lo van von der den ter ten vom zu zum zur el al bin mc mac d dell o st"""
"""What family names begin with."""

LEGAL_FORMS = """
    gmbh | ggmbh | mbh | ag | kg | kgaa | ohg | gbr | e k | e v | e g | eg | ug | co kg | ltd | limited | inc
    | incorporated | corp | corporation | llc | llp | plc | lp | pty | pte | pvt | s r l | srl | srls | s p a | spa
    | s a s | sas | sasu | s n c | snc | s a p a | s a | sa | sarl | s a r l | eurl | sci | gie | b v | bv | n v
    | nv | vof | cv | bvba | s l | sl | s l u | slu | s a u | sau | s c | lda | ltda | s a de c v | eireli | me | oy
    | oyj | ab | a s | as | aps | sp z o o | kk | co ltd | sdn bhd | sro | s r o | d o o | kft | zrt | ooo
    | stichting | vereniging | coop | scarl | soc coop"""
"""How the names of firms end, a few how they begin."""

CJK_FIRMS = """
    株式会社 有限会社 合同会社 合名会社 財団法人 社団法人 (株) (有) 有限公司 公司 집단 주식회사 (주) 集团 ооо оао
    зао"""
"""What the name of a firm holds where words are not parted."""

FIRM_WORDS = """
    group gruppe gruppo groupe grupo holding holdings studio agency agentur agenzia agence agencia consulting
    consultants partners partner associates associati associes associados company companies industries industrie
    industria industrias solutions systems services logistics technologies technology labs software media werke werk
    fabrik bau haus stadtwerke verlag versicherung bank klinik clinic clinica clinique institut institute universita
    university universitat hotel atelier ateliers officine cantine cantina bodegas bodega domaine maison boulangerie
    bakkerij bakery backerei fromagerie caseificio transports transporte transportes trasporti laboratoires
    laboratorios laboratori laboratories cabinet kanzlei talleres construcciones construtora costruzioni costruttori
    edilizia immobiliare immobilien makelaars adviesgroep techniek installaties drukkerij fabriek zorggroep fattoria
    tenuta ceramiche ceramicas textiles tessitura farms foods energy energie energia"""
"""Words of firms' names."""

TITLES = """
    ceo cto cfo coo cmo cio cro cpo ciso chro svp evp vp avp md gm pm hr it dsi daf pdg drh rrhh dga chief officer
    president vicepresident chairman chairwoman director directors manager managing head lead leader owner founder
    cofounder partner principal executive supervisor coordinator administrator specialist analyst engineer developer
    architect consultant advisor adviser buyer purchaser purchasing accountant controller assistant associate
    representative secretary designer technician scientist researcher recruiter planner operator superintendent
    foreman strategist merchandiser editor teacher professor physician nurse attorney lawyer counsel clerk agent
    sales procurement marketing operations geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrung geschaftsleitung
    geschaftsleiter inhaber inhaberin prokurist prokuristin vorstand vorstandin leiter leiterin leitung referent
    referentin berater beraterin einkaufer einkauferin sachbearbeiter sachbearbeiterin ingenieur ingenieurin
    entwickler entwicklerin meister vertrieb einkauf assistentin assistenz assistent kaufmann kauffrau betriebswirt
    betriebswirtin abteilungsleiter bereichsleiter teamleiter teamleiterin projektleiter projektleiterin
    projektmanager projektmanagerin gesellschafter mitarbeiter directeur directrice responsable gerant gerante chef
    cheffe acheteur acheteuse comptable charge chargee adjoint adjointe dirigeant dirigeante fondateur fondatrice
    associe associee conseiller conseillere commercial commerciale technicien technicienne assistante acheteurs
    gerente directora jefe jefa encargado encargada comprador compradora administradora socio socia propietario
    propietaria fundador fundadora presidente presidenta ingeniero ingeniera tecnico tecnica asesor asesora
    coordinador coordinadora analista consultor consultora contable comercial subdirector diretor diretora
    proprietario proprietaria coordenador coordenadora gestor gestora supervisora engenheiro engenheira assistente
    vendedor vendedora contador encarregado direttore direttrice responsabile resp amministratore amministratrice
    amministrativo amministrativa delegato titolare fondatore impiegato impiegata addetto addetta ufficio consulente
    ingegnere coordinatore coordinatrice acquirente dirigente capo caporeparto eigenaar hoofd leidinggevende
    teamleider bedrijfsleider inkoper inkoopster verkoper adviseur zaakvoerder projectleider medewerker bestuurder
    voorzitter oprichter vennoot boekhouder accountmanager beheerder beleidsmedewerker vd direktor leder sjef
    kierownik dyrektor prezes wlasciciel specjalista директор генеральный руководитель менеджер начальник специалист
    владелец главный"""
"""Words of job titles."""

TITLE_ENDINGS = """
    leiter | leiterin | fuhrer | fuhrerin | manager | managerin | direktor | direktorin | referent | referentin
    | berater | beraterin | ingenieur | beauftragter | beauftragte | leider | directeur | adviseur | sjef"""
"""How compound job titles end."""

CJK_TITLES = """
    代表 社長 取締役 部長 課長 係長 主任 担当 室長 店長 所長 工場長 支配人 役員 会長 専務 常務 本部長 次長
    マネージャ ディレクター 经理 总监 主管 总裁 董事 工程师 대표 이사 부장 과장 차장 대리 팀장 사원 실장 본부장"""
"""What job titles hold where words are not parted."""

INDUSTRIES = """
    agriculture automotive aviation banking biotech biotechnology chemicals chemical construction consulting
    consultancy defense ecommerce education electronics energy engineering entertainment farming fashion finance
    financial fintech food foods forestry gaming government healthcare health hospitality insurance internet legal
    logistics machinery manufacturing marine media mining nonprofit packaging pharma pharmaceutical pharmaceuticals
    plastics printing production publishing realestate retail saas security shipping software steel telecom
    telecommunications telecommunication textile textiles tourism transport transportation travel utilities
    wholesale advertising aerospace apparel beverage beverages metal metals oil gas renewables technology
    technologies services maschinenbau anlagenbau fahrzeugbau automobil automobilindustrie bau bauwesen baugewerbe
    baustoffe chemie elektrotechnik elektronik energieversorgung energiewirtschaft lebensmittel
    lebensmittelindustrie ernahrung handel einzelhandel grosshandel handwerk holzverarbeitung gesundheitswesen
    gesundheit pflege logistik spedition landwirtschaft medien metallbau metallverarbeitung pharmazie textil
    textilindustrie tourismus verpackung versicherungen versicherung verlagswesen immobilien rechtsberatung
    unternehmensberatung beratung gastronomie hotellerie kunststoff kunststoffe druck druckerei agroalimentaire
    assurance automobile batiment btp chimie commerce conseil distribution energie formation imprimerie industrie
    informatique immobilier logistique mecanique menuiserie metallurgie numerique pharmacie restauration sante
    tourisme transports viticulture plasturgie agricultura alimentacion alimentos alimentario alimentaria automocion
    banca ceramica construccion consultoria comercio educacion energia farmaceutico hosteleria industria
    inmobiliaria logistica metalurgia mineria muebles mueble plasticos quimica quimico sanidad salud seguros
    servicios tecnologia transporte turismo ventas construcao educacao alimentacao saude varejo atacado transportes
    servicos industrial moveis agronegocio abbigliamento agricoltura alimentare alimentari arredamento assicurazioni
    automobilistico banche chimica chimico commercio consulenza costruzioni edilizia elettronica finanza formazione
    gomma immobiliare informatica legno manifatturiero meccanica meccanico metalmeccanica metalmeccanico metallurgia
    moda plastica ristorazione sanita tessile trasporti vinicolo bouw detailhandel drukwerk gezondheidszorg
    groothandel horeca landbouw levensmiddelen logistiek metaal onderwijs overheid techniek toerisme verzekeringen
    vervoer voeding voedingsmiddelen vastgoed zorg zakelijke dienstverlening adviesbureau tuinbouw byggeri bygg
    budownictwo logistyka строительство торговля логистика производство"""
"""Words of industries."""

CJK_INDUSTRIES = """
    業 物流 食品 通信 電気 機器 医薬 印刷 建設 設計 金融 保険 不動産 小売 卸売 教育 医療 サービス メーカー 商社 广告
    制造 互联网 软件 贸易 제조 건설 유통 서비스 금융 소프트웨어"""
"""What industries hold where words are not parted."""

LANGUAGES = """
    english | englisch | anglais | ingles | inglese | engels | 英語 | english uk | english us | angielski | engelska
    | german | deutsch | allemand | aleman | alemao | tedesco | duits | ドイツ語 | niemiecki | tyska | tysk | french
    | franzosisch | francais | frances | francese | frans | フランス語 | spanish | spanisch | espagnol | espanol
    | castellano | spagnolo | spaans | スペイン語 | italian | italienisch | italien | italiano | italiaans
    | イタリア語 | portuguese | portugiesisch | portugais | portugues | portoghese | portugees | dutch
    | niederlandisch | neerlandais | holandes | olandese | nederlands | vlaams | flemish | japanese | japanisch
    | japonais | japones | giapponese | japans | 日本語 | chinese | chinesisch | chinois | chino | cinese | chinees
    | 中国語 | 中文 | korean | koreanisch | 한국어 | russian | russisch | russe | ruso | russo | русский | polish
    | polnisch | polonais | polaco | polacco | pools | polski | swedish | schwedisch | suedois | sueco | svedese
    | zweeds | svenska | danish | danisch | dansk | norwegian | norsk | finnish | suomi | catalan | catala | galego
    | euskera | czech | turkish | turkce | turkisch | arabic | welsh | hebrew | hungarian | greek | romanian
    | ukrainian"""
"""Languages by name."""

LANGUAGE_CODES = """
    en de fr es it nl pt ja zh ko ru pl sv da no nb fi cs tr el hu ro uk ar he ca hr sk sl bg et lv lt"""
"""Languages by code, alone or with a country as in ``de-AT``."""

SALUTATIONS = """
    mr | mrs | ms | miss | mx | dr | prof | sir | madam | mr mrs | herr | frau | herr dr | frau dr | hr | fr
    | herr prof | frau prof | divers | m | mme | mlle | mm | monsieur | madame | mademoiselle | me | sr | sra | srta
    | d | da | don | dona | senor | senora | senorita | senhor | senhora | dra | eng | exmo | exma | sig | sig ra
    | sigra | signor | signora | signore | signorina | dott | dott ssa | dottssa | dottor | dottore | dottoressa
    | ing | avv | arch | geom | rag | egr | gent ma | dhr | mevr | mw | de heer | heer | mevrouw | mej | dhr mevr
    | drs | ir | 様 | さん | 先生 | 殿 | 御中 | 氏 | 先生 女士 | 女士 | 小姐 | 님 | 씨 | pan | pani | hr dr | fru
    | herr frau | г н | г жа | господин | госпожа"""
"""Forms of address."""

TROUBLES = """
    too lack lacking slow late missing manual expensive cost costs costly shortage problem problems difficult
    struggle struggling waste hard fehlt fehlen fehlende mangel zu teuer hohe langsam verzogerung kosten probleme
    unklar steigende manuell trop manque penurie lent lente retard retards cout couts difficulte mal saisie falta
    demasiado demasiados coste costes lento retraso retrasos escasez dificil sin custo custos demais atraso demora
    alto alta parado troppo troppi troppe poca poco mancanza carenza lenti costi ritardi ritardo manuale alti
    elevati crescita te weinig tekort gebrek trage traag hoge dure veel handmatig klachten vertraging nooit 不足
    遅れ 手作業 高騰 多い"""
"""Words that tell of trouble."""

YES_AND_NO = "yes no y n si ja nein nee oui non sim nao s true false ok はい いいえ"
"""Answers."""
