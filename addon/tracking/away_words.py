"""What people write when they are away: the words around the date, in the languages of the notices we meet.

Phrases are separated by ``|`` and read by ``wording``. Written from general knowledge of the languages.
"""

UNTIL = """
    until | till | til | up to and including | through | thru | up until | to and including | up to | bis
    | bis zum | bis inklusive | bis einschließlich | bis inkl | bis einschl | bis und mit | jusqu'au | jusqu'à
    | jusqu'en | jusque | hasta | hasta el | até | até o | até ao | até dia | fino al | fino all | fino a
    | sino al | fin al | tot | tot en met | t/m | tm | till och med | t o m | til og med | tom | frem til
    | do dnia | do | aż do | až do | včetně | до | по | pana la | până la | până pe | pana pe | έως | μέχρι
    | ως | 直到 | 直至 | 至"""
"""Before a date: the last day away, or, of coming back, the first day there."""

UNTIL_AFTER = """
    まで | 迄 | 까지 | asti | saakka | kadar | tarihine kadar | ig | eig | 为止 | 為止 | inclusive | included
    | eingeschlossen | inclus | incluido | compreso | incluso"""
"""After a date, where the language puts it there, or where the day is said to count."""

BACK = """
    back | return | returning | returns | i will be back | be in the office again | available again | resume
    | resuming | reopen | reopens | reopening | zurück | wieder da | wieder im | wieder erreichbar
    | wieder zurück | wieder | zurückkehren | zurückkehre | zurückgekehrt | de retour | retour | reprends
    | reprendrai | reprise | rentre | rentrerai | rouvrira | regreso | vuelvo | volveré | regresaré
    | estaré de vuelta | de vuelta | reincorporo | reincorporaré | incorporaré | vuelta | de volta | regresso
    | retorno | retornarei | voltarei | regressarei | volto | estarei de volta | regressando | retornando
    | rientro | rientrerò | torno | tornerò | ritorno | sarò di ritorno | di nuovo | disponibile dal | terug
    | weer aanwezig | weer bereikbaar | weer op kantoor | weer | åter | tillbaka | är åter | tilbage | tilbake
    | igen | igjen | takaisin | palaan | palaa | tavoitettavissa jälleen | wracam | powrót | powrócę | wrócę
    | będę z powrotem | ponownie | zpět | vrátím | opět | späť | vissza | visszatérek | ismét | revin
    | mă întorc | revenire | înapoi | geri döneceğim | döneceğim | dönüş | dönüyorum | вернусь | возвращаюсь
    | выхожу | выйду | буду в офисе | повернусь | повертаюся | επιστρέφω | επιστρέψω | επιστροφή | 復帰 | 戻り
    | 戻る | 出社 | 業務を再開 | 営業を再開 | 通常営業 | 通常通り | より営業 | 返回 | 回来 | 回來 | 恢复 | 恢復
    | 回到 | 복귀 | 돌아 | 출근"""
"""That somebody comes back, or a place opens again."""

FROM = """
    from | since | starting | starting on | as of | beginning | commencing | ab | ab dem | ab sofort | seit
    | von | vom | beginnend | à partir du | à partir de | dès | dès le | depuis | du | a partir del
    | a partir de | desde | desde el | a partir do | dal | dall | a partire dal | vanaf | sinds | från
    | från och med | fra | fra og med | alkaen | od | od dnia | с | со | от | з | від | de la | din | από
    | itibaren | 自 | 从"""
"""Before a date: the first day of something."""

