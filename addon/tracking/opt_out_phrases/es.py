"""How opt-outs are worded in Spanish."""

from __future__ import annotations

ASKS = """
    (darme/darnos/dame/denme/deme/dar/dese/dennos/denos) [por favor/ya/inmediatamente/me] de baja; (dar/doy/damos/
    pido/solicito/quiero/solicitamos/deseo/tramit*/gestion*/procedan) .. (la baja/mi baja/de baja/baja de/darme de
    baja); baja (por favor/inmediata/de la/de su/de esta); (desuscrib*/desuscripcion/cancelar mi suscripcion/
    desapunt*/anular mi suscripcion/cancelen mi suscripcion/desinscrib*/dessuscrib*); (elimin*/borr*/quit*/retir*/
    sac*/remuev*/suprim*/excluy*) (me/nos/mi/mis/nuestr*/este/esta/todos mis) .. (lista*/base*/datos/correo*/
    direccion*/email*/contacto*/e mail*/mailing*/registro*/mensajes/fichero*); (eliminenme/eliminame/borrenme/
    borrame/quitenme/quiteme/quitame/saquenme/saqueme/sacame/retirenme/retireme/elimineme/borreme/bajenme/bajame/
    remuevanme/eliminennos/borrennos/quitennos/saquennos/excluyanme); (eliminar/borrar/quitar/retirar/sacar/
    suprimir/excluir) (mi/mis/nuestr*) .. (datos/correo*/direccion*/email*/contacto*/registro*); (eliminarme/
    borrarme/quitarme/sacarme/retirarme/eliminarnos/borrarnos/sacarnos/quitarnos); (eliminacion/supresion/borrado/
    cancelacion) de (mis/mi/nuestr*/los/todos) .. (datos/correo*/direccion*/email*); no (me/nos) (escriba*/
    escribais/contacte*/envie*/mande*/moleste*/vuelva* a) [..] [mas/nunca/nada/de nuevo]; no (vuelva*/volvais/
    vuelvan) a .. (escrib*/contact*/envi*/mand*/molest*); no (quiero/deseo/queremos/deseamos/autorizo/deben) ..
    (recibir/que me/que nos/ser contactad*/correos/emails/mensajes/publicidad/saber nada/contactarme/escribirme); no
    (envie*/envien/escriba*/contacte*/mande*/moleste*/molesten) [me/nos] [mas/nada/correos]; (ni un/no mas/ningun)
    (correo*/email*/mensaje*/e mail*/publicidad/mail*/spam) [mas]; no mas (correo*/mail*/email*/mensaj*/publicidad/
    spam/contacto); no quiero (saber nada/recibir/mas (correo*/mail*/email*/mensaj*/publicidad)/nada mas de);
    (dejen/deje/deja/dejad/dejar/paren/pare/para/cesen/cese/basta) [ya/por favor/ustedes/inmediatamente] (de/con)
    [una vez de/mandarme/enviarme/escribirme] (enviar*/mandar*/escribir*/contactar*/molestar*/tanto* (correo*/mail*/
    mensaj*/email*)/correo*/acosar*/spamear/mensaj*/spam/llamar*/insistir/enviarnos/mandarnos); (dejenme/dejeme/
    dejame/dejadme/dejennos) [ya/por favor] (en paz/tranquil*); (derecho (al olvido/de supresion/de oposicion/de
    cancelacion)); (me opongo/nos oponemos/oposicion/ejerzo/ejercer mi*) .. (tratamiento/datos/derecho*/comerciales/
    publicidad); (retiro/revoco) .. consentimiento; (rgpd/lopd/lopdgdd/gdpr) .. (denunci*/supresion/borr*/elimin*/
    reclam*/derecho*/baja/cancel*); (denunciar*/denuncia*/demandar*/acciones legales/(mi/mis/nuestro*) abogado*/
    agencia de proteccion/aepd); (nunca/no) .. (di mi consentimiento/he dado .. consentimiento/autoric*/me suscrib*/
    me he suscrito/he autorizado/me apunte); (correo/correos/publicidad/mensajes/email*) no (solicitad*/desead*/
    autorizad*); (esto es (spam/acoso)/como spam/marcar* .. spam/reportar* .. spam); (bloque*) (su/sus/este
    remitente/esta direccion/al remitente); (quiero/queremos/solicito/pido/deseo/quisiera/exijo) .. ser (eliminad*/
    borrad*/excluid*/dado de baja/retirad*/quitad*); [ya] no (quiero/queremos/deseo) .. (sus/vuestros/estos/mas)
    (correos/mails/mensajes/emails); no (sigan/siga/sigas/continuen) (enviando*/escribiendo*/mandando*/molestando*/
    contactando*/insistiendo); (paren/pare/cesen) (ya/./por favor); basta (ya/por favor)
"""

NOT_ASKED = """
    no (me/nos) (den/de/des/borren/eliminen/quiten/saquen/borre/elimine/quite) [de] [baja]; no quiero (darme de
    baja/cancelar); (clientes/usuarios/suscriptores/contactos/destinatarios) .. (baja/desuscri*/elimin*/borr*);
    (tasa/tasas/gestionan/gestion) .. (baja*/desuscri*); (de baja (medica/maternal/por/paternal/laboral/hasta));
    (estoy/esta/estara/estare) de baja; no .. (antes de/hasta) .. (#/enero/febrero/marzo/abril/mayo/junio/julio/
    agosto/septiembre/octubre/noviembre/diciembre/el proximo/que/final*); lista de (llamadas/telefono*); (por
    correo/el correo/por email) .. (bien/mejor/prefier*); no (he/hemos) recib*; no me .. (molesta que/importa);
    (abogado*) .. (despacho/contrato/revis*); no quiero (saber/mas) .. (precio*/sin); si (no desea/desea/ya no
    desea/no quiere*/quiere*) .. .. (recibir/baja/correos/mensajes); (haga clic/pulse/clic) .. .. (baja/aqui/
    zzlink); (baja/desuscrib*) .. .. (clic/zzlink/enlace/pulse)
"""
