"""What answers say in Romanian."""

from __future__ import annotations

SIGNS = """
    eu noi dumneavoastră nu este sunt suntem am avem un o și să de la în pe cu din pentru că dar vă rog
    mulțumesc mulțumim bună ziua salut cu stimă respect mai ne îmi mă care ce cum când dacă acest aceasta fi ați
    sau prin către va vom deja
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (trimite*/trimit*/transmite*/expedi*) [ne/mi/vă rog] .. (ofert*/informați*/preț*/detalii/materiale/
            broșur*/catalog*/prezentare*/mai multe/exemple/list*); (mă/ne) (interesează/interesa) ..; (sunt/suntem)
            [foarte] interesa*; (sună/pare/este) [foarte] (bine/interesant*/promițăt*/util*); (afla/ști/primi) mai
            multe; (testa/încerca/demo/perioadă de probă); (pașii următori/următorii pași)
        """,
        3: "(interesant*/cu plăcere/căutăm/caut/de ce nu/interesa*)",
    },
    "wants_date": {
        4: """
            (stabili*/programa*/fixa*/propune*/organiza*) .. (întâlnire*/apel*/discuți*/oră*/dată*/demo*); (luni/
            marți/miercuri/joi/vineri/mâine) .. (la #/ora/dimineaț*/după amiaz*/este bine/convine/pot/potriv*); (când/
            la ce oră) .. (putem/puteți/vorbi*/întâlni*/disponibil*); (putem/am putea/puteți) .. (vorbi/discuta/
            întâlni/vedea/suna); (sunați/suna/sună) [mă/ne] ..; (sunt/suntem) disponibil* ..; (îmi convine/ne convine)
        """,
        3: "(întâlnire*/apel*); (luni/marți/miercuri/joi/vineri); (săptămâna viitoare/ora #/# minute)",
    },
    "question": {
        3: """
            (cât/câte/cum/care/ce/unde/cine/când/de ce/aveți/este/există/oferiți/se poate/puteți/pot/funcționează/
            sunt/de unde) .. ?; (cât costă/cum funcționează)
        """,
        2: "(întrebare/întrebări/lămuri*); înainte de",
    },
    "objection": {
        4: """
            (prea/cam/destul de/foarte) (scump*/mare/mari/ridicat*/complicat*/riscant*); (nu avem/fără/nu există) ..
            (buget*/bani/fonduri); (deja/avem deja/lucrăm deja/folosim) .. (furnizor*/soluți*/sistem*/partener*/avem/
            folosim/lucrăm/colaborăm/cu); (mulțumiți/mulțumit/mulțumită) (de/cu) ..; (nu sunt convins*/nu suntem
            convinși/sceptic*/îndoi*/îngrijor*/nu văd/nu vedem); (experienț* neplăcut*/experienț* proast*/am mai
            încercat/am încercat); (contract*) .. (până/valabil)
        """,
        3: "(scump*/mai ieftin*/reducere*/concuren*/intern)",
    },
    "not_now": {
        4: """
            (acum/momentan/deocamdată/în acest moment/anul acesta/în prezent) .. (nu/nimic); nu .. (acum/momentan/
            deocamdată/în acest moment/anul acesta/o prioritate); (reveni*/contacta*/scrie*/suna*/reluăm/căuta*) ..
            (în ianuarie/în februarie/în martie/în aprilie/în mai/în iunie/în iulie/în august/în septembrie/în
            octombrie/în noiembrie/în decembrie/anul viitor/la toamnă/la primăvară/după/peste # luni/peste câteva/mai
            târziu/trimestrul); (anul viitor/trimestrul viitor/mai târziu/altă dată); (amân*/suspendat*/înghețat*/nu e
            momentul)
        """,
        3: "(foarte ocupa*/nu avem timp/nu am timp/alte priorități/aglomera*)",
    },
    "not_interested": {
        4: """
            nu [ne/mă/suntem/sunt/avem/este] .. (interes*/nevoie/util); (nu mulțumesc/mulțumesc nu/nu mulțumim/
            mulțumim dar nu/mulțumesc dar nu/mulțumim nu); (refuz*/am decis/am ales) ..; (nu dorim/nu doresc) ..
        """,
        3: "nu .; (pierdere de vreme/spam/succes/baftă)",
    },
    "wrong_person": {
        4: """
            nu [sunt/eu/mă] .. (persoana potrivită/persoana/responsabil*/ocup de/ocup/domeniul meu/departamentul meu/
            decid); (persoan*/adres*/departament*/firm*) greșit*; (ați greșit/greșeală) ..; (contacta*/scrie*/adresa*/
            vorbi*/luați legătura) .. (coleg*/zzmail/departament*/șef*/director*/domnul/doamna); (redirecționat/trimis
            mai departe/transmis) ..; (colegul meu/colega mea/șeful meu/directorul nostru) ..; (se ocupă/responsabil
            de/decide) ..; (nu mai) (lucr*/este/sunt) ..; (pension*)
        """,
        3: "(în cc/coleg*)",
    },
    "opt_out": {
        4: """
            (dezabon*); (șterge*/elimina*/scoate*/radia*) [mă/ne] .. (list*/baz*/date*/adres*/din/mail*/contact*);
            (nu) [îmi/ne/mă] .. (mai) .. (trimite*/scrie*/contacta*/primi*/deranja*/trimiteți); (nu mai/nu) (doresc/
            dorim/vreau/vrem) .. (prim*/mesaj*/mail*/e mail*/contacta*/mai); (opri*/înceta*) .. (mesaj*/mail*/trimit*/
            scrie*); gdpr .. (șterg*); lăsați (mă/ne) în pace; ștergerea .. (date*/adres*)
        """,
    },
    "away": {
        4: """
            (în concediu/concediu/în afara biroului/nu sunt la birou/răspuns automat/mesaj automat/în delegație/
            medical/maternitate); (revin/mă întorc/voi reveni/voi fi înapoi) ..; (urgențe/urgent/caz de urgență) ..;
            acces limitat
        """,
    },
    "bounce": {
        4: """
            (nu a putut fi livrat*/nu a fost livrat*/livrare eșuată/nelivrat*/imposibil de livrat/nu s a putut livra/
            livrarea .. eșuat/returnat expeditorului); (căsuț*/adres*/destinatar*/utilizator*) .. (plin*/nu există/
            necunoscut*/nu a fost găsit*/inexistent*)
        """,
    },
    "positive": {
        1: "(mulțumesc/mulțumim/plăcere/perfect/minunat/bine)",
    },
    "negative": {
        1: "(din păcate/spam/deranj*/reclam*/destul)",
    },
    "negator": {
        1: "(nu/nici/niciun/nicio/fără/niciodată)",
    },
    "but": {
        1: "(dar/însă/totuși)",
    },
    "harmless": {
        1: "de ce nu; nicio problemă; nu doar",
    },
}
