"""What answers say in Spanish."""

from __future__ import annotations

SIGNS = """
    yo usted ustedes nosotros el la los las un una unos de del y es no que en para por con su sus mi nos me les
    le lo se gracias hola buenos dias buenas tardes saludos pero estamos estoy somos soy tenemos tengo mas muy
    al como cuando este esta esto ya si atentamente estimado estimada favor
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (envíe*/enviar*/envía*/envíen*/mande*/manda*/mandar*/mandad*/enviad*/pase*/pasa*/pasar*/compart*/remit*)
            .. (información/info/propuesta/presupuesto/catálogo/folleto/precios/tarifa*/detalles/oferta/material*/
            dossier/ presentación/ejemplo*/muestra*/documentación/cotización/referencias/enlace/datos/más/caso*); (me/
            nos) [parece/resulta] [muy/bastante] (interesa*/interesaría/encaja*); (estoy/estamos/estaría/estaríamos)
            [muy/bastante/realmente] interesad*; (saber/conocer/recibir/tener) más [información/detalles]; (suena/
            parece/pinta/se ve) [muy/bastante/realmente] (bien/interesante*/prometedor*/ útil*/genial); (justo/
            exactamente/precisamente) lo que; (probar*/una prueba/prueba gratuita/una demo/piloto); (siguiente*/
            próximo*) paso*; cómo (empezamos/procedemos/seguimos); (adelante/con mucho gusto)
        """,
        3: """
            (buscando/buscamos/busco) .. (solución/herramienta/proveedor/algo/alternativa); (curiosidad/encantad*/buen
            momento/me gustaría/nos gustaría/llega en/cuente* con*/me apunto/por qué no/claro que sí); (más)
            (información/info/detalles); muy interesante
        """,
        2: "interesante*; interesa*; interés",
    },
    "wants_date": {
        4: """
            (agendar/agendamos/agendemos/concertar/concretar/programar/coordinar/organizar/fijar/fijamos/quedar/
            quedamos/reservar/cuadrar/convocar/proponer/propon*/hacer/hacemos/tener/acordar/mantener/cerrar) ..
            (reunión/llamada/cita/videollamada/demo/visita/fecha/charla/hora/hueco/videoconferencia/día); (puede*/
            podemos/podríamos/podría*) .. (hablar/llamar*/reunir*/vernos/ quedar/pasarse/pasar por/venir) ..; (llám*/
            llame*/llamar*/llama*) [a/al/por] .. (lunes/martes/miércoles/jueves/viernes/mañana/a las/a partir/después/
            antes/entre/cuando/tarde); (lunes/martes/miércoles/jueves/viernes/mañana) .. (a las/a la/por la/me va/nos
            va/me viene/nos viene/perfecto/disponible/libre/puedo/podemos/bien); (me/nos) (viene*/va/iría/cuadra/
            vendría) [muy] (bien/mejor/perfecto); (cuándo/a qué hora/qué día*/qué horario*) .. (disponib*/hablar/
            llamar*/vernos/reunir*/podemos/puede*/viene*); (estoy/estaré/estamos/tengo/estaría) (disponible/libre/
            hueco/un hueco) ..; (disponibilidad/invitación/convocatoria/enlace de zoom/enlace de teams); (pásese/
            pásate/pasarse/venga/vengan/acérquese) ..
        """,
        3: """
            (reunión/videollamada/llamada/cita); (lunes/martes/miércoles/jueves/viernes); (próxima/esta) semana;
            semana que viene; # (minutos/h/horas); a las #; media hora; hablamos (el/mañana)
        """,
        2: "(agenda/calendario); hueco",
    },
    "question": {
        3: """
            (cuánto/cuánta/cuántos/cuántas/cómo/cuál/cuáles/qué/dónde/por qué/quién/quiénes/tienen/tenéis/tienes/
            ofrecen/ofrecéis/incluye/incluyen/es posible/se puede/pueden/puede/podéis/funciona/hay/existe/cubre*/
            trabajan/trabajáis/de dónde/está*/sirve/hacéis/hacen/son/es) .. ?; (cuánto cuesta/qué precio/cómo
            funciona/qué diferencia)
        """,
        2: """
            (duda/dudas/pregunta/preguntas/consulta); antes de (decidir/avanzar/seguir/nada); (aclarar*/explicar*/no
            me queda claro/saber si)
        """,
    },
    "objection": {
        4: """
            (demasiado/muy/bastante/excesivamente) (caro*/cara*/elevado*/alto*/costoso*/complicado*/complejo*/grande/
            arriesgado*); (no/sin/ni) [hay/tenemos/tengo/contamos con/disponemos de] [el/más/con] (presupuesto);
            presupuesto .. (ajustado/agotado/limitado/cerrado/no); (ya) (tenemos/tengo/trabajamos/usamos/contamos/
            utilizamos/contamos con/disponemos/estamos/lo hacemos/llevamos) ..; (content*/satisfech*) con ..; (no me
            convence*/no nos convence*/no estoy convencid*/no vemos/no veo/no le veo/no acabo de ver/dudo*/dudas
            sobre/escéptic*/desconfi*/reservas/preocupa*); (mala* experiencia*/ya probamos/ya lo probamos/hemos
            probado/probamos); (contrato/permanencia) .. (vigente/hasta/firmado/atados/vinculados); (interno/
            internamente/nosotros mismos/desarrollo propio)
        """,
        3: """
            (caro/cara/precio .. alto/fuera de .. presupuesto/más barat*/competencia/descuento/la mitad/se nos va);
            (rgpd/seguridad/datos/nube) .. (problema/preocup*/no permit*/no pued*); (cambiar/cambio/migrar*) ..
            (cuesta/coste/costoso/esfuerzo/lío/pereza); (no compensa/no sale a cuenta/no es rentable)
        """,
    },
    "not_now": {
        2: """
            (en/tras/hasta/después de/a finales de/a principios de) [the/der/den/dem/late/early/mid] (enero/febrero/
            marzo/abril/mayo/junio/julio/agosto/septiembre/octubre/noviembre/diciembre/otoño/primavera)
        """,
        4: """
            (ahora/por ahora/de momento/por el momento/en este momento/actualmente/este año/este trimestre/ahora
            mismo/en estos momentos) .. (no/mismo no/nada/imposible/otras); no .. (ahora/por ahora/de momento/por el
            momento/en este momento/este año/este trimestre/en estos momentos/todavía/hasta/una prioridad/prioridad/
            prioritario/antes de); (escríb*/escriba*/contact*/llám*/llame*/vuelv*/hablamos/hablemos/retom*/recuérd*/
            recuerde*/ insist*/avis*/búsc*) .. (en enero/en febrero/en marzo/en abril/en mayo/en junio/en julio/en
            agosto/en septiembre/en octubre/en noviembre/en diciembre/el año que viene/el próximo/en otoño/en
            primavera/en verano/después/en # meses/en unos meses/dentro de/más adelante/pasado/a partir de/tras/a
            finales/a principios/a la vuelta/el siguiente/trimestre); (próximo año/año que viene/próximo trimestre/
            siguiente trimestre/próximo semestre/el año próximo); (más adelante/más tarde/en otro momento/otra
            ocasión); (mal momento/no es buen momento/no es el momento/no es el mejor momento); (congelad*/aplazad*/
            pospuest*/en pausa/parad*/paralizad*)
        """,
        3: """
            (muy liad*/saturad*/desbordad*/hasta arriba/sin tiempo/en plena/en pleno/otras prioridades); (después de/
            hasta/tras/pasado) .. (verano/semana santa/navidad*/vacaciones/enero/febrero/marzo/abril/mayo/junio/julio/
            agosto/septiembre/octubre/noviembre/diciembre); (guardo/guardamos/tendremos en cuenta/en cuenta para)
        """,
    },
    "not_interested": {
        4: """
            (no/tampoco/nada) [me/nos/estamos/estoy/es/le/lo/tenemos/tengo] [muy/de] (interes*/encaja*/necesit*/hace
            falta/relevante/queremos/quiero/procede/para nosotros/requer*); no [tenemos/tengo] (interés/necesidad);
            (no gracias/no muchas gracias/gracias pero no/pero no gracias); (ningún/sin) interés; (no) ..
            (necesitamos/necesito) ..; (rechaz*/declin*/descart*); (hemos decidido/decidimos/optado) ..; (no vamos a)
            ..
        """,
        3: """
            no .; (no es lo que buscamos/no es para/otra empresa/otro proveedor/pérdida de tiempo/no pierda/paso/lo
            dejamos/spam/suerte/hemos cerrado/cerrado la empresa)
        """,
    },
    "wrong_person": {
        4: """
            no [soy/es/me/llevo] .. (persona adecuada/persona indicada/la persona/persona correcta/responsable/
            encargad*/mi área/mi departamento/mi competencia/mi tema/quien decide/quien lleva/quien/encargo de/ocupo/
            corresponde/contacto); (persona/dirección/departamento/empresa/destinatari*/correo) (equivocad*/
            incorrect*/erróne*); (se ha/se han/te has/os habéis/se) (equivocad*/confundid*/equivoca); (contact*/
            escríb*/escriba*/habl*/diríj*/dirija*/dirigirse/pregunt*/póng*/consult*/hable con/trat*) [en/mejor/
            directamente/por favor] .. (con mi/con nuestr*/a mi/a nuestr*/con el/con la/al departamento/a la/al/con
            zzmail/a zzmail/zzmail/con); (reenvi*/he pasado/paso su/trasladad*/traslado/le paso/remit*) .. (a mi/a
            nuestr*/al/a la/su correo/compañer*/correo); (mi/nuestr*) (compañer*/colega/jef*/director*/ responsable/
            sucesor*/gerente) ..; (lo lleva/se encarga/se ocupa/lleva este/lleva estos/lleva esos/lo gestiona/decide)
            ..; (ya no) (trabaja*/trabajo/está/estoy/pertene*/form*/llevo/lleva/soy); (jubilad*/he dejado/ha dejado/
            cambiado de puesto)
        """,
        3: "(en copia/copio a/compañero/compañera/central/casa matriz/confusión/error); (solo soy/becari*)",
    },
    "opt_out": {
        4: """
            (darme de baja/dar de baja/deme de baja/dame de baja/dadme de baja/denme de baja/dennos de baja/baja de/
            baja por favor/de baja); (baja/cancelar suscripción/desuscrib*/desapunt*); (elimin*/borr*/quit*/saqu*/
            retir*/suprim*/sác*) .. (lista*/base/datos/correo*/dirección/contacto*/mail/email/registros/fichero*);
            (dej*/par*/ces*) de (enviar*/escribir*/mandar*/contactar*/molestar*/llamar*/enviarnos); no (quiero/
            queremos/deseo/ deseamos) .. (recibir/más correos/más mensajes/más emails/más mails/contact*/que me); (no)
            (me/nos/vuelv*) .. (escriba*/escriban/escribáis/envíe*/envién/contacte*/moleste*/mande*/escribir*/
            contactar*) .. (más/nunca/de nuevo/otra vez/a); no más (correos/mensajes/emails/mails/publicidad);
            (eliminación/supresión/baja) .. (datos/lista*/correo/base/dirección); (rgpd/lopd*) .. (supresión/elimin*/
            borr*/oposición); (denuncia*/reclamación) .. (aepd/agencia/protección); (derecho de supresión/derecho de
            oposición/derecho al olvido/les denunciar*/les denuncio)
        """,
    },
    "away": {
        4: """
            (fuera de la oficina/fuera de oficina/ausente/de vacaciones/de baja médica/baja maternal/baja por/permiso
            de/de permiso/de viaje/respuesta automática/mensaje automático/contestación automática/en un congreso);
            (me reincorpor*/reincorporaré/vuelvo/volveré/regreso/regresaré/estaré de vuelta/de vuelta/a mi regreso/a
            mi vuelta) ..; (acceso limitado/sin acceso) ..; (en caso de urgencia/asuntos urgentes/para urgencias/si es
            urgente/caso urgente)
        """,
        3: "(cerrad* hasta/cerrad* por vacaciones/mi ausencia)",
    },
    "bounce": {
        4: """
            (no se pudo entregar/no se ha podido entregar/no ha podido ser entregad*/no pudo entregarse/no se puede
            entregar/no entregad*/imposible entregar/no pudo ser entregad*/no se entregó/error de entrega/fallo de
            entrega/fallo en la entrega/devuelto al remitente/mensaje devuelto/no se ha entregado); (buzón/dirección/
            destinatario/usuario/cuenta/casilla) .. (lleno/llena/no existe/desconocid*/no encontrad*/no se encontró/
            inexistente/ desactivad*/rechazad*/no válid*/cuota/no se ha encontrado); (mailer daemon/postmaster/mail
            delivery/user unknown/5 1 1/5 2 2/4 2 2/5 7 1)
        """,
    },
    "positive": {
        1: "(gracias/encantad*/genial/perfecto/estupendo/excelente/gusto/interesante/bien)",
    },
    "negative": {
        1: "(lamentablemente/desgraciadamente/spam/molest*/denunci*/vergüenza/hart*/abus*/mala)",
    },
    "negator": {
        1: "(no/ni/nunca/tampoco/sin/ningún/ninguna)",
    },
    "but": {
        1: "(pero/sin embargo/aunque/sino)",
    },
    "harmless": {
        1: """
            si (usted/no) [no] es .. destinatari*; por qué no; (sin/no hay) problema; no sólo; no solo; no dude*; si
            no
        """,
    },
}
