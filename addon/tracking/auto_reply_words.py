"""What automatic answers say: that somebody left, that something arrived, whom to write to instead.

Phrases are separated by ``|`` and read by ``wording``. Written from general knowledge of the languages.
"""

LEFT = """
    no longer with | no longer work | no longer working | no longer works | no longer employed
    | no longer an employee | no longer part of | no longer a member of | no longer here at | no longer at
    | not with the company any more | has left | have left | left the company | left our company
    | left the organization | left the organisation | i've left | is leaving the company | moved on from
    | retired from | has retired | have retired | is retired | not monitored as … left | last day at
    | last day with | former employee | nicht mehr bei | nicht mehr im unternehmen | nicht mehr für … tätig
    | nicht mehr in unserem | nicht mehr tätig | nicht länger bei | nicht mehr beschäftigt
    | nicht mehr angestellt | unternehmen verlassen | firma verlassen | ausgeschieden | in den ruhestand
    | im ruhestand | nicht mehr für uns | nicht mehr mitarbeiter | ne travaille plus | ne travaillons plus
    | ne fait plus partie | ne fais plus partie | n'est plus employé | n'est plus employée | a quitté
    | ai quitté | quitté la société | quitté l'entreprise | n'est plus en poste | n'est plus chez
    | ne suis plus chez | départ à la retraite | n'exerce plus | ya no trabaja | ya no trabajo
    | ya no forma parte | ya no formo parte | ya no está en | ya no pertenece | ya no pertenezco
    | dejó la empresa | ha dejado la empresa | he dejado la empresa | ha dejado de trabajar | ya no labora
    | ya no laboro | ya no se encuentra en la empresa | se ha jubilado | não trabalha mais | não trabalho mais
    | já não trabalha | já não trabalho | não faz mais parte | já não faz parte | não faço mais parte
    | deixou a empresa | deixei a empresa | não está mais na | não pertence mais | não se encontra mais
    | desligou se | desligada da empresa | desligado da empresa | non lavora più | non lavoro più
    | non fa più parte | non faccio più parte | ha lasciato | ho lasciato | non è più in azienda
    | non è più dipendente | non è più parte | non sono più in azienda | non collabora più | in pensione
    | niet meer werkzaam | niet langer werkzaam | werkt niet meer | werk niet meer | niet meer in dienst
    | niet langer in dienst | heeft … verlaten | uit dienst | niet meer bij | arbetar inte längre
    | jobbar inte längre | arbetar inte kvar | har slutat | slutat min anställning | har gått i pension
    | arbejder ikke længere | er ikke længere ansat | ikke længere ansat | er fratrådt | har forladt
    | er stoppet hos | jobber ikke lenger | arbeider ikke lenger | ikke lenger ansatt | har sluttet
    | er sluttet | ei ole enää | en ole enää | ei työskentele enää | en työskentele enää | siirtynyt pois
    | jäänyt eläkkeelle | już nie pracuje | nie pracuje już | już nie pracuję | nie pracuję już
    | nie jest już pracownikiem | zakończył współpracę | zakończyła współpracę | zakończyłem współpracę
    | zakończyłam współpracę | již nepracuje | již nepracuji | už nepracuje | už nepracuji | opustil společnost
    | opustila společnost | už nepracujem | már nem dolgozik | már nem dolgozom | nu mai lucrează
    | nu mai lucrez | nu mai face parte | artık çalışmamaktadır | artık çalışmıyor | artık çalışmıyorum
    | işten ayrılmıştır | işten ayrıldı | ayrılmış bulunmaktayım | görevinden ayrılmıştır | больше не работает
    | больше не работаю | уже не работает | уже не работаю | уволился | уволилась | покинул компанию
    | покинула компанию | більше не працює | більше не працюю | δεν εργάζεται πλέον | δεν εργάζομαι πλέον
    | 退職 | 退社いたし | 異動いたし | 転職いたし | 离职 | 離職 | 已离开公司 | 不再任职 | 퇴사 | 퇴직"""

STILL_HERE = """
    no longer at my desk | no longer in the office | no longer at work | no longer at the office
    | has left the office | left you | left a | left us a | left for | have left the office | left the office
    | no longer with limited | have left for | has left for"""
"""Looks like leaving the company, and is leaving for the day or on a journey."""