AWAY = """
    out of office | out of the office | away from the office | away from my desk | away from my email
    | on vacation | on annual leave | on holiday | on holidays | on leave | parental leave | maternity leave
    | paternity leave | sick leave | medical leave | on sabbatical | on a business trip | traveling
    | travelling | limited access to e mail | limited access to email | limited access to my email
    | limited access to my e mail | no access to email | no access to my email | not in the office
    | office is closed | office will be closed | offices are closed | offices will be closed | we are closed
    | we will be closed | is currently away | currently away | currently out | be away | am away | i am out
    | i'm out | im out | be out | not available | unavailable | not be available | unable to respond | absent
    | not be checking | not be reading | away on | out on | ooo | pto | day off | days off | time off
    | nicht im büro | nicht im hause | nicht im haus | außer haus | im urlaub | in urlaub | abwesend
    | abwesenheit | nicht erreichbar | nicht am platz | nicht am arbeitsplatz | elternzeit | mutterschutz
    | dienstreise | geschäftsreise | krankheitsbedingt | nicht anwesend | nicht verfügbar | urlaubsbedingt
    | auf reisen | betriebsferien | büro ist geschlossen | büro bleibt geschlossen | ferien
    | nicht persönlich erreichbar | absente | en congé | en congés | congés | en vacances | en déplacement
    | hors du bureau | absence | pas au bureau | pas disponible | indisponible | congé maternité
    | congé parental | bureaux sont fermés | bureaux seront fermés | fermé | fermés | fuera de la oficina
    | fuera de oficina | fuera del despacho | de vacaciones | ausente | de viaje | de baja | ausencia
    | no estaré disponible | no me encuentro | no estaré en la oficina | de permiso | cerrado por vacaciones
    | cerrada por vacaciones | vacaciones | fora do escritório | fora da empresa | de férias | em férias
    | férias | em viagem | de licença | ausência | não estarei disponível | não estarei no escritório
    | licença maternidade | licença de maternidade | fuori sede | fuori ufficio | assente | in ferie
    | in vacanza | in viaggio | assenza | non sono in ufficio | non sarò in ufficio | in maternità
    | chiusi per ferie | chiuso per ferie | chiusura | non disponibile | afwezig | afwezigheid | met vakantie
    | op vakantie | niet op kantoor | niet aanwezig | met verlof | buiten kantoor | niet bereikbaar
    | zwangerschapsverlof | ouderschapsverlof | kantoor is gesloten | inte på kontoret | på semester | semester
    | borta | tjänstledig | föräldraledig | inte på plats | frånvarande | ledig | ikke på kontoret | på ferie
    | ferie | fraværende | bortrejst | bortreist | barsel | ute av kontoret | ikke til stede | permisjon
    | foreldrepermisjon | ikke tilgjengelig | poissa | lomalla | vuosilomalla | en ole toimistolla
    | toimiston ulkopuolella | äitiyslomalla | perhevapaalla | nieobecny | nieobecna | poza biurem | na urlopie
    | urlop | urlopu | nieobecność | nieobecności | w delegacji | mimo kancelář | na dovolené | dovolenou
    | nepřítomen | nepřítomna | nejsem v kanceláři | mateřské | nepřítomnost | na dovolenke | mimo kancelárie
    | szabadságon | nem vagyok az irodában | házon kívül | távol | în concediu | nu sunt la birou | lipsesc
    | în afara biroului | izinde | izindeyim | yıllık izin | yıllık izinde | ofis dışında | ofis dışındayım
    | ofiste değilim | tatilde | tatildeyim | iznim | в отпуске | вне офиса | отсутствую | отсутствует
    | отсутствовать | не будет в офисе | в командировке | нет на месте | не в офисе | у відпустці | поза офісом
    | відсутній | відсутня | εκτός γραφείου | σε άδεια | απουσιάζω | απουσία | άδεια | 不在 | 休暇 | 外出
    | 出張 | 休業 | お休み | 休みを | 年末年始 | 休假 | 出差 | 度假 | 放假 | 年假 | 부재 | 휴가 | 출장 | 외근
    | 휴무 | nghỉ phép | sedang cuti | בחופשה | מחוץ למשרד | خارج المكتب | إجازة"""
"""That somebody, or everybody, is not there."""
