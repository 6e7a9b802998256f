"""Spanish."""

from __future__ import annotations

from addon.drafting.fold import words
from addon.drafting.tongue import Concept, Tongue, counted

_YOUR = r"(?:su|sus|tu|tus|vuestr[oa]s?)"
_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"

_CLAIMS = {
    Concept.FUNDING: (
        r"ronda de (?:financiacion|inversion|capital)|recauda\w+|levanta\w+ (?:capital|fondos|\d+)|captaron|captado"
        rf"|{_YOUR} (?:\w+ )?(?:inversores|inversionistas|financiacion)|(?:ultima|reciente) ronda|salida a bolsa"
        rf"|capital riesgo"
    ),
    Concept.ACQUISITION: r"adquisicion|adquiri\w+|compra de|compraron|comprado|fusion|fusiona\w+|absorcion",
    Concept.LAYOFF: r"despid\w+|reestructur\w+|quiebra|insolven\w+|concurso de acreedores|ere",
    Concept.LAUNCH: (
        r"lanzamiento|lanza(?:do|ron|r)|presenta(?:do|ron)|anuncia(?:do|ron)|estren\w+"
        rf"|{_YOUR} nuev[oa]s? (?:\w+ )?(?:producto|aplicacion|plataforma|web|app)|nueva (?:aplicacion|plataforma)"
    ),
    Concept.HIRING: rf"(?:estan?|estais) (?:\w+ )?(?:contratando|buscando|reclutando)"
    rf"|{_YOUR} (?:\w+ )?(?:vacantes?|ofertas? de empleo)"
    r"|ofertas? de empleo|publica\w+ una oferta|vacantes?",
    Concept.EXPANSION: (
        r"expansion|expandi\w+|(?:han|ha|habeis) (?:\w+ )?(?:abierto|inaugurado|trasladado)|abrieron|inaugura\w+"
        r"|apertura de|nuev[oa]s? (?:oficinas?|sedes?|fabricas?|almacen(?:es)?|plantas?|sucursal(?:es)?)"
    ),
    Concept.GROWTH: (
        r"crecio|(?:han|ha) (?:\w+ )?(?:crecido|duplicado|triplicado)|duplic\w+|triplic\w+|(?:su|gran"
        r"|impresionante|rapido) crecimiento"
        rf"|ano record|(?:la mitad|un tercio|un cuarto) de {_YOUR}"
    ),
    Concept.RESULTS: rf"{_YOUR} (?:ingresos|facturacion|beneficios|margenes|ventas) (?:es|son|ha|han|subi\w*"
    rf"|baj\w*|cay\w*|alcanz\w*)",
    Concept.AWARD: r"premios?|galardon\w*|(?:han|ha) ganado|ganaron|nominad\w+|reconocid\w+ (?:como|por)"
    r"|elegid\w+|premiad\w+",
    Concept.MEDIA: (
        rf"(?:{_YOUR}|ultimo|ultima|reciente) (?:\w+ )?(?:articulos?|publicacion(?:es)?|posts?|podcasts?"
        rf"|entrevistas?|charla|ponencia"
        r"|webinar|tuits?|blog|perfil|web|sitio|boletin|video|discurso)|en (?:su |tu )?linkedin|en (?:la prensa"
        r"|las noticias)"
    ),
    Concept.PROMOTION: rf"{_YOUR} (?:\w+ )?(?:ascenso|promocion|nombramiento)|nuevo (?:puesto|cargo|rol)"
    rf"|ascendid\w+|nombrad\w+"
    r"|se (?:ha )?incorpor\w+",
    Concept.LEADERSHIP: r"lider(?:es)?|numero uno|pioner\w+|(?:el|la|los|las) mayor(?:es)? \w+|mas grandes? de"
    r"|de renombre",
    Concept.STRUGGLE: (
        rf"pierde[ns]?|(?:{_YOUR} \w+|ustedes|usted) (?:\w+ )?(?:sufren?|luchan?|fracasan?|desperdicia\w*"
        rf"|se quejan?|esta desbordad\w+)"
        r"|tienen? (?:\w+ )?(?:problemas|dificultades)|les cuesta"
    ),
    Concept.CONTACT: (
        r"mi (?:ultimo|anterior|primer) (?:correo|mensaje|e-?mail)|gracias por (?:nuestra|"
        r"la) (?:\w+ )?(?:charla|llamada|conversacion|reunion)|"
        r"(?:como|segun) (?:hablamos|acordamos|comentamos|quedamos|prometi|le prometi|convenimos)"
        r"|placer (?:conocer\w*|hablar|saludar\w* en)"
        r"|nos (?:conocimos|vimos|encontramos|reunimos)|(?:hablamos|nos reunimos) (?:en|por|el|la)"
        r"|nuestr[oa] (?:ultim[oa]|anterior|reciente) \w+|tras nuestra (?:llamada|conversacion|reunion)"
        rf"|gracias por {_YOUR} (?:interes|solicitud|mensaje|llamada|consulta|respuesta del|pedido|registro)"
        r"|(?:usted |ustedes )?(?:me|nos) (?:pidio|pidieron|solicito|solicitaron|pediste)|se (?:registro"
        r"|suscribio)|descargo"
        rf"|{_YOUR} (?:factura|pedido|suscripcion|cuenta|prueba) (?:esta|ha|termina|vence)"
    ),
    Concept.REFERRAL: (
        r"me (?:\w+ )?(?:recomend|aconsej|sugir|dijo|hablo de|dio su|refir|coment)\w*|por recomendacion"
        r"|de parte de|recomendad\w+ por"
    ),
}
_STEMS = {
    Concept.FUNDING: r"ronda|recaud|financia|inversi|inversor|capital|fondos|bolsa\b|serie [a-h]\b|levant",
    Concept.ACQUISITION: r"adqui|compr[aoó]|fusi|absorcion",
    Concept.LAYOFF: r"despid|reestruct|quiebra|insolven|concurso",
    Concept.LAUNCH: r"lanz|present[ao]|anunci|estren|nuev[oa] (?:producto|aplicacion|plataforma)",
    Concept.HIRING: r"contrat(?:a|an|ando|ar|acion)|busca|reclut|vacante|oferta de empleo|empleo",
    Concept.EXPANSION: r"expan|abiert|abri|inaugur|apertura|nuev[oa]s? (?:oficina|sede|fabrica|almacen|planta"
    r"|sucursal)|traslad",
    Concept.GROWTH: r"crec|duplic|triplic|record|mitad|tercio|cuarto|aument|subid",
    Concept.RESULTS: r"ingreso|factur|beneficio|margen|ventas",
    Concept.AWARD: r"premi|galard|gan(?:o|ado|aron)|nominad|reconoc|elegid",
    Concept.MEDIA: r"articulo|publica|post\b|podcast|entrevista|charla|ponencia|webinar|tuit|blog|perfil|boletin"
    r"|video|discurso|prensa",
    Concept.PROMOTION: r"ascen|promo|nombra|nuevo (?:puesto|cargo|rol)|incorpor",
    Concept.LEADERSHIP: r"lider|numero uno|pioner|mayor|mas grande",
    Concept.STRUGGLE: r"pierd|perdid|sufr|lucha|problema|dificult|retras|lent|reto|quej|desbord",
    Concept.CONTACT: r"conocimos|conocid|habl|llam|reunion|reunim|feria\b|pidi|solicit|descarg|registr|pedido"
    r"|interes|contrato|factura|visita|encontr",
    Concept.REFERRAL: r"recomend|aconsej|sugir|refer|refir",
}

