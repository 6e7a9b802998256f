"""How opt-outs are worded in French."""

from __future__ import annotations

ASKS = """
    (desabonn*/desinscri*/desinscription/me desabonner/desabonnement); (retir*/supprim*/enlev*/effac*/ray*/ot*/
    sort*) (moi/nous/mon/notre/mes/nos/ma/immediatement) [..] [de/des] [liste*/base*/fichier*/adresse*/donnees/
    coordonnees/mail*/email*/contact*]; (me/nous) (retirer/supprimer/enlever/rayer/oter/effacer/desinscrire/
    desabonner/sortir/radier); (retir*/supprim*/enlev*/effac*/ray*/radi*) .. (adresse*/donnees/coordonnees/mon nom/
    liste*/fichier*/base*/listing*/diffusion); (suppression/effacement/retrait) de (mes/nos/mon/notre/toutes/l/ma/
    cette) .. (donnees/adresse*/coordonnees/informations/email/mail); ne (me/nous) (contact*/ecriv*/envoy*/envoi*/
    relanc*/sollicit*/derang*/recontact*/adress*) .. (plus/pas/jamais); (ne plus/plus jamais) (me/nous/etre/jamais/
    rien/recevoir/m/en) .. (contact*/ecri*/envoy*/relanc*/sollicit*/derang*/recontact*/recevoir/adresser/demarch*);
    ne (plus/pas) (m/nous) (ecri*/envoy*/importuner); (ne m/m) (ecriv*/envoy*) plus; ne m (ecriv*/envoy*) .. (plus/
    rien); (ne/n) (souhait*/veux/voul*/desir*/accept*) .. (plus/pas/aucun*) .. (recevoir/etre (contact*/sollicit*/
    relanc*/demarch*)/de mails/de messages/vos mails/vos messages/vos courriels/vos e mails/vos emails/d emails/
    publicite*/aucun (mail/message/courriel/email/contact)); plus (de/aucun/d) (mail*/message*/courriel*/email*/
    publicite*/pub/sollicitation*/relance*/contact) [svp/merci/de/s/.]; (arret*/cess*/stopp*) [s il/immediatement/
    tout*/de suite/donc/de/d/vos/ces/les/cet/ce/avec/svp/ca] (m/me/nous/envoy*/ecri*/contact*/envois/mail*/email*/
    message*/sollicit*/relanc*/harcel*/spam*/publicite*/pub/ca/cela/courriel*/importun*/le harcelement/demarch*/
    tout/merci/svp/immediatement); (aucun/aucune) (autre*/nouveau*/futur*) (mail*/message*/courriel*/contact/email*/
    sollicitation*); (laiss*/fich*/foute*) (moi/nous/moi la) [donc/enfin] (tranquille*/la paix/en paix/paix); (droit
    a l (effacement/oubli)/droit d opposition); (m oppose/nous opposons/opposition/oppose*) .. (traitement/
    prospection/utilisation/donnees); rgpd .. (effac*/suppr*/plainte/opposition/violation/signal*/cnil); (cnil/(mon/
    notre/nos/mes/un) avocat* .. (contact*/prend*/saisi*/transm*)/poursuites/voie judiciaire/action en justice/mise
    en demeure); art* (17/21) .. rgpd; (retire/retirons/revoque*) .. consentement; (jamais/pas) .. (donne* mon
    (accord/consentement)/consenti/inscrit*/abonne*/donne l autorisation); (non sollicite*/indesirable*/c est du
    (spam/harcelement)/signal* .. spam/comme (spam/indesirable)); (bloqu*) (votre/vous/cet expediteur/cette
    adresse); hors de (votre/vos) .. liste*; (souhait*/voudr*/aimer*/demand*/veux/desir*) .. etre (retire*/
    supprime*/desinscrit*/enleve*/radie*/efface*/raye*); (merci/priere/veuillez) de (cesser/stopper/ne plus/arreter)
    ..; (cessez/stoppez/arretez) ; plus (jamais/aucun) (mail/message/contact/courriel/email)
"""

NOT_ASKED = """
    (ne/pas) .. (desabonn*/desinscri*) pas; ne (me/nous) (desabonn*/desinscri*/retir*/supprim*/enlev*) .. pas;
    (clients/utilisateurs/abonnes/destinataires/contacts) .. (desabonn*/desinscri*/suppr*); (taux de/lien de/gestion
    des/gerez vous) .. (desabonn*/desinscri*); (ne/n) .. (avant/jusqu) .. (#/janvier/fevrier/mars/avril/mai/juin/
    juillet/aout/septembre/octobre/novembre/decembre/la rentree/l ete/fin/debut/l annee); liste* (d appel*/
    telephonique*); (par mail/par email/l email/le mail) .. (va/convient/me va/ok/mieux/prefere*); (n ai/n avons)
    (pas/rien/jamais) [encore] recu; (avocat*) .. (cabinet/relit/contrat/client*); cabinet .. avocat*; [n] (arretez/
    arrete) pas; ne (nous/me) envoy* pas .. (par courrier/tout de suite); si vous .. (souhaitez/voulez/desirez) ..
    .. (recevoir/desabonn*/desinscri*/mails); (cliquez/cliquer) .. .. (desabonn*/desinscri*/ici/zzlink); (desabonn*/
    desinscri*) .. .. (cliquez/zzlink/lien)
"""
