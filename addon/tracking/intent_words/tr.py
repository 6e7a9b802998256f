"""What answers say in Turkish."""

from __future__ import annotations

SIGNS = """
    ben biz siz bu bir ve için ile de da değil var yok çok teşekkürler teşekkür ederim merhaba selam
    saygılarımla iyi çalışmalar günler ama olarak daha ne nasıl mi mı mu mü şu en olan gibi kadar sayın bey
    hanım lütfen bizim benim sizin olur zaten hiç
"""
"""Little words by which the language is known."""

PHRASES = {
    "interested": {
        4: """
            (bilgi/detay*/teklif*/fiyat*/katalog*/broşür*/sunum*/örnek*/numune*/doküman*/referans*/fiyat listesi/daha
            fazla bilgi) .. (gönder*/ilet*/paylaş*/yolla*/alabilir*/atar*/atın/rica*); (ilgileniyor*/ilgimizi çek*/
            ilgimi çek*/ilgilenir*/ilgiliyiz/ilgiliyim); (ilginç/güzel/mantıklı/faydalı/iyi) (görünüyor/geldi/duruyor/
            olabilir/bir fikir); (daha fazla) (bilgi/detay) ..; (denemek/test etmek/deneme sürümü/demo/pilot) ..;
            (sonraki adım*/nasıl ilerle*/nasıl başla*); (tam aradığımız*/tam da*) ..; (arıyoruz/arıyorduk/arayış*)
        """,
        3: """
            (ilginç/merak ettim/merak ettik/memnuniyetle/neden olmasın/ilgi çekici/isteriz/isterim/değerlendirmek
            isteriz/tam zamanında)
        """,
        2: "(tabii/olur)",
    },
    "wants_date": {
        4: """
            (toplantı/görüşme/randevu/görüşmek/buluş*/demo/ziyaret) .. (ayarla*/planla*/yapalım/yapabilir*/belirle*/
            için/koy*/organize*/edelim); (pazartesi/salı/çarşamba/perşembe/cuma/yarın) .. (saat/uygun*/sabah/öğleden/
            müsait*/görüş*/ara*/olabilir/günü/#); (beni/bizi) (arayın/arar*/ara*) ..; (ne zaman/saat kaçta/hangi gün)
            .. (görüş*/müsait*/uygun*/buluş*/ara*/gel*); (görüşebilir*/konuşabilir*/buluşabilir*/arayabilir*/
            görüşelim/konuşalım) ..; (müsaitim/müsaitiz/uygunum/uygunuz/bana uygun/bize uygun/uygun olur*) ..;
            (davet*/takvim daveti/zoom linki/teams linki/toplantı linki/uygun saat*); (ofisimize/bize) (gelin/uğrayın/
            bekleriz/gelebilir*)
        """,
        3: """
            (toplantı/randevu/görüşme); (pazartesi/salı/çarşamba/perşembe/cuma); (haftaya/gelecek hafta/önümüzdeki
            hafta/bu hafta); (saat #/# dakika/yarım saat); telefonla
        """,
        2: "(takvim); yarın",
    },
    "question": {
        3: """
            (nasıl/ne kadar/nedir/neler/hangi/nerede/neden/kim/kaç/var mı/mümkün mü/ücretli mi/uyumlu mu/yapıyor mu/ne
            zaman/nereden/dahil mi) ..; .. ?
        """,
        2: "(soru/sorum/sorumuz/sormak/merak ediyorum); önce",
    },
    "objection": {
        4: """
            (çok/fazla/oldukça/biraz/bize/bizim için) (pahalı/yüksek/maliyetli/karmaşık/riskli/büyük); (bütçe*) ..
            (yok/aşıyor/ayıramı*/kalmadı/sınırlı/dışında/yetmiyor/uygun değil/kapandı/bitti); (zaten/halihazırda/hali
            hazırda/mevcut) .. (kullanıyoruz/çalışıyoruz/tedarikçi*/firma*/sistem*/var/anlaşma*/çözüm*/memnun*);
            (memnunuz/memnunum); (emin değil*/şüphe*/ikna ol*/endişe*/tereddüt*/güvenmiyor*/göremiyor*/görmüyor*/
            kaygı*); (kötü deneyim*/daha önce denedik/denemiştik/denedik); (sözleşme*) .. (devam/kadar/bağlı); (kendi
            bünyemizde/kendimiz/içeride/kendi ekibimiz)
        """,
        3: """
            (pahalı/indirim/daha ucuz/rakip*/yarı fiyat*/fiyat .. yüksek); (kvkk/güvenlik/bulut/veri*) .. (sorun/izin/
            yasak/endişe/olmaz); (geçiş/değiştirmek) .. (zor/maliyet*/zahmet*)
        """,
    },
    "not_now": {
        4: """
            (şu an/şu anda/şimdilik/şimdi/bu yıl/bu sene/bu aralar/bu dönem/şu sıralar/bu çeyrek/henüz) .. (değil/yok/
            olmaz/yapamay*/düşünmüyor*/planlamıyor*/erken/yoğun*/devam ediyor/mümkün/değerlendiremey*/almıyor*/
            ihtiyaç*/uygun değil/öncelik*); (ocak/şubat/mart/nisan/mayıs/haziran/temmuz/ağustos/eylül/ekim/kasım/
            aralık) .. (tekrar/görüş*/yaz*/ara*/sonra/konuş*/ulaş*/hatırlat*/ayında/dönelim/değerlendir*/önce);
            (gelecek yıl/önümüzdeki yıl/seneye/gelecek sene/önümüzdeki çeyrek/gelecek çeyrek/yeni yılda/yılbaşından/
            önümüzdeki sene/yıl başında); (daha sonra/ileride/ilerleyen/ileriki/başka zaman/başka bir zaman) ..; (# ay
            sonra/birkaç ay/altı ay/üç ay/yaz sonrası/yazdan sonra/sonbaharda/ilkbaharda/bayramdan sonra/tatilden
            sonra) ..; (zamanı değil/doğru zaman değil/uygun bir zaman değil/kötü zamanlama); (ertele*/durdur*/askıya/
            donduruldu/beklemede)
        """,
        3: "(çok yoğun*/yoğunuz/vaktimiz yok/vaktim yok/önceliğimiz değil/gündemimizde değil/başka öncelik*)",
    },
    "not_interested": {
        4: """
            (ilgilenmiyor*/ilgilenmeyiz/ilgimizi çekmiyor/ilgimizi çekmedi/ihtiyacımız yok/ihtiyacım yok/ihtiyaç
            duymuyor*/istemiyor*/düşünmüyor*/gerek yok/talebimiz yok/ihtiyaç yok/gereksinim yok/ihtiyacımız
            bulunmamaktadır/ihtiyacımız bulunmuyor); (hayır teşekkür*/teşekkür* ama hayır/yok teşekkür*/teşekkür*
            hayır/teşekkür* almayalım/almayalım/kalsın); (bize uygun değil/bize göre değil/bizim için uygun değil);
            (başka bir firma*/başka firma*) .. (anlaş*/karar*/seç*); (karar verdik/reddediyor*/olumsuz)
        """,
        3: "hayır .; (vakit kaybı/zaman kaybı/spam/reklam/kapattık/başarılar/gerekmiyor)",
    },
    "wrong_person": {
        4: """
            (ben/benim/bizim/bu konu*/sorumlu*/ilgili kişi/yetkili*) .. (ilgilenmiyorum/bakmıyorum/değilim/konum
            değil/alanım değil/sorumluluğum*/görevim değil/yetkim yok/bakmıyor); (ilgili kişi değil*/yetkili değil*/
            sorumlu değil*/doğru kişi değil*); yanlış (kişi*/adres*/bölüm*/firma*/mail*/numara); (müdür*/arkadaş*/
            meslektaş*/departman*/yetkili*/bey*/hanım*/birim*/zzmail) .. (yazın*/yazabilir*/ulaş*/görüş*/iletişim*/
            ilet*/ara*/başvur*/konuş*/geçin*/ilgileniyor/bakıyor/sorumlu); (yönlendir*/ilettim/iletiyorum/aktardım/
            ilettik) ..; (ilgileniyor/bakıyor/sorumlusu/karar veriyor/sorumlu kişi) ..; (artık) .. (çalışmıyor*/
            değil*/görev*/burada/ilgilenmiyorum); (ayrıldı*/emekli*/işten ayrıl*/şirketten ayrıl*)
        """,
        3: """
            (cc ye/bilgiye/iş arkadaşım/meslektaşım/merkez ofis*/genel merkez/karıştır*/yanlışlıkla); (sadece)
            (stajyer*/asistan*)
        """,
    },
    "opt_out": {
        4: """
            (abonelik*) .. (iptal/çık*/sonlandır*); (liste*/veri taban*/veritaban*/mail listesi*/kayıt*/rehber*) ..
            (çıkar*/sil*/kaldır*); (beni/bizi/adresimi/mailimi/bilgilerimi/verilerimi/e posta adresimi/mail adresimi)
            .. (çıkar*/sil*/kaldır*); (mail/e posta/mesaj/ileti/reklam/mailleri/eposta) .. (göndermeyin*/atmayın*/
            yollamayın*/almak istemiyor*/istemiyor*/göndermeyiniz/gelmesin); (tekrar/bir daha/artık) .. (yazmayın*/
            göndermeyin*/aramayın*/iletişime geçmeyin*/rahatsız etmeyin*/istemiyorum/atmayın*); (rahatsız etmeyin*/
            yazmayın*/mail atmayın*/göndermeyi bırak*/göndermeyi kes*); (kvkk/iys) .. (sil*/şikayet*/kaldır*); şikayet
            ed*; (hukuki/yasal) (yol*/işlem*/süreç*); (almak istemiyor*)
        """,
    },
    "away": {
        4: """
            (ofis dışında*/ofiste değil*/yıllık izin*/izindeyim/izinde/izinli*/tatilde*/otomatik yanıt/otomatik cevap/
            otomatik mesaj/raporluyum/doğum izni*/seyahatte*/iş seyahat*/şehir dışında*/yurt dışında*); (döneceğim/
            dönüşüm/döndüğümde/ofiste olacağım/dönüşte/işe dönüş) ..; (acil durum*/acil konu*/acil) ..; (sınırlı
            erişim/erişimim sınırlı/maillerimi kontrol) ..
        """,
        3: "(kapalıyız/tatil nedeniyle/yokluğumda)",
    },
    "bounce": {
        4: """
            (teslim edilemedi/iletilemedi/ulaştırılamadı/teslim edilemiyor/gönderilemedi/teslim edilememiştir/
            iletilememiştir/iletilemiyor/teslimat başarısız/teslim hatası/geri döndü); (posta kutusu/adres*/alıcı*/
            kullanıcı*/hesap*) .. (dolu/bulunamadı/yok/bilinmiyor/geçersiz/reddedildi/devre dışı/mevcut değil/kotas*);
            (mailer daemon/postmaster/mail delivery/user unknown/5 1 1/5 2 2/4 2 2/5 7 1)
        """,
    },
    "positive": {
        1: "(teşekkür*/memnun*/güzel/harika/sevinir*/ilginç)",
    },
    "negative": {
        1: "(maalesef/spam/rahatsız*/şikayet*/yeter/ne yazık)",
    },
    "negator": {
        1: "(değil/yok/hayır/asla/olmadan)",
    },
    "but": {
        1: "(ama/fakat/ancak/yine de)",
    },
    "harmless": {
        1: "neden olmasın; sorun (değil/yok); sadece değil",
    },
}