TONGUE = Tongue(
    code="es",
    claims=_CLAIMS,
    stems=_STEMS,
    us=r"nosotros|nuestr[oa]s?|\w+[aei]mos|nos|mi|mis",
    them=r"su|sus|usted|ustedes|le|les|tu|tus|vuestr[oa]s?|estan|estais|tienen?|han",
    presumed=rf"^(?:ultim[oa]|reciente|{_YOUR}|el|la|los|las|nuev[oa]s?)\b",
    perceived=r"visto|leido|oido|escuche|vi|lei|supe|gusto|encanto|note|impresion\w+|enhorabuena|felicidades"
    r"|felicit\w+",
    condition=r"si\b[^,;.]*$",
    modal=(
        r"(?:puede|pueden|podria|podrian|podemos|quiere|quieren|para|sin|de|a|ayuda|ayudar|nunca|no)"
        r"(?: (?:le|les|su|sus))?\s*$"
    ),
    praise=r"enhorabuena|felicidades|felicit\w+",
    asks=r"digame|dime|avise\w*|aviseme|responda|elegir una hora|elija|reserve|tendria|le viene bien|no dude"
    r"|puede elegir|escriba\w*|escribame",
    loose=(
        r"decid\w+|puede|pueden|podria\w*|podemos|puedo|si|como|tendria\w*|gustaria|quiza\w*|tal vez|probablemente"
        r"|seguro|seguramente|espero|gracias|permite\w*|ayud\w+|nuestr\w+|\w+[aei]mos|le (?:escribo|envio|mando"
        r"|agradec\w+|interes\w+)|me|mi|conserva|elij\w+|sabe|que|cual|para|reciben?|recibe|con esto|necesita|debe"
        r"|quiere"
    ),
    past=(
        r"(?:la semana|el mes|el ano|el trimestre|el verano) (?:pasad[oa])|ayer|anteayer"
        r"|hace (?:\w+ ){1,2}(?:dias?|semanas?|mes(?:es)?|anos?)"
    ),
    lately=r"recientemente|hace poco|ultimamente|acaban? de|acabais de",
    months=_MONTHS.replace(" ", "|"),
    month_names=tuple(_MONTHS.split()),
    near=r"lunes|martes|miercoles|jueves|viernes|sabado|domingo|esta (?:semana|noche)|este (?:mes|ano)"
    r"|(?:la semana|el mes) que viene",
    talk=r"min|minutos?",
    clock=r"a las? \d{1,2}(?::\d{2})?|\d{1,2}:\d{2}|\d{1,2} horas?",
    ahead=r"(?:en|dentro de|proxim[oa]s) (?:l[oa]s )?(?:proxim[oa]s )?(?:\w+|\d+) (?:dias?|semanas?)",
    points=r"(?:\w+ )?(?:cosas?|ideas?|preguntas?|razon(?:es)?|maneras?|formas?|lineas?|frases?|palabras?|puntos?"
    r"|ejemplos?|opcion(?:es)?)",
    vague=r"cientos|miles|decenas|docenas|centenares",
    plain=words(
        """
        yo usted ustedes ud uds nosotros tu el la los las lo un una unos unas y e o u pero si que quien como
        cuando donde por para
        porque con sin en de del al a desde hasta entre sobre su sus mi mis nuestro nuestra nuestros nuestras
        este esta esto
        estos estas ese esa eso hay no muy mas menos ya aqui hoy gracias hola buenos dias puede puedo tendria
        le les me nos se
        es son esta estan lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo
        junio julio
        agosto septiembre octubre noviembre diciembre senor senora estimado estimada saludos quiza seguro basta
        """
    ),
    honorifics=r"senora?|sr|sra|dr|dra|don|dona|prof",
    given=r"como|es usted|puesto de|cargo de|rol de|nombrad[oa]|ascendid[oa] a",
    titles=(
        r"director|directora|presidente|presidenta|gerente|fundador|fundadora|jefe|jefa|responsable|propietari[oa]"
        r"|soci[oa]|consejer[oa]|manager|ceo|cto|cfo|coo|cmo|cio"
    ),
    numbers=counted(
        """
        un 1 una 1 uno 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12
        trece 13 catorce 14 quince 15 dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veinti
        20 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 docena 12 cien
        100 ciento 100 doscientos 200 doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400
        cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 setecientos 700 ochocientos 800
        novecientos 900 mil 1000 millon 1000000 millones 1000000
        """
    ),
)
