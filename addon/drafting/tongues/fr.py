"""French."""

from __future__ import annotations

from addon.drafting.fold import words
from addon.drafting.tongue import Concept, Tongue, counted

_YOUR = r"(?:votre|vos|ton|ta|tes)"
_YOU = r"(?:vous|tu)"
_MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"

_CLAIMS = {
    Concept.FUNDING: (
        r"levee? de fonds|leve \d+|leve (?:recemment )?(?:des fonds|\w+ millions?)|avez (?:\w+ )?leve"
        r"|tour de table|derni\w+ (?:tour|levee)"
        rf"|{_YOUR} (?:\w+ )?(?:investisseurs?|financements?)|introduction en bourse|capital-risque"
    ),
    Concept.ACQUISITION: r"rachat|rachete\w*|acquisition|acquis|fusion|fusionne\w*|repris\w* par|reprise de",
    Concept.LAYOFF: r"licenci\w+|plan social|restructur\w+|faillite|redressement judiciaire|liquidation",
    Concept.LAUNCH: (
        r"(?:venez de|avez|a|viens de) (?:\w+ )?(?:lance\w*|annonce\w*|devoile\w*|presente\w*|publie\w*|sorti\w*)"
        rf"|lancement de|{_YOUR} nouve\w+ (?:\w+ )?(?:produit|application|plateforme|site|offre)|(?:est|ete) lance\w*"
    ),
    Concept.HIRING: (
        rf"{_YOU} (?:\w+ )?(?:recrute[zs]?|embauche[zs]?)|{_YOUR} (?:\w+ )?(?:recrutements?|offres? d'emploi"
        r"|postes? ouverts?)|offres? d'emploi|recrute"
    ),
    Concept.EXPANSION: (
        r"(?:avez|a|as|venez d'|vient d') ?(?:\w+ )?(?:ouvert|ouvrir|inaugure\w*|demenage|emmenage)|expansion"
        r"|ouverture de"
        r"|implantation|nouve\w+ (?:bureaux?|site|usine|entrepot|agence|siege)|migre (?:vers|de)|passe[sz]? a \w+"
    ),
    Concept.GROWTH: (
        r"(?:connu|connait|affiche) une (?:\w+ )?croissance|(?:votre|forte|belle|impressionnante) (?:\w+ )?croissance"
        r"|(?:a|avez|ont) (?:\w+ )?(?:double|triple|grandi|cru)|annee record|en pleine croissance"
        rf"|(?:la moitie|un tiers|un quart) de {_YOUR}"
    ),
    Concept.RESULTS: rf"{_YOUR} (?:chiffre d'affaires|benefices?|marges?|ventes) (?:est|sont|a|ont|atteint"
    rf"|baisse\w*)",
    Concept.AWARD: r"(?:remporte|gagne|recu|obtenu)e?s? (?:un|le|la|une) (?:\w+ )?(?:prix|trophee|distinction)"
    r"|prix de l\w*|trophees?|prime\w*|recompense\w*|nomme\w* (?:meilleur|parmi)|elu\w*|distingue\w*",
    Concept.MEDIA: (
        rf"(?:{_YOUR}|dernier|derniere|recent|recente) (?:\w+ )?(?:articles?|publications?|posts?|podcasts?"
        rf"|interviews?"
        r"|conference|webinaire|tweets?|blog|profil|site|newsletter|video|intervention|communique)"
        r"|sur linkedin|dans la presse"
    ),
    Concept.PROMOTION: rf"{_YOUR} (?:\w+ )?(?:promotion|nomination)|nouve\w+ (?:role|poste|fonctions?)|promue?s?"
    rf"|nomme\w* (?:a|au"
    r"|directeur|directrice)|avez rejoint|prise de poste",
    Concept.LEADERSHIP: r"leaders?|numero un|chef de file|pionnier\w*|(?:le|la|les) plus (?:grand|important)\w*"
    r"|de renom|reference du (?:marche|secteur)",
    Concept.STRUGGLE: (
        rf"{_YOU} (?:\w+ )?(?:perde[zs]|perds|souffre[zs]|peine[zs]|gaspille[zs]|luttez|rencontrez des)"
        rf"|ont du mal|avez du mal"
        rf"|{_YOUR} \w+ (?:souffre\w*|peine\w*|perd\w*|se plaign\w+|est lent\w*|sont debord\w*|sont insatisf\w*)"
    ),
    Concept.CONTACT: (
        r"mon (?:dernier|precedent|premier) (?:message|mail|e-?mail|courriel|appel)|merci pour (?:notre|"
        r"l') ?(?:echange|appel|discussion|conversation)|je (?:me permets de )?(?:vous )?relance|"
        r"comme (?:convenu|promis|discute|evoque|prevu)|suite a (?:notre|votre) (?:\w+ )?(?:appel|echange"
        r"|conversation|rencontre|demande|message|entretien|visite)|ravie? d'avoir|(?:vous avoir"
        r"|de vous) (?:rencontre\w*|parle|croise\w*)|nous nous sommes (?:\w+ )?(?:rencontres|parle|croises|vus)"
        r"|notre (?:dernier|derniere|precedent\w*|recent\w*) \w+|merci (?:de|pour) votre (?:interet|demande|message"
        r"|appel|reponse du|inscription|commande)|vous (?:m'|nous )?(?:avez|aviez) (?:\w+ )?(?:demande|telecharge"
        r"|signe|commande|inscrit|contacte\w*|sollicite\w*)|votre (?:facture|commande|abonnement|compte"
        r"|essai) (?:est|a|arrive|expire)"
    ),
    Concept.REFERRAL: (
        r"m'(?:a|ont) (?:\w+ )?(?:recommande|conseille|donne (?:votre|vos|ton)|parle de|dit|suggere d|oriente)"
        r"|de la part de|sur (?:la )?recommandation|nous a (?:recommande|conseille|mis en relation)"
    ),
}
_STEMS = {
    Concept.FUNDING: r"levee? de fonds|levees?\b|leve \d|fonds\b|financ|investi|tour de table|bourse"
    r"|serie [a-h]\b|capital",
    Concept.ACQUISITION: r"rachat|rachet|acqui|fusion|repris",
    Concept.LAYOFF: r"licenci|plan social|restruct|faillite|redressement|liquidation",
    Concept.LAUNCH: r"lanc|annonc|devoil|nouveau produit|nouvelle (?:app|plateforme|offre)|sortie\b",
    Concept.HIRING: r"recrut|embauch|offres? d'emploi|postes? ouvert|cherche\b|recherche\b",
    Concept.EXPANSION: r"expan|ouvert|ouvr|inaugur|implant|nouve\w+ (?:bureau|site|usine|entrepot|agence|siege)"
    r"|demenag|migr",
    Concept.GROWTH: r"croissance|doubl|tripl|grandi|record|moitie|tiers\b|quart\b|augment|hausse",
    Concept.RESULTS: r"chiffre d'affaires|benefice|marge|ventes|ca\b",
    Concept.AWARD: r"prix (?:de|du|d')|trophee|recompens|laureat|elu\b|distingu|remport|gagn",
    Concept.MEDIA: r"article|publication|post\b|podcast|interview|conference|webinaire|tweet|blog|profil"
    r"|newsletter|video|presse",
    Concept.PROMOTION: r"promu|promotion|nomm|nomination|nouveau (?:role|poste)|rejoint|prise de poste",
    Concept.LEADERSHIP: r"leader|numero un|chef de file|pionn|plus grand",
    Concept.STRUGGLE: r"perd|perte|souffr|mal a|peine|difficult|probleme|retard|lent|defi|debord|insatisf|gaspill",
    Concept.CONTACT: r"rencontr|parle\b|appel|echang|convers|salon\b|demand|telecharg|sign|command|contact|visite"
    r"|interet|contrat|facture|convenu",
    Concept.REFERRAL: r"recommand|conseill|suggere|oriente|parle\b",
}

