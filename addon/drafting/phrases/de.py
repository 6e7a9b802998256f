"""German, in the polite form. An opening follows the greeting's comma, so that it begins small."""

from __future__ import annotations

from addon.drafting.phrases import Angle, Book, topics

BOOK = Book(
    openings={
        **topics(
            "„{topic}“ ist der Punkt, um den es mir geht.",
            "ich schreibe Ihnen wegen einer einzigen Sache: „{topic}“.",
            "ein Thema möchte ich gern mit Ihnen aufgreifen: „{topic}“.",
            "der Anlass für diese Zeilen ist schnell gesagt: „{topic}“.",
            "bei einem Stichwort könnten wir Ihnen vielleicht helfen: „{topic}“.",
            "„{topic}“: Dazu habe ich einen konkreten Vorschlag.",
            "ich komme gleich zum Thema: „{topic}“.",
            "„{topic}“: [dazu ein paar Zeilen|darum geht es heute].",
            "[darum geht es in dieser Mail|das ist heute mein Anliegen]: „{topic}“.",
            "[nur ein Stichwort|ein einziger Punkt] führt mich zu Ihnen: „{topic}“.",
            "[heute schreibe ich|ich melde mich] aus diesem Grund: „{topic}“.",
        ),
        Angle.TITLE: (
            "ich [wende mich an Sie|schreibe Ihnen], weil Sie {title} bei {company} sind.",
            "als {title} bei {company} [sind Sie dafür die richtige Adresse|können Sie das am besten "
            "einschätzen|sehen Sie schnell, ob es taugt].",
            "Ihre [Einschätzung|Meinung|Sicht] als {title} bei {company} [wäre mir wichtig|würde mir helfen].",
            "da Sie {title} bei {company} sind, [komme ich gleich zur Sache|spare ich mir die lange "
            "Vorrede|frage ich ganz direkt].",
            "[diese Zeilen gehen|diese Nachricht geht] [bewusst an Sie|an Sie persönlich] als {title} bei "
            "{company} [und nicht an ein Sammelpostfach|statt an eine allgemeine Adresse].",
            "Sie sind {title} bei {company}, [deshalb schreibe ich Ihnen persönlich|darum geht meine Frage an Sie].",
            "[was folgt, ist|das Folgende ist|der Rest dieser Mail ist] für Sie als {title} bei {company} "
            "[gedacht|bestimmt].",
            "[meine Frage gehört|dieses Thema gehört] zur Aufgabe als {title} bei {company}, [daher frage ich "
            "Sie|also wende ich mich an Sie].",
            "mit Blick auf Ihre Arbeit als {title} bei {company} [habe ich einen Vorschlag|folgt hier eine Idee].",
            "für [Ihre Tätigkeit|Ihren Alltag] als {title} bei {company} [könnte das Folgende brauchbar "
            "sein|lohnt sich vielleicht ein Blick hierauf].",
            "nur als {title} bei {company} [weiß man, ob das taugt|kann man so etwas entscheiden], [darum diese "
            "Mail|deshalb meine Zeilen|und so frage ich Sie].",
        ),
        Angle.INDUSTRY: (
            "ich [melde mich|schreibe heute], weil {company} in [diesem Bereich arbeitet|dieser Branche zu Hause "
            "ist]: {industry}.",
            "{company} ist in der Branche {industry} [zu Hause|tätig], [und genau deshalb schreibe ich|daher "
            "diese kurze Mail].",
            "in der Branche {industry} könnte Ihnen [unser Angebot|unsere Arbeit] bei {company} [nützen|helfen].",
            "es geht um [ein Thema|eine Frage] aus der Branche {industry}, [daher habe ich an {company} "
            "gedacht|deswegen geht diese Mail an {company}].",
            "ich [schreibe {company} mit einem Vorschlag|melde mich bei {company} mit einer Idee] für die "
            "Branche {industry}.",
            "weil {company} zur Branche {industry} gehört, [fasse ich kurz zusammen, was wir tun|stelle ich uns "
            "in wenigen Worten vor|melde ich mich mit einer Idee].",
            "mein [Anliegen|Vorschlag] betrifft die Branche {industry} [und damit vielleicht auch|und könnte "
            "interessant sein für] {company}.",
            "für ein Unternehmen der Branche {industry} wie {company} [genügen wenige Zeilen|habe ich hier eine Idee].",
            "{company} gehört zur Branche {industry}, und [darum dreht sich diese Mail|von dort stammt mein "
            "Vorschlag].",
            "mit Unternehmen aus der Branche {industry} [sprechen wir besonders gern|möchte ich ins Gespräch "
            "kommen], [also auch|und damit auch] mit {company}.",
            "angesichts der Branche {industry}, in der {company} [tätig ist|arbeitet], [liegt ein Vorschlag "
            "nahe|möchte ich eine Sache erwähnen|hier ein Gedanke].",
        ),
        Angle.SIZE: (
            "ich schreibe {company} wegen der Größe Ihres Hauses: {size} Mitarbeitende.",
            "{company} zählt {size} Mitarbeitende, deshalb habe ich an Sie gedacht.",
            "Unternehmen wie {company} mit {size} Mitarbeitenden möchte ich gern ansprechen.",
            "bei {size} Mitarbeitenden könnte sich für {company} ein kurzer Blick lohnen.",
        ),
        Angle.COUNTRY: (
            "ich schreibe an {company} ({country}) wegen einer ganz bestimmten Sache.",
            "diese Zeilen gehen an {company} in der Region {country}.",
            "eine Sache möchte ich {company} ({country}) gern vorstellen.",
            "hier kommt eine kurze Nachricht an {company} ({country}) mit nur einem Thema.",
        ),
        Angle.COMPANY: (
            "ich möchte {company} lieber [direkt schreiben|persönlich fragen], als [eine Broschüre zu "
            "schicken|auf Werbung zu setzen].",
            "ich [schreibe {company}|wende mich an {company}] wegen [einer ganz bestimmten Sache|eines einzigen "
            "Themas].",
            "[einen Punkt|eine Anregung|einen Vorschlag] möchte ich {company} gern [vorlegen|unterbreiten].",
            "in dieser kurzen [Nachricht|Mail] möchte ich {company} [nur ein Thema nennen|eine einzige Frage stellen].",
            "vielleicht sind Sie bei {company} [für das Folgende zuständig|dafür die richtige Person].",
            "ich möchte gern [herausfinden|wissen], ob wir {company} [nützlich sein|unterstützen] können.",
            "warum ich [an {company} schreibe|mich bei {company} melde], möchte ich [in wenigen Zeilen|kurz] sagen.",
            "[erlauben Sie mir|gestatten Sie] ein paar Zeilen an {company}, [alle zu einem Thema|mit klarem Zweck].",
            "{company} ist der [Grund für diese Mail|Anlass meiner Zeilen], und es geht [um genau ein Thema|nur "
            "um einen Vorschlag].",
            "mag sein, dass {company} dafür keine Verwendung hat, [aber eine kurze Mail schadet nicht|doch "
            "fragen möchte ich trotzdem].",
            "diese Nachricht an {company} ist [schnell|rasch] gelesen: [eine Idee und keine Broschüre|ein "
            "einziger Vorschlag].",
        ),
        Angle.PERSON: (
            "ich möchte Ihnen lieber direkt schreiben, als eine Broschüre zu schicken.",
            "ein ganz bestimmtes Thema möchte ich Ihnen nennen.",
            "eine Sache möchte ich Ihnen in wenigen Zeilen vorstellen.",
            "mich interessiert Ihre Meinung zu einem Thema.",
            "das ist eine kurze Nachricht mit nur einem Anliegen.",
            "vielleicht sind Sie für das Folgende zuständig.",
            "warum ich Ihnen schreibe, möchte ich in wenigen Zeilen sagen.",
        ),
    },
    bridges=(
        "Wie Sie das [heute lösen|derzeit handhaben], kann ich nur [vermuten|raten], deshalb frage ich "
        "[lieber nach|ganz offen].",
        "Ob das für Sie [gerade wichtig ist|im Augenblick zählt|überhaupt in Frage kommt], können nur Sie "
        "[beurteilen|sagen].",
        "Falls es bei Ihnen auf der Liste steht, [unterstütze ich Sie gern dabei|erzähle ich gern mehr "
        "davon|helfe ich mit Vergnügen].",
        "Ein offenes Wort ist mir lieber als [Vermutungen über Ihre Arbeit|Rätselraten aus der Ferne].",
        "Vielleicht [spielt es für Sie eine Rolle|ist es gerade Thema|kommt es gelegen], vielleicht nicht; "
        "[beides hilft mir weiter|über jede Antwort freue ich mich|so oder so bin ich dankbar für ein Wort].",
        "Von außen lässt sich [schwer sagen|kaum erkennen], ob es passt, [darum fasse ich mich kurz|das "
        "überlasse ich also Ihnen|hier zählt nur Ihr Urteil].",
        "Ob es [Ihre Zeit|einen zweiten Blick] wert ist, [entscheiden Sie|liegt bei Ihnen]; [mehr dazu gern "
        "auf Nachfrage|die Kurzfassung soll hier genügen].",
        "Keine Broschüre kennt [Ihren Alltag|Ihre Lage|Ihren Betrieb] so gut wie Sie, [darum überlasse ich "
        "Ihnen das Urteil|deshalb frage ich Sie|also urteilen Sie selbst].",
        "Sollte es [uninteressant|das falsche Thema] sein, [genügt ein kurzes Nein|vergessen Sie diese "
        "Mail]; andernfalls [gehen wir gern ins Detail|stehe ich zur Verfügung].",
        "Meine Annahme kann [falsch sein|danebenliegen], und [dann lasse ich mich gern berichtigen|auch das "
        "wüsste ich gern].",
        "Möglicherweise kümmert sich [jemand anderes|das Nachbarbüro|ein anderes Team] darum, [dann leiten "
        "Sie dies gern weiter|und das wäre ebenso recht|dann war ich hier falsch].",
    ),
    plain_bridges=(
        "Ein offenes Wort ist mir lieber als [Vermutungen über Ihre Arbeit|Rätselraten aus der Ferne].",
        "Ihre Pläne kann ich [nicht kennen|nur erraten], deshalb [frage ich lieber nach|stelle ich lieber "
        "eine offene Frage].",
        "[Schon eine kurze Antwort|Auch ein knappes Wort] würde mir helfen zu verstehen, [wo ich nützlich "
        "sein kann|was für Sie zählt].",
        "[Behaupten möchte ich nichts|Annahmen vermeide ich], und [leere Versprechen lasse ich weg|ich "
        "bleibe bei dem, was sicher ist].",
        "Mir geht es um ein [ehrliches Gespräch|einfaches Kennenlernen], [ohne Folien und große Worte|nicht "
        "um eine Verkaufsschau].",
    ),
    pains=(
        "Ob „{pain}“ für Sie ein Thema ist, kann ich nur vermuten, deshalb frage ich lieber nach.",
        "Darüber könnten wir sprechen, wenn es Sie betrifft: „{pain}“.",
        "Falls Sie mit „{pain}“ zu tun haben, könnte das hier nützlich sein.",
        "Ich denke an das Thema „{pain}“; ob es bei Ihnen vorkommt, wissen Sie am besten.",
        "„{pain}“ kann bei Ihnen eine Rolle spielen oder auch nicht.",
        "Mir geht es um „{pain}“, sofern das bei Ihnen überhaupt vorkommt.",
        "Vielleicht steht „{pain}“ auf Ihrer Liste, vielleicht nicht; beides hilft mir weiter.",
    ),
    offers=(
        "Wir [bieten|liefern|machen]: {what}.",
        "Was wir tun, [in einer Zeile|einfach gesagt|in einem Satz]: {what}.",
        "[Kurz gesagt|Knapp formuliert] ist das [unsere Arbeit|unser Geschäft]: {what}.",
        "Unsere Seite ist [schnell erklärt|rasch erzählt|mit einem Satz beschrieben]: {what}.",
        "Das [bekämen|erhielten] Sie von uns: {what}.",
        "Hier unser [Angebot in der kürzesten Form|Produkt in wenigen Worten]: {what}.",
        "Womit wir uns [beschäftigen|befassen|jeden Tag befassen]: {what}.",
        "[Ohne Umschweife|Rundheraus]: [Unser Produkt|Unsere Leistung] ist {what}.",
        "Was ich [vorstellen|zeigen] möchte: {what}.",
        "[Hinter dieser Mail steht|Es handelt sich um] [ein Angebot|unser Produkt]: {what}.",
        "[Darum dreht es sich|Beim Namen genannt]: {what}, [nicht mehr und nicht weniger|ganz schlicht].",
    ),
    audiences=(
        "[Gedacht|Gemacht|Gebaut] ist es für: {audience}.",
        "Diese [Gruppe haben wir im Blick|Leute haben wir vor Augen]: {audience}.",
        "Für wen wir [das machen|arbeiten|da sind]: {audience}.",
        "Unser Angebot [richtet sich an|wendet sich an|passt zu]: {audience}.",
        "[Zugeschnitten|Ausgerichtet] ist es auf: {audience}.",
        "Wer damit [arbeiten|umgehen] soll: {audience}.",
        "Entwickelt haben wir es [für|mit Blick auf]: {audience}.",
        "Unsere [Anwender|Kundschaft]: {audience}.",
        "[Am meisten davon haben|Besonders nützlich ist es] [wohl|unserer Meinung nach]: {audience}.",
        "[Mit wem wir gern arbeiten|Wem wir dienen]: {audience}.",
        "Unser [Augenmerk|Schwerpunkt] liegt auf [diesem Kreis|einer Gruppe]: {audience}.",
    ),
    proofs=(
        "Eine [Tatsache|Angabe] über uns: {proof}.",
        "[Konkret|Handfest] von unserer Seite: {proof}.",
        "Ein Beispiel [dafür|aus der Praxis]: {proof}.",
        "Was wir [vorweisen|zeigen|belegen] können: {proof}.",
        "Zum [Einschätzen|Beurteilen] unserer Arbeit: {proof}.",
        "Falls Sie einen [Anhaltspunkt|Maßstab] suchen: {proof}.",
        "Ein [Wort|Satz] zu unserer Erfahrung: {proof}.",
        "[Was dabei herauskommt|Ein Ergebnis bisher]: {proof}.",
        "[Für uns spricht|Zu unseren Gunsten]: {proof}.",
        "[Schlicht und ohne|Ohne] große Worte [gesagt|berichtet]: {proof}.",
        "[Erwähnenswert|Gut zu wissen] [ist dabei|in diesem Zusammenhang]: {proof}.",
    ),
    asks=(
        "Wäre Ihnen ein [Gespräch von 15 Minuten|kurzes Telefonat] [die Zeit wert|recht]?",
        "Möchten Sie sich das [einmal gemeinsam mit mir ansehen|am Bildschirm zeigen lassen]?",
        "Darf ich Ihnen [eine kurze Übersicht|eine Seite|ein paar Zeilen] dazu [schicken|senden]?",
        "Wäre es [sinnvoll|hilfreich], [kurz darüber zu sprechen|das einmal durchzugehen]?",
        "Hätten Sie [ein paar Minuten|eine Viertelstunde] für [ein Telefonat darüber|einen kurzen Austausch]?",
        "Soll ich Ihnen in [wenigen Sätzen|aller Kürze] schreiben, [wie es funktioniert|was dahintersteckt]?",
        "Ist das etwas, worüber Sie gern [mehr wüssten|Näheres hören würden]?",
        "Wie wäre es mit [einem kurzen Austausch|zehn Minuten per Video], um [zu sehen, ob es passt|mehr zu "
        "erfahren|Fragen zu klären]?",
        "Sind Sie offen für [eine kleine Vorführung|ein Beispiel] [am Bildschirm|per Video]?",
        "Was wäre [ein guter|der einfachste] Weg, um [weiterzumachen|in Kontakt zu bleiben]: [Telefon oder "
        "Mail|ein Anruf oder wenige Zeilen]?",
        "Kann ich [Fragen beantworten|mehr erklären], [schriftlich oder am Telefon|ganz wie Sie wollen]?",
    ),
    bookings=(
        "Wenn Sie [prüfen möchten, ob es passt|sich ein Bild machen wollen], [suchen Sie sich gern einen "
        "Termin aus|nehmen Sie eine Uhrzeit, die Ihnen liegt|geht das hier am schnellsten]: {link}",
        "Am einfachsten ist ein kurzes Gespräch, [gern zu Ihrer Wunschzeit|wann immer Sie wollen]: {link}",
        "Falls ein Austausch für Sie [nützlich klingt|in Frage kommt], [finden Sie hier meinen "
        "Kalender|stehen hier meine freien Stunden]: {link}",
        "Um das [kurz durchzugehen|in Ruhe zu besprechen], [können Sie einfach einen freien Platz "
        "nehmen|wählen Sie hier eine Lücke|gibt es diese Seite]: {link}",
        "Sollten Sie [mehr hören wollen|neugierig sein], [wählen Sie hier einen Zeitpunkt für ein "
        "Telefonat|genügt ein Klick auf diese Seite]: {link}",
        "Wenige Minuten [am Telefon|per Video] genügen, [den Tag können Sie bestimmen|das Datum überlasse "
        "ich Ihnen|und zwar, wann Sie wollen]: {link}",
        "[Buchen Sie einfach selbst|Tragen Sie sich gern selbst ein], [wann es Ihnen passt|zu welcher Stunde "
        "auch immer]: {link}",
        "Fragen klären sich [am besten|am schnellsten] persönlich; [hier lässt sich ein Termin "
        "reservieren|diese Seite zeigt, wann ich frei bin|hier geht es zum Kalender]: {link}",
        "Wann immer [es sich einrichten lässt|der Tag eine Lücke hat], [reden wir miteinander|genügt eine "
        "Viertelstunde]: {link}",
        "Ob [neugierig|interessiert] oder [skeptisch|im Zweifel], [ein erstes Gespräch kostet "
        "nichts|reservieren Sie ruhig eine Zeit]: {link}",
        "Hier [reservieren Sie|gibt es] [eine Viertelstunde mit mir|ein unverbindliches erstes Gespräch]: {link}",
    ),
    closers=(
        "Wenn es nicht passt, ist das [völlig in Ordnung|überhaupt kein Problem|schnell vergessen].",
        "Eine oder zwei Zeilen reichen, [egal wie die Antwort ausfällt|ganz gleich in welchem Sinn|mehr "
        "braucht es nicht].",
        "Sollte es gerade [ungünstig sein|viel zu tun geben], [eilt es überhaupt nicht|hat das alle Zeit der "
        "Welt|dann eben später].",
        "Auch ein Nein ist [willkommen|vollkommen recht], [das spart uns beiden Zeit|dann wissen wir beide "
        "Bescheid|damit wäre alles klar].",
        "[Vorzubereiten|Zu installieren oder zu unterschreiben] ist dafür nichts.",
        "Danke, dass Sie sich den [Moment zum Lesen|Augenblick dafür] nehmen.",
        "Ich fasse mich dabei kurz und [bleibe bei den Fakten|verzichte auf Werbesprüche].",
        "Antworten [dürfen Sie gern|können Sie auch] [in Stichworten|mit einem einzigen Wort].",
        "[Keine Antwort nötig|Schweigen ist auch recht], falls [das nicht Ihr Thema ist|kein Interesse besteht].",
        "[Früher oder später|Ob bald oder erst nach Monaten], [mir ist jede Zeit recht|ich richte mich nach "
        "Ihnen|es passt immer].",
        "Sollte etwas [unklar|offen] sein, [reicht eine kurze Zeile|erkläre ich gern mehr|bin ich zu erreichen].",
    ),
    subjects=(
        "Eine Frage an {whom}",
        "{whom}: eine kurze Frage",
        "Ein Gedanke für {whom}",
        "Eine Idee für {whom}",
        "Kurze Nachricht an {whom}",
        "{whom}: einen Blick wert",
        "Für {whom}: ein Thema in Kürze",
    ),
    booking_line="Wenn Sie darüber sprechen möchten, suchen Sie sich gern einen Termin aus: {link}",
    plain_subject="Eine Frage an {whom}",
    bare_subject="Eine kurze Frage",
    spread=11,
)
