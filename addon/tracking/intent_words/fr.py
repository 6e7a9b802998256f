"""What answers say in French."""

from __future__ import annotations

SIGNS = """
    en y ça ne je vous nous le la les un une des et est ne pas que qui pour dans sur avec votre vos notre nos
    bonjour merci cordialement au aux du ce cette mais sommes suis avez avons plus me moi mon ma se il elle on
    madame monsieur si l d j n s c qu ou
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (envoyez/envoyer/transmettre/transmettez/adresser/adressez/faire parvenir/partager/recevoir/avoir) [moi/
            nous/me/donc/volontiers] .. (offre/devis/documentation/brochure/tarif*/informations/infos/plaquette/
            détails/proposition/catalogue/exemple*/présentation/échantillon*/ références/docs/prix/dossier/grille/
            lien); (je suis/nous sommes/serais/serions/suis/sommes) [très/vivement/assez/plutôt/tout à fait/bien]
            intéress*; (m/nous) intéresse* [beaucoup/vraiment/vivement]; en (savoir plus/savoir davantage/apprendre
            plus); (semble/paraît/a l air/est/c est/sujet/parait) [très/vraiment/plutôt/assez] (intéressant*/
            pertinent*/prometteu*/ alléchant*/super/exactement/utile/bien); exactement ce (qu/que/dont); (tester/
            essayer/essai gratuit/période d essai/un essai/une démo); (prochaine* étape*/comment procéder/comment on
            procède/comment ça se passe); volontiers
        """,
        3: """
            (curieu*/intrigué*); (cherchons/cherche/recherchons) .. (solution/outil/prestataire/alternative/
            fournisseur); (tombe/tombez/arrive) .. (bien/à pic/point nommé); (avec plaisir/ça m intéresse/pourquoi
            pas/bonne idée/je suis preneur*/nous sommes preneurs/partant*); plus d (informations/infos/éléments);
            (nous|j)* aimer* (en savoir/voir/tester/découvrir)
        """,
        2: "intéressant*; (intérêt/intéress*)",
    },
    "wants_date": {
        4: """
            (fixer/fixons/convenir/planifier/organiser/prendre/caler/prévoir/programmer/proposer/proposez/bloquer) ..
            (rendez vous/rdv/appel/créneau*/réunion/échange/visio*/date*/rencontre/entretien/point/démo*); (êtes vous/
            seriez vous/es tu/vous êtes) (disponible*/dispo/libre*); (je suis/nous sommes/serais/serai) [plutôt/donc]
            (disponible*/dispo/libre*); (appelez/rappelez/contactez/téléphonez/appeler/joindre) [moi/nous/me] ..
            (lundi/mardi/mercredi/jeudi/vendredi/demain/à #/vers #/après/avant/entre/semaine/matin/# h*); (lundi/
            mardi/mercredi/jeudi/vendredi/demain) .. (à # */vers #/matin/après midi/convient/me va/nous va/possible/#
            h*/ça va/ça marche/disponible/serait/irait); (me/nous) (convient/convien*/va/irait/arrange*) [bien/mieux/
            parfaitement]; (quand/à quelle heure/quelles) .. (disponible*/appeler/rencontrer/parler/passer/
            disponibilités/dates/créneaux); (on peut/pouvons nous/peut on/pourrait on/pourrions nous) .. (appeler/
            parler/voir/rencontrer/échanger/discuter); (passer nous voir/passez nous voir/venez/venir nous voir/passez
            .. bureau*); (d accord pour/ok pour) .. (échange/appel/rdv/rendez vous/visio/point/démo); (invitation/vos
            disponibilités/lien visio/lien teams/lien zoom)
        """,
        3: """
            (rendez vous/rdv); # (minutes/min/h/heures); (semaine prochaine/cette semaine/semaine du); (lundi/mardi/
            mercredi/jeudi/vendredi); (échange téléphonique/un appel/au téléphone/de vive voix/visio); quart d heure;
            demi heure
        """,
        2: "(disponibilit*/agenda/créneau*)",
    },
    "question": {
        3: """
            (combien/comment/quel est/quelle est/quels sont/quelles sont/quel/quelle/quels/quelles/où/est ce/qu est
            ce/pourquoi/en quoi/avez vous/proposez vous/faites vous/pouvez vous/pourriez vous/peut on/peut il/faut il/
            y a t il/existe t il/sont ils/sont elles/est il/est elle/êtes vous/travaillez vous/qui sont/d où/gérez
            vous/a t il/fonctionne t*/livrez vous/à quoi/utilisez vous/avec quel*) ..
        """,
        2: """
            (question/questions/précis*); avant de (décider/aller/prendre/poursuivre/répondre/donner); (savoir si/
            préciser/expliquer/je me demande/pas clair/pas compris)
        """,
    },
    "objection": {
        4: """
            (déjà) (ce qu il faut/tout ce/équipés); (trop/beaucoup trop/un peu/assez/bien trop/vraiment/très) (cher*/
            élevé*/coûteu*/onéreu*/compliqué*/ complexe*/risqué*/lourd*); (pas de/aucun/pas le/pas les/plus de/sans)
            (budget/moyens/crédits); budget .. (serré/limité/épuisé/ne permet/insuffisant/bouclé); (avons/ai/
            utilisons/travaillons/utilise/travaille/ équipés/disposons/sommes) .. (déjà) .. (prestataire/solution/
            outil/fournisseur/logiciel/partenaire/ système/avec/équip*/un/une/engag*/sous contrat); déjà (un/une/
            équip*/sous contrat/engagé*/en place/avec); (satisfait*/content*/contents) [de/du/des/avec] ..; (pas
            convaincu*/sceptique*/doute*/réserves/réticent*/ inquiet*/craint*/crain*/méfi*/du mal à croire); (vois/
            voyons) pas .. (intérêt/valeur/plus value/avantage/ apport/différence/gain); (mauvaise* expérience*/déjà
            essayé/déjà testé/avons essayé/avons testé); (engagé*/liés/lié) .. (contrat/jusqu); (en interne/nous
            mêmes/développé notre)
        """,
        3: """
            (cher/chère/prix .. élevé*/tarif .. élevé*/hors budget/hors de prix/moins cher/concurren*); (rgpd/
            sécurité/confidentialité/données) .. (problème/souci/inquiét*/interdit/pas possible/bloqu*); (coût/temps)
            .. (changement/migration); (pas rentable/ne vaut pas/trop petit*/engagement)
        """,
    },
    "not_now": {
        2: """
            (en/après/avant/fin/début/à la) [the/der/den/dem/late/early/mid] (janvier/février/mars/avril/mai/juin/
            juillet/août/septembre/octobre/novembre/décembre/automne)
        """,
        4: """
            (on en/en) (reparle*/rediscute*) ..; (reparlons/rediscutons) ..; (pas) [d actualité/une priorité/la
            priorité/prioritaire] (pour le moment/pour l instant/en ce moment/ actuellement/maintenant/tout de suite/
            cette année/dans l immédiat/à l ordre du jour/avant/encore/ce trimestre/d actualité/une priorité/la
            priorité/notre priorité/prioritaire); (pour le moment/pour l instant/actuellement/en ce moment/cette
            année) .. (pas/aucun/rien/non/autre*); (recontact*/revenez/ revenir/rappelez/rappeler/relancez/relancer/
            reparl*/reprenez/ reprendre/repren*/écrivez/contactez/ contacter/retentez) [moi/nous/vers/en/me] .. (en
            janvier/en février/en mars/en avril/en mai/en juin/en juillet/en août/en septembre/en octobre/en novembre/
            en décembre/à la rentrée/l année prochaine/au printemps/à l automne/au prochain/dans # */dans quelques/
            dans un/dans six/dans trois/dans deux/après/plus tard/au second/au deuxième/à ce moment/l an prochain/
            début/fin/à partir/trimestre/semestre/le moment); (l année prochaine/l an prochain/prochain trimestre/
            trimestre prochain/année prochaine/prochain semestre/ prochain exercice); (plus tard/ultérieurement/à la
            rentrée/après l été/après les vacances); (mauvais moment/pas le bon moment/pas le moment/mal choisi/moment
            n est pas); (gelé*/en pause/suspendu*/en attente/ reporté*/repouss*/gel des)
        """,
        3: """
            (débordé*/sous l eau/surchargé*/pas le temps/en pleine/en plein/autres priorités/d autres priorités/la
            tête sous); (d ici/avant) (janvier/février/mars/avril/mai/juin/juillet/août/septembre/octobre/novembre/
            décembre/la rentrée/fin); (gardez/garde/gardons) .. (contact/coordonnées/sous le coude/côté)
        """,
    },
    "not_interested": {
        4: """
            (pas/plus/non/aucunement/guère) [du tout/vraiment/donc/été] (intéress*/besoin/intérêt/pour nous/preneur*/
            concern*/adapté*); aucun (intérêt/besoin/usage); (non merci/merci mais non/merci non/non mais merci/sans
            façon); (ne) (m/nous) (intéresse*) pas; (donner/donnons/donnerons/donnera) .. (pas suite/suite); ne
            (souhaite*/souhaitons/désire*/désirons/voulons/veux/comptons) pas .. (donner/poursuivre/changer/aller/
            investir/y/de/en); (décliner/déclinons/décline/refuser/refus); (décidé/choisi/opté/retenu) [de/pour/d] (ne
            pas/un autre/une autre/autre); (ne correspond) pas; sans intérêt
        """,
        3: """
            non .; (rien à/n avons besoin de rien/inutile*/perte de temps/pas la peine/ne nous convient pas/laissez
            tomber/spam/pub/bonne continuation/bonne chance/fermé*/cessé)
        """,
    },
    "wrong_person": {
        4: """
            (pas/plus) [la/le/du tout/votre/moi] [bon*] (personne/interlocut*/contact/responsable/en charge/chargé*/
            destinataire/mon domaine/de mon ressort/décisionnaire/mon service/ma partie/moi qui/service/bon*/celui/
            celle) ..; (mauvais*) (personne/interlocut*/adresse/service/destinataire/contact/entreprise/société);
            (contacter/contactez/adresser/adressez/voir/voyez/écrire/écrivez/rapprocher/rapprochez/joindre/demandez/
            parler) [vous/à/avec/plutôt/directement] (mon/ma/notre/m/mme/monsieur/madame/le/la/au/à/de/zzmail/l) ..;
            (transmis/transféré/transmets/transfère/fait suivre/fais suivre/transmettre) .. (à/au/votre/message/mail/
            collègue); (mon/ma/notre) (collègue/collaborat*/successeur/responsable/directeur/directrice/dsi/confrère/
            remplaçant*) ..; (s occupe/s en occupe/en charge/gère ce*/gère ces/gère les/responsable de ce*/chargé* de
            ce*/qui décide) ..; (ne travaille plus/quitté/plus dans l entreprise/plus partie/ne fait plus partie/
            retraite/changé de poste/plus en poste/plus dans la société)
        """,
        3: """
            (en copie/cc/collègue/siège/maison mère/service achats/erreur/trompé*/confond*/homonyme); (simple/juste)
            (stagiaire/assistant*/alternant*/standard*)
        """,
    },
    "opt_out": {
        4: """
            (désinscri*/désabonn*/désinscription/se désinscrire); (retirez/retirer/supprimez/supprimer/enlevez/
            enlever/effacez/effacer/rayez/ôtez/radiez) [moi/nous/me/mon/mes/immédiatement] .. (liste*/base/fichier*/
            adresse/données/coordonnées/contacts/diffusion/mailing/mail); ne (m/me/nous) .. plus [rien/jamais/de];
            (ne) [plus/souhaite/veux/désire/voulons/souhaitons/jamais/me] .. (plus) .. (recevoir/contact*/sollicit*/
            écrire/être/écri*/démarch*/envoy*/vos/mail*); (cessez/arrêtez/arrêter/cesser) [de/vos/d/svp/immédiatement]
            ..; (plainte/signaler*/saisir*) .. cnil; rgpd .. (effacement/suppression/opposition); (mise en demeure/
            droit d opposition/droit à l effacement/je m oppose/harcèlement); (plus aucun/plus de) (mail*/message*/
            email*/courriel*/sollicitation*/pub*/démarchage/courrier*); (laissez) (moi/nous) tranquille*;
            (suppression/retrait/effacement/radiation) .. (données/adresse/liste*/base/fichier*/coordonnées); stop
        """,
    },
    "away": {
        4: """
            (absent*/absence/absences) [du/de/jusqu/pour] ..; (en) (congé*/vacances/congé maternité/arrêt maladie/
            déplacement/formation/rtt/arrêt) ..; (hors du bureau/hors bureau/réponse automatique/message automatique);
            (de retour/retour) (le/au bureau/lundi/à partir) ..; (à mon retour/mon retour); (en cas d urgence/pour
            toute urgence/urgence); (pas accès/accès limité/accès restreint/pas consult*) ..
        """,
        3: "(fermé* du/fermeture/fermés jusqu); (jusqu au #*/jusqu à lundi)",
    },
    "bounce": {
        4: """
            (non remis/non distribué*/non délivré*/échec de (la remise/remise/livraison/distribution)/échec/n a pas pu
            être/n a pu être/n ont pas pu/pas été remis/impossible de remettre/impossible de livrer/pas pu être
            (remis/délivré/distribué/livré)/retour à l expéditeur); (boîte/adresse/destinataire/utilisateur/compte/
            messagerie) .. (pleine/introuvable/inconnu*/n existe pas/n existe plus/inexistant*/saturée/désactivé*/
            rejeté*/invalide/quota); (mailer daemon/postmaster/mail delivery/user unknown/quota/5 1 1/5 2 2/4 2 2/5 7
            1)
        """,
    },
    "positive": {
        1: "(merci/ravi*/super/parfait*/plaisir/volontiers/excellent*/bonne idée/bravo/intéressant*)",
    },
    "negative": {
        1: "(malheureusement/désolé*/spam/harcel*/inadmissible/marre/scandal*/cnil/assez/dommage/regret*/inaccept*)",
    },
    "negator": {
        1: "(pas/ni/aucun/aucune/jamais/sans/plus)",
    },
    "but": {
        1: "(mais/cependant/toutefois/néanmoins/par contre)",
    },
    "harmless": {
        1: """
            si vous n (êtes/etes) pas le .. destinataire; pourquoi pas; pas de (problème/souci); n hésitez pas; si ce
            n est pas; pas seulement
        """,
    },
}
