"""How opt-outs are worded in English."""

from __future__ import annotations

ASKS = """
    unsubscribe; unsubscribe (me/us); unsubscribing; (be/get/me/us/already/twice/times/want/have) unsubscribed; opt
    out; (opt/opting) (me/us) out; opting out; opted out; (remove/delete/erase/unlist/deregister/exclude/scrub/
    purge) (me/us); take (me/us) [right/straight] off; (get/leave/keep) (me/us) (off/out of) (your/this/the/any) ..
    (list*/mail*/database*/sequence*/campaign*/emails); (remove/delete/erase/strike/scrub/purge/destroy/take off)
    (my/our) .. (list*/mailing*/data/details/address*/record*/contact*/email*/name/information/info/domain/account/
    profile); (remove/delete/erase/strike) (this/that/the/these/both/any/all/every) .. (address*/personal data/
    contact details/email addresses/data you hold/information you hold); (remove/take/drop/strike) .. (from/off)
    (your/this/all/any) .. (list*/database*/distribution/mailing*/records/system*/crm/sequence*/outreach/emails/
    campaign*); off (your/this/all) .. (list/lists/mailing*/database/radar); (stop/quit/cease/discontinue) [all/any/
    with/the/these/this/your/immediately] (email*/e mail*/mail*/contact*/messag*/writing/sending/spam*/bother*/
    pester*/harass*/correspond*/follow*/outreach/communic*/reaching/target*/pursu*/hound*/pitch*/chasing/it/now/
    immediately/please/nonsense/annoying); (stop/quit/cease) (this/that/these); (take/get) (my/our) .. off; (please/
    just/kindly/must/now/immediately) stop .; i said stop; (do not/don t/dont/never/must not/may not/not to) [you/
    ever/please] (contact/email/e mail/mail/write/message/approach/spam/bother/solicit/text/pester/reach out/get in
    touch/follow up) [to/with/or call/or email/or write/or contact] (me/us/here/again/anymore/any more/any further/
    anyone/any of/my (company/team/staff/email/address/inbox/office)/our (company/team/staff/office)/this (address/
    email/inbox/account/company/number)/.); (do not/don t/dont/never) (call/phone) .. (again/anymore/any more); (do
    not/don t/dont/never) [ever/please/you dare] (send/forward) [me/us/anyone/to/out] [me/us/at/this] .. (more/
    further/anything/emails/e mails/mails/messages/again/anymore/such/these/this stuff/spam/marketing/any mail/
    junk); (do not/don t/dont/no longer/not/never/rather not/prefer not) (want/wish/like/care/consent/agree/desire)
    [to] [be/ever] .. (receive/receiving/hear from/hear anything/be contacted/being contacted/be emailed/be mailed/
    get these/get emails/more emails/any emails/any more of/these emails/your emails/your mails/emails from/mails
    from/mail from/messages from/more mail/your spam/your marketing); (don t/do not) want any more (emails/mails/
    messages/mail/.); no (more/further) (emails/e mails/email/mail/mails/messages/contact/correspondence/
    communication*/follow ups/followups/follow up/outreach/spam/marketing/newsletters/offers/pitches/of these/of
    this/from you); no (emails/mails/spam/marketing mails/marketing) (please/thank*/any more/anymore); not another
    (email/mail/message/word); enough (emails/mails/already/of this/of these/spam); leave (me/us) (alone/be/in
    peace/the hell); let me be; lose my (email/address/number/contact/details); forget (my address/my email/about
    me/i exist/you have my); (please go away/just go away/piss off/fuck off/buzz off/bugger off/sod off);
    (blacklist/blocklist/suppress/block) (me/us/my/our); (block/blocked/blocking) (you/your/this sender/this
    address/this domain); (report/reported/reporting/reports) .. (spam/as junk/abuse/ico/the authorit*/the
    regulator/data protection/phishing); (mark/marked/marking) .. (spam/as junk); (report/reporting) you; (cease and
    desist/desist from); (take/taking/pursue/consider/start/seek) legal (action/steps/advice/proceedings); (hear
    from/hearing from/instruct/instructed) (my/our) (lawyer*/solicitor*/attorney*/legal team/legal department);
    (object/objection/objecting) to .. (processing/marketing/storage/being contacted/profiling); (withdraw*/revok*)
    .. (consent/permission); right (to erasure/to be forgotten/to object); (art/article/articles) (17/21) .. gdpr;
    gdpr .. (art/article) (17/21); (gdpr/ccpa/dsar/pecr) .. (erasure/deletion/delete/erase/complaint/violation/
    breach/removal); (can spam/casl) (act/law/violation); (erase/delete/destroy/purge/remove) .. (data/information/
    details) .. (hold/have/store/stored/about me/about us/on me/on us/concerning/relating); (erasure/deletion/
    removal) of (my/our/all/any/this) .. (data/details/address*/email*/information/records); (i/we) (never/did not/
    didn t/have never) (signed up/sign up/subscribe*/consented/consent/opted in/opt in/asked for (this/these/your)/
    ask for (this/these/your)/requested (this/these)/request (this/these)/(gave/give/given) .. (consent/
    permission)); (never/not) .. (gave/given/give) .. (consent/permission); this is (spam/harassment/pure spam/just
    spam); (unsolicited/unwanted) (email*/mail*/message*/e mail*/marketing/communication*/commercial/contact*/
    advert*/spam); (cancel/end/terminate) (my/our/this) (subscription/email*/mailing*); not (to be/be) (contacted/
    emailed/mailed/approached); (refrain/abstain) from .. (contact*/email*/mail*/sending/writing/messag*/
    communicat*); (any/all) further (contact/email*/mail*/message*/communication*/correspondence) .. (unwelcome/
    harassment/spam/ignored/blocked/reported/stop/cease); (contact/email/mail/write to/message) (me/us) again ..
    (report/lawyer/block/spam/legal/complain*/authorit*); unsubscribe (link/button) .. (work*/broken/missing); (on/
    to/onto) your (do not contact/suppression/blacklist/opt out) list; (rather/prefer) not (receive/get/to receive/
    to get) .. (email*/mail*/message*); removing me; (be/to be) removed from (your/this/the) .. list*; (not/never)
    contacted (again/any more/anymore); you (are/re/have been/are now) [now] blocked; (you/please/time/kindly/just/
    now/emails/must/this/to/pls/should) stop (./?); (did not/didn t/would not/wouldn t/not) (email/contact/write/
    message/mail/bother) [to] (me/us) (again/anymore/any more/any further); (remove/delete) (pls/plz/please/thanks/
    immediately/asap) .; (scrap/bin/ditch/trash/wipe/dump/remove/delete/erase) (my/our) (details/data/address*/
    email*/number/info/information/record*); (delete/remove/erase/scrub) [all/any] (record*/trace*/data/information/
    mention) (of/on/about) (me/us/mine/ours); (want/like/wish/ask*/prefer/demand/insist/need/expect) to be (removed/
    deleted/taken off/erased/unsubscribed/left alone/excluded/opted out); (i/we) (want/wish/d like/would like) (off/
    out of) (this/your/the/all); (don t/do not/never) .. (write/email/contact/mail/call/bother/message) (me/us)
    (again/any more/anymore); (please/kindly) no (more/further); [please] (cease/end/stop/halt) (all/any/further/
    your) .. (contact/communication*/correspondence/emails/messages/mails/marketing); no longer (contact/email/
    write/mail/message) (me/us); unsub .; unsub (me/us/please/pls); leave (our/my/us/me/the/this) .. out of (your/
    this/any); (don t/do not/never/not) have (my/our/any/the) (permission/consent); withdraw (my/our) (details/data/
    address*/name/information); please remove .; delete (it/them/this) .; (do not/don t) have permission to (use/
    email/contact/store)
"""

