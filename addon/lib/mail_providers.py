"""Mail providers of private people, and of mailboxes that are thrown away: facts of the trade, known by domain."""

from __future__ import annotations

_CONSUMER = """
    126.com 139.com 163.com 189.cn abv.bg aim.com alice.it aliceadsl.fr aliyun.com aol.com aol.de aol.fr aon.at
    arcor.de att.net attglobal.net auone.jp bbox.fr bell.net bellsouth.net biglobe.ne.jp bigpond.com
    bigpond.net.au bk.ru bluemail.ch bluewin.ch blueyonder.co.uk bol.com.br btinternet.com btopenworld.com
    cableone.net caiway.nl casema.nl centrum.cz centurylink.net charter.net chello.at chello.nl clix.pt
    club-internet.fr comcast.net cox.net daum.net docomo.ne.jp earthlink.net eclipso.de eircom.net email.com
    email.cz email.de email.it excite.co.jp ezweb.ne.jp fastmail.com fastmail.fm fastwebnet.it foxmail.com
    free.fr freemail.hu freenet.de frontier.com globo.com globomail.com gmail.com gmx.at gmx.ch gmx.com gmx.de
    gmx.eu gmx.net gmx.us goo.jp googlemail.com hanmail.net hetnet.nl hey.com hispeed.ch home.nl hotmail.com
    hotmail.de hushmail.com i.softbank.jp i.ua icloud.com ig.com.br inbox.lv inbox.ru infoseek.jp interia.pl
    internode.on.net inwind.it iol.it iol.pt juno.com kabelbw.de kabelmail.de kakao.com kpnmail.nl kpnplanet.nl
    laposte.net libero.it list.ru live.at live.be live.ca live.cl live.cn live.co.uk live.com live.com.ar
    live.com.au live.com.mx live.com.pt live.de live.dk live.fr live.ie live.it live.jp live.nl live.no live.se
    lycos.com mac.com mail.bg mail.com mail.de mail.ee mail.ru mailbox.org me.com meo.pt mindspring.com msn.com
    mundo-r.com my.com nate.com naver.com neostrada.pl netcabo.pt netcologne.de netvigator.com netzero.net
    neuf.fr nifty.com ntlworld.com numericable.fr o2.pl o2online.de ocn.ne.jp oi.com.br onet.pl online.de
    online.nl online.no ono.com optonline.net optusnet.com.au orange.be orange.es orange.fr outlook.com
    ozemail.com.au plala.or.jp planet.nl pm.me pobox.com posteo.de posteo.net prodigy.net.mx proton.me
    protonmail.ch protonmail.com proximus.be qq.com quicknet.nl r7.com rambler.ru rediffmail.com rocketmail.com
    rogers.com sapo.pt sbcglobal.net seznam.cz sfr.fr shaw.ca sina.cn sina.com sky.com skynet.be so-net.ne.jp
    softbank.ne.jp sohu.com spoko.pl sunrise.ch sympatico.ca t-online.de talk21.com talktalk.net tele2.nl
    telefonica.net telenet.be teletu.it telfort.nl telus.net terra.com.br terra.es tim.it tin.it tiscali.co.uk
    tiscali.it tom.com tuta.io tutanota.com tutanota.de ukr.net unitybox.de uol.com.br upcmail.nl usa.net
    verizon.net versanet.de versatel.nl videotron.ca vip.qq.com virgilio.it virgin.net virginmedia.com
    vodafone.de vodafone.it vodafone.nl voila.fr volny.cz wanadoo.es wanadoo.fr wanadoo.nl web.de
    windowslive.com windstream.net wp.pl xs4all.nl xtra.co.nz ya.com ya.ru yahoo.co.jp yahoo.com yandex.com
    yandex.ru ybb.ne.jp yeah.net ymail.com zeelandnet.nl ziggo.nl zipmail.com.br zoho.com zohomail.com zonnet.nl"""
CONSUMER_DOMAINS = frozenset(_CONSUMER.split())
"""Providers of private people, by domain; the address says nothing about the employer."""

_FAMILY_COUNTRIES = """
    ae at be bg ca ch cl cn cz de dk ee es fi fr gr hk hr hu id ie il in is it jp kr lt lu lv mx my nl no nz pe ph pl pt
    ro rs ru se sg si sk th tw ua us vn co.id co.il co.in co.jp co.kr co.nz co.th co.uk co.za com.ar com.au com.br
    com.cn com.co com.hk com.mx com.my com.pe com.ph com.sg com.tr com.tw com.ve com.vn"""
_FAMILIES = {
    label: frozenset({"com", "net", *_FAMILY_COUNTRIES.split()}) for label in ("gmx", "hotmail", "outlook", "yahoo")
}
"""Providers at home in many countries, and the endings they have: ``co`` and ``cm``, slips of ``com``, are none."""

_DISPOSABLE = """
    10minutemail.com 10minutemail.net 20minutemail.com 33mail.com anonaddy.me burnermail.io byom.de cock.li
    correotemporal.org discard.email discardmail.com dispostable.com dropmail.me einrot.com emailfake.com
    emailondeck.com fakeinbox.com fakemail.net getairmail.com getnada.com grr.la guerrillamail.biz
    guerrillamail.com guerrillamail.de guerrillamail.info guerrillamail.net guerrillamail.org
    guerrillamailblock.com harakirimail.com inboxbear.com inboxkitten.com jetable.org mail-temp.com mail.tm
    mailcatch.com maildrop.cc mailexpire.com mailinator.com mailinator.net mailnesia.com mailnull.com
    mailpoof.com mailsac.com mailtemp.info meltmail.com mintemail.com minuteinbox.com moakt.com mohmal.com
    mt2015.com muellmail.com mytemp.email mytrashmail.com nada.email nowmymail.com sharklasers.com smailpro.com
    spam4.me spambog.com spambox.us spamfree24.org spamgourmet.com temp-mail.io temp-mail.org tempail.com
    tempinbox.com tempmail.com tempmail.de tempmail.net tempmailo.com tempr.email throwawaymail.com tmail.ws
    tmpmail.net tmpmail.org trash-mail.com trash-mail.de trashmail.com trashmail.de trashmail.me trashmail.net
    wegwerfemail.de wegwerfmail.de wegwerfmail.net wegwerfmail.org yopmail.com yopmail.fr yopmail.net
    zippymail.info"""
DISPOSABLE_DOMAINS = frozenset(_DISPOSABLE.split())
"""Providers of mailboxes for an hour, the ones most seen (a small list of our own)."""


def is_family(domain: str) -> bool:
    """Whether a domain is one of a provider's many countries: ``yahoo.com.mx``, ``hotmail.gr``."""
    label, _, ending = domain.partition(".")
    return ending in _FAMILIES.get(label, ())