RECEIVED = """
    we have received | we've received | has been received | we received your | your request … received
    | your message … received | your enquiry … received | your inquiry … received | your email … received
    | acknowledge receipt | acknowledges receipt | confirm receipt | confirms receipt
    | thank you for contacting | thanks for contacting | thank you for getting in touch with
    | ticket has been created | do not reply to this | was read on | was displayed on | this is an automated
    | this is an automatic | automatically generated | wir haben ihre | ist bei uns eingegangen
    | ist eingegangen | eingang ihrer | erhalt ihrer | haben ihre … erhalten | automatisch generiert
    | automatisch erstellt | nous avons bien reçu | avons bien reçu | accusons réception | a bien été reçu
    | a bien été reçue | a été enregistrée | hemos recibido | su solicitud ha sido | recebemos sua
    | recebemos a sua | recebemos o seu | recebemos seu | abbiamo ricevuto | wij hebben uw | we hebben je
    | we hebben uw | in goede orde ontvangen | is ontvangen | vi har mottagit | vi har tagit emot
    | vi har modtaget | vi har mottatt | olemme vastaanottaneet | otrzymaliśmy | zgłoszenie zostało
    | obdrželi jsme | přijali jsme | megkaptuk | am primit | mesajınız … ulaşmıştır | мы получили | ми отримали
    | λάβαμε | 受け付けました | 受付いたしました | 受付けました | お問い合わせありがとう | 已收到
    | 접수되었습니다"""
"""That something arrived, or that a machine writes."""

INSTEAD = """
    contact | reach out to | please email | please write to | get in touch with | turn to | refer to
    | direct … to | replaced by | successor | successor is | colleague | wenden sie sich | kontaktieren sie
    | schreiben sie | richten sie | ansprechpartner | ansprechpartnerin | nachfolger | nachfolgerin
    | vertretung | vertreten durch | kollegin | kollege | kollegen | vertreten von | vertritt mich | contacter
    | contactez | adresser | adressez vous | joindre | remplacé par | remplacée par | collègue | successeur
    | contacte | contactar | póngase en contacto | diríjase | contacte con | dirigirse | comuníquese con
    | colega | compañero | compañera | escriba a | entre em contato | entre em contacto | contate | contatar
    | dirija se | substituto | fale com | contattare | rivolgersi | contatti | si rivolga | scrivere a
    | collega | contact opnemen | neem contact op | contacteer | richten tot | opvolger | kontakta
    | vänligen kontakta | kollega | kontakt | kontakte | ta kontakt | yhteyttä | ota yhteys | kontaktować
    | skontaktować | kontaktu | proszę o kontakt | zastępuje mnie | kontaktujte | obraťte se | obracejte se
    | kontaktovať | forduljon | keresse | contactați | contactati | iletişime | iletişim | irtibata
    | обращайтесь | обратитесь | обращаться | свяжитесь | писать | связаться | звертайтеся | επικοινωνήστε
    | ご連絡 | 後任 | 担当 | 联系 | 聯絡 | 연락 | 후임"""
"""Whom to write to instead follows, or stands close by."""

SPOKEN = {
    "en": "the | and | will | your | you | my | for | please | office | have | with | am | thank",
    "de": "ich | bin | und | der | die | nicht | ihre | wieder | sie | vom | zum | bis | mit | wir | für",
    "fr": "je | suis | du | au | le | votre | vous | et | jusqu'au | serai | les | pour | nous",
    "es": "el | estoy | hasta | de la | su | para | los | estaré | y | con | gracias | del | por",
    "pt": "estou | até | não | do | da | para | sua | seu | estarei | em | com | obrigado | e",
    "it": "il | sono | fino | al | della | per | non | sarò | dal | e | grazie | mio | alla",
    "nl": "ik | ben | het | de | niet | van | uw | en | met | tot | weer | voor",
    "sv": "jag | är | och | inte | till | på | den | att | för | din | med | åter",
    "da": "jeg | er | og | ikke | til | på | den | af | dit | din | med | fra | tilbage",
    "nb": "jeg | er | og | ikke | til | på | den | av | fra | tilbake | med | ditt",
    "fi": "olen | ja | asti | kiitos | voit | saakka | palaan | lomalla | poissa | toimistolla | hei",
    "pl": "jestem | urlopie | przebywam | dniach | nie | w | się | z | na | proszę | od | będę | dziękuję",
    "cs": "jsem | dovolené | mimo | se | na | od | budu | děkuji | kancelář | prosím | dne",
    "hu": "vagyok | nem | az | és | kérem | köszönöm | szabadságon | irodában | leszek",
    "ro": "sunt | nu | concediu | până | în | și | voi | din | vă | mulțumesc",
    "tr": "ve | için | tarihine | kadar | bir | ile | tarihleri | arasında | ofis | ofiste | yıllık | izindeyim",
    "ru": "я | не | до | в | с | буду | и | на | по | офисе",
    "uk": "я | не | до | у | з | буду | та | і | відпустці",
    "el": "και | το | είμαι | μέχρι | θα | από | γραφείου | την",
    "ja": "の | は | まで | より | です | ます",
    "zh": "我 | 的 | 将 | 您 | 在",
    "ko": "입니다 | 까지 | 합니다 | 는 | 을",
}
"""A language's commonest words in such notices, by which it is recognised."""
