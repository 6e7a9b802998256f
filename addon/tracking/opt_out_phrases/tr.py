"""How opt-outs are worded in Turkish."""

from __future__ import annotations

ASKS = """
    (abonelikten/abonelig* .. (iptal/cik*/son)/uyelik* .. iptal/listeden cik*/listenizden cik*/listelerinizden cik*/
    aboneligimi); (beni/bizi/adresimi/mailimi/e postami/mail adresimi/e posta adresimi/adresimizi/verilerimi/
    bilgilerimi/kaydimi/numarami) .. (cikar*/sil/silin*/silmeniz*/siler*/kaldir*); (liste*/veritaban*/sistem*) ..
    (cikar*/sil/silin/silinmesini/siliniz/kaldir*/cikmak); (bir daha/artik/lutfen/bana/bize) [bana/bize/bu/boyle/
    mail/e posta/mesaj/daha fazla] [mail/e posta/mesaj/reklam/teklif] (gonderme/gondermeyin*/atma/atmayin*/
    yazmayin*/yollamayin*/iletisime gecmeyin*/rahatsiz etmeyin*/aramayin*/ulasmayin*); (mail/e posta/mesaj/reklam/
    teklif/eposta/e mail/ileti) [daha] (gonderme/gondermeyin*/atma/atmayin*/yollamayin*/istemi*/almak istemi*);
    (almak/gormek/duymak) istemi*; (mail*/e posta*/mesaj*/iletisim*/reklam*) .. (istemi*/almak istemi*); daha fazla
    (mail*/e posta*/mesaj*) ..; rahatsiz (etmeyin*/etmeyiniz/etme); (beni/bizi) rahat birak*; (kvkk/gdpr) .. (sil*/
    sikayet*/itiraz*/talep*/imha*/ihlal*); (itiraz ediyor*/rizam* .. (yok/geri)/onayim* .. (yok/geri/yoktur)/izin
    vermedi*/onay vermedi*/riza gostermedi*/izinsiz); (avukatim*/avukatlarim*/yasal (islem/yollar*)/dava acar*/
    sikayet (ede*/edece*)/savcilig*); (spam olarak/bu spam/istenmeyen (e posta/mail)*); (engelliyorum/engelledim/
    engelleyece*); (mail*/e posta*/mesaj*/gonderim*) .. durdur*; (gondermeyi/yazmayi/atmayi) (birak*/kes*/(mail*/e
    posta*/mesaj*/gonderim*) .. durdur*)
"""

NOT_ASKED = """
    (beni/bizi) .. (silmeyin/cikarmayin/kaldirmayin); (musteri*/kullanici*/aboneler*) .. (cikar*/cikis*/iptal*/
    sil*); (almadim/almadik/gelmedi) ..
"""