NOT_ASKED = """
    (don t/do not/dont/never/please don t/didn t/doesn t/can t/cannot/couldn t/won t/wouldn t/not/no need to/no
    reason to/hard to/wont) (stop/unsubscribe/quit/opt out/remove (me/us)/take (me/us)/delete (me/us)); (don t/do
    not) want to (unsubscribe/opt out/stop/be removed); (not/never) (asking/telling/saying/want you/wanting) ..
    (stop/unsubscribe/remove/opt out); (we/they/i) (want/need/have/had/plan/decided/would like/are trying/tried/
    hope) to (stop/quit/opt out of .. (contract/plan)); (helps/help/helped/made/let) (us/them/me) (stop/quit);
    (customer*/user*/client*/subscriber*/recipient*/contact*/lead*/patient*/member*/people/guest*/prospect*/
    visitor*/tenant*/they/donor*/candidate*) .. (unsubscribe/unsubscribing/unsubscribed/opt out/opting out/opted
    out/report .. spam); (handle*/support*/manage/process/track/honour/honor/include*/offer*/provide*/have/has/does/
    integrate) [an/the/with/for/any] .. (unsubscribe/opt out/right to erasure/gdpr (deletion/erasure)/erasure
    requests); (unsubscribe/opt out) (rate*/handling/feature*/function*/process/page/logic/flow/management/
    requests); unsubscribed (by (mistake/accident/error)/accidentally); (accidentally/mistakenly/wrongly)
    (unsubscribed/opted out); (take/remove/delete) (me/us/my .. /our ..) [..] (off/from) (the/your/this) (call/
    calling/phone/telephone/sms/text/fax/whatsapp/print/post/postal/cc) [list*/line]; take (me/us) off guard;
    (remove/take) .. off (the (agenda/table/menu/price/quote)); (email/mail/e mail/emails/writing/this address/this
    one) [only/here/instead] (is/are/works/would be) [perfectly/totally/much/just/absolutely] (fine/ok/okay/better/
    good/best/preferred/great/welcome); (don t/do not/dont/never) (call/phone/ring/text) [me/us] .. (email/mail/
    write/e mail); (don t/do not/dont) (contact/email/e mail/mail/message/write to/write) [to] (me/us/here) ..
    (until/till/before/use/instead/but call/just call/call me/contact/reach/copy); (don t/do not/dont) (contact/
    email/e mail/mail/write) [to] (this/my/the) .. (address/inbox/account) .. (use/instead/but); (don t/do not/dont)
    (email/mail/send/write) .. (call me/ring me/phone me/give me a call); (stop/stopped/stopping) (emailing/
    contacting/sending/writing/mailing/outreach) .. (until/till); (no more/no further) (emails/mails/messages/
    contact/outreach) .. (until/till); (don t/do not) (follow up/reach out/get in touch) .. (until/till/before);
    (article/art) # .. (agreement/dpa/compliant/processor); where .. (data/servers) .. stored; (how/where/does/can)
    (do/does/is/are/your/the/you/it/that) .. (delet*/eras*/gdpr/ccpa); (who/which) .. (unsubscribed/opted out);
    sorry not to hear; stop that is; account s data; emails get lost; (customer*/user*/client*/subscriber*/
    recipient*/contact*/people/they/patients/members/leads/prospects) (don t/do not/no longer/never) .. (receive/
    emails/mails/messages/contacted); (bus/train/tram/non/full/one/pit) stop; (emails/mails) (manually/by hand);
    (don t/do not/never) hesitate; if you [would/d/no/do not/don t/are] [longer/no longer/not] [would] (want/wish/
    prefer/like/rather/interested) .. .. (receive/receiving/hear/get/unsubscribe/removed/opt out/contacted/emails/
    email/unsub/spam/offers); (click/clicking/visit/follow/go/forward) .. .. (unsubscribe/opt out/here/zzlink/link/
    below); (unsubscribe/opt out/removed/emails/opt out from email) .. .. (click*/visit/zzlink/go here/follow the
    link); you (can/may/could) .. (unsubscribe/unsub/opt out); mark it as not spam; (i am/i m/we are/we re) going to
    stop; zzlink .. .. (unsubscribe/opt out); (sent/received) this .. because .. ..; (click/clicking/visit/follow/
    go/forward) .. .. (unsubscribe/opt out)
"""