TONGUE = Tongue(
    code="fr",
    claims=_CLAIMS,
    stems=_STEMS,
    us=r"nous|notre|nos|mon|ma|mes",
    them=r"vous|votre|vos|tu|ton|ta|tes",
    presumed=rf"^(?:derni\w+|recent\w*|{_YOUR}|le|la|les|nouve\w+)\b",
    perceived=r"vu|lu|entendu|appris|remarque|aime|apprecie|suivi|decouvert|impressionne\w*|felicitations?|bravo",
    condition=r"(?:si|s'il|que vous soyez)\b[^,;.]*$",
    modal=(
        r"(?:peut|peuvent|pouvez|pourrait|pourriez|pourraient|voudrais|souhaitez|pour|sans"
        r"|de|a|afin de|aider|aide|jamais|pas)(?: (?:vous|votre|vos))?\s*$"
    ),
    praise=r"felicitations?|felicite|bravo|chapeau",
    asks=r"dites-moi|faites-moi (?:savoir|signe)|repondez|choisir un creneau|reservez|choisissez|seriez-vous"
    r"|auriez-vous|n'hesitez pas|pouvez choisir|pouvez reserver|ecrivez",
    loose=(
        r"peux|decid\w+|besoin|peut|peuvent|pouvez|pourr\w+|si|s'il|comment|serai\w*|seriez|auriez|aimerai\w*"
        r"|souhait\w*|peut-etre|sans doute|surement|probablement|devez|espere|merci|permet\w*|aid\w+|nous|notre|nos"
        r"|je vous (?:ecris|envoie|contacte|propose|souhaite)|pour vous|gardez|recevez|choisi\w*|savez|quel\w*|puis"
        r"|veuillez|voudr\w*|voulez|avec (?:nous|cela)|mes|me|m'\w+"
    ),
    past=(
        r"(?:la semaine|le mois|l'annee|l'an|le trimestre|l'ete|l'hiver) (?:derniere?|passee?)|hier|avant-hier"
        r"|il y a (?:\w+ ){1,2}(?:jours?|semaines?|mois|ans?)"
    ),
    lately=r"recemment|dernierement|venez (?:de|d')|vient (?:de|d')",
    months=_MONTHS.replace(" ", "|"),
    month_names=tuple(_MONTHS.split()),
    near=r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce soir|(?:cette semaine|ce mois"
    r"|la semaine prochaine|le mois prochain)",
    talk=r"min|minutes?",
    clock=r"\d{1,2} ?h(?: ?\d{2})?|\d{1,2}:\d{2}|\d{1,2} heures?",
    ahead=r"(?:dans|d'ici|prochaine?s?) (?:les )?(?:\w+|\d+) (?:prochaine?s? )?(?:jours?|semaines?)",
    points=r"(?:\w+ )?(?:choses?|idees?|questions?|raisons?|facons?|lignes?|phrases?|mots?|points?|exemples?"
    r"|options?)",
    vague=r"(?:des )?centaines|(?:des )?milliers|(?:des )?dizaines",
    plain=words(
        """
        je j' vous nous tu il elle ils elles on le la les l un une des du de d et ou mais donc or ni car si que
        qui quoi
        dont comment pourquoi quand combien quel quelle quels quelles a au aux en dans sur sous chez avec sans
        pour par
        depuis avant apres entre vers votre vos notre nos mon ma mes ton ta tes son sa ses leur leurs ce cet cette ces
        c est cela ceci ca ici merci bonjour bonsoir oui non peut puis puis-je auriez seriez auriez-vous seriez-vous
        comme plus moins tres bien tout toute tous toutes avez etes lundi mardi mercredi jeudi vendredi samedi
        dimanche
        janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre monsieur madame
        cordialement
        """
    ),
    honorifics=r"monsieur|madame|mme|m\.|mlle|dr|docteur|prof|maitre",
    given=r"en tant que|en tant qu'|comme|etes|poste de|role de|fonctions de|nommee?|devenue?",
    titles=(
        r"directeur|directrice|president|presidente|pdg|dg|daf|drh|dsi|fondateur|fondatrice|gerante?|responsable"
        r"|chef|cheffe|associee?|manager|dirigeante?|acheteuse|acheteur|ceo|cto|cfo|coo|cmo|cio"
    ),
    numbers=counted(
        """
        un 1 une 1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize
        13 quatorze 14 quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60
        quatre-vingt 80 quatre-vingts 80 dizaine 10 douzaine 12 vingtaine 20 trentaine 30 cinquantaine 50
        centaine 100 cent 100 cents 100 mille 1000 million 1000000 millions 1000000 milliard 1000000000
        milliards 1000000000
        """
    ),
)
