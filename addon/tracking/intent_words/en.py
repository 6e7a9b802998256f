"""What answers say in English."""

from __future__ import annotations

SIGNS = """
    the and you your we our are is not with this that have for please thanks would from but any will be my me i
    at about can it no hi hello of to on if at all do what when who how am was has by us
"""
"""Little words by which the language is known."""

NOT = """
    not/isn t/aren t/wasn t/weren t/don t/doesn t/didn t/won t/wouldn t/can t/cannot/couldn t/haven t/hasn t/
    shouldn t/ain t
"""

PHRASES = {
    "interested": {
        4: f"""
            show (me/us) (what/how/it); (be/d be/m/re/are) up for; (we/i) [d/would] (be/are/am) keen; details please;
            (next) step*; up (our/my) (street/alley); (what happens/what s/what is) next; (like/love/want/keen/happy)
            to see (what/ how/it/some/the/more); (yes/sure/ok/okay/great) .. (send/please send/go ahead/share); (where
            do i/where do we/how can we/how can i/how do i) (sign/order/buy/start/get); (we re/we are) in; (let s/
            lets) (go/try/ test/give it a); ( {NOT} ) (opposed/against) ..; (can/could/would) you (send/share/email/
            forward) ..; (please/do) (send/share) ..; (interested/keen) in (learning/hearing/seeing/knowing/trying/
            this/your/the); (send/share/email/forward) [me/us/over/through/it] .. (proposal/quote/offer/contract/
            pricing/price list/ brochure/deck/details/more info*/some info*/information/case stud*/material*/one
            pager/prices/overview/ overview/summary/demo link/trial/sample*/figures/references/datasheet/order form/
            documentation/slides/ numbers/a link/paperwork); (very/really/definitely/quite/absolutely/certainly/
            indeed) interested; (we/i) (are/am) interested; i m interested; we re interested; count me in; sign (me/
            us) up; would (love/like) to (learn/know/hear/see) more; (d/we/i) (love/like) to (learn/know/hear/see)
            more; tell me more; let s (do it/go ahead/get started/move forward); (would/d) (love/like/want) .. (a
            trial/to try/a demo/to test/a pilot); (send/share) [it/them/me/us/over/through/across/along] .. (whatever/
            what you have/what you ve/ everything/anything/something/it over/it across); exactly what (we/i) (need/
            want/are/re/were/ve/have/am/ m); [just/precisely] what (we/i) (were/are/ve been/have been) looking for;
            keen to (learn/know/hear/see/ try/explore/understand/find)
        """,
        3: """
            keen; (pilot/trial) in; (sounds/looks/seems) [really/very/quite/pretty/like] [a] (good/great/interesting/
            promising/useful/ relevant/ exciting/perfect/fantastic/intriguing/helpful/right); interested [in]; happy
            to (learn/hear/ know/see/take a look); (want/wants/wanted) to (know/learn/hear/see) more; open to (learn*/
            hear*/it/this/ explor*/see*); curious (to/about/how); could be (useful/interesting/a fit/a good fit/
            relevant/helpful/ something) [for]; (been/are/re/m/am) .. looking (for/into/at) .. (something/solution*/
            tool*/exactly/this/ alternativ*/way/ways); (next/first) steps; how do we (proceed/start/get started/
            begin); go ahead; yes please; sure send; by all means; (good/great/perfect/right) (timing/time/moment)
            [for]; worth (a look/ exploring/looking); i like (the/this/your/what/that); we need this; piqued; caught
            my (eye/attention/ interest); right up our (street/alley); would (help/be helpful/be useful) [us]; (more/
            further/additional) (info*/details) [would/please]; (set up/start/arrange/get) .. (trial/pilot/account)
        """,
        2: """
            (sounds/looks) (ok/fine/nice/cool/fair); more info*; (that/this) is (interesting/great/timely); love (it/
            this/the)
        """,
    },
    "wants_date": {
        4: """
            (can/could) you (do/make/manage) (#/monday*/tuesday*/wednesday*/thursday*/friday*/next/the); (pop/drop/
            swing/stop) (by/in/round/over/past); come (by/round/over); (pick/choose/suggest/propose/offer) [a/some/
            any/another] (time/ slot/date/day/times/dates); (free/ available) (any time/anytime/all day/most/from/
            until) ..; (does/would/ will/is) .. (monday/tuesday/ wednesday/thursday/friday/tomorrow/next week/# am/#
            pm) .. ?; (put/get/find) (something/some time/time/# minutes) (in/on/into) (the/my/our/your) (diary/
            calendar); (schedule/book/ arrange/set up/organise/organize/ plan/find/fix) .. (call/meeting/chat/slot/
            demo/time/appointment/ conversation/session/minutes/date/zoom/ talk/catch up); (are/would) you (free/
            available/around) .. (on/at/ next/ this/tomorrow/monday/tuesday/ wednesday/thursday/friday/#); (works/
            suits/work/suit) [best/better/ fine/well/perfectly] (for/me/us) [me/ us]; (send/shoot) .. (invit*/
            calendar/meeting request/slots/dates/ availab*/times/teams link/zoom link/ calendar link/hold/booking
            link); (let s/can we/could we/shall we/ happy to/we can/we could/i can) [have/ do/jump on/hop on/get on/
            grab/get/set up/make] (talk/speak/meet/ chat/call/connect/a [quick/short/brief] call/a chat/a meeting/a
            [quick/short] demo/on the phone); (call/ ring/phone/reach) me .. (on/at/tomorrow/ monday/tuesday/
            wednesday/thursday/friday/after/between/before/ around); give me a (call/ring/bell/shout) .. (on/at/
            tomorrow/monday/tuesday/wednesday/thursday/friday/ after/before/next/ this/any); (i m/i am/we re/we are/
            im) (free/available) .. (on/at/tomorrow/monday/ tuesday/wednesday/thursday/friday/ after/between/next/
            this/any/from/#); how (about/does/is) [next/this] (monday/tuesday/wednesday/thursday/friday/tomorrow/
            week); (monday/tuesday/wednesday/thursday/friday/ tomorrow) .. (works/suits/is good/is fine/would work/
            would suit/is best/is free/work/is ok/is possible); what (times/dates/days/slots) .. (have/free/available/
            work/suit); when (are you/can we/could we/would you be/do you have/would be/is good/could you/can you/
            shall we) .. (free/available/talk/speak/time/ meet/ call/chat/ring/good/do); pencil .. in; (see/talk to/
            speak to/speak) you (then/on/monday/tuesday/ wednesday/thursday/friday/tomorrow)
        """,
        3: """
            (quick/short/brief/intro*) (call/chat/demo/meeting/talk); (# minutes/# mins/half an hour/# min/fifteen
            minutes/thirty minutes/twenty minutes/an hour); (my/your) (calendar/diary/availability/booking link/
            assistant .. diary); (would/d) (love/like/be happy) to (talk/chat/meet/speak/see a demo); (monday/tuesday/
            wednesday/thursday/friday/tomorrow/mon/tue/wed/thu/fri) [morning/afternoon/the #] [at/after/before/
            between/around/from] #; (monday/tuesday/wednesday/thursday/friday/tomorrow) (morning/afternoon/lunch*/
            evening); (morning/afternoon) of .. #; (hop/jump/get) on a (call/zoom); give me a (call/ring); (call/ring)
            me; # (am/pm/o clock/cet/gmt/bst/est/pst/cest); (come by/drop by/stop by/visit us/pop in/come over/come
            and see); (meet/talk/speak/chat/call) (next week/this week/tomorrow/on/in person); what time; any time
            (on/after/next/this/between); over (coffee/lunch)
        """,
        2: """
            (monday*/tuesday*/wednesday*/thursday*/friday*/mon/tue/tues/wed/thu/thur/thurs/fri); any time; (next week/
            this week); a (call/meeting/chat/demo); free on
        """,
    },
    "question": {
        3: """
            (how does/how do you/how would/how long/how many/how much/how often/how is/how are/how big/how quickly);
            (what does/what is/what are/what kind/what sort/what would/what happens/what exactly/what about/what s);
            (does it/does your/does the/does this/do you/do your); (is it/is there/is your/is the/is this/are there/
            are your/are you) ..; (can it/can your/can you/can we/could you/can the/will it/would it/would you); where
            (did you/are/is/do/does); which (of/countries/languages/systems/ version/plan/crm/data); who (are/is/else/
            do/uses/owns/has); why (should/is/do/would); (have you/has anyone/has it); (what/which) .. (difference/
            pric*/cost*/integrat*/contract/term/terms/guarantee)
        """,
        2: f"""
            (i have/we have/just/got/have) (a/one/some/two/a few/another) [quick/short/more] question*; (wondering/
            wonder) (if/ whether/how/what/about); before (i/we) (decide/say/go/commit/can/take/agree/answer/do);
            (clarify/explain/elaborate); let me know (if/whether/how/what/which); ( {NOT} ) (clear/sure/understand)
            (how/what/whether/if/which); curious (whether/if/how)
        """,
    },
    "objection": {
        4: f"""
            (won t/doesn t/wouldn t/never/don t/not) [ever] (allow/permit/approve/accept/let us/agree to/sign off);
            (last/previous/former/other) (vendor/supplier/provider/agency/tool/one) ..; (got/have) (a guy/someone/
            somebody/people) who; (that s/thats/that is/price is/it s) (nuts/crazy/insane/steep/outrageous/a lot/a bit
            much/robbery); (can t/cannot/couldn t/not) [really] (afford/spend/pay/stretch); (more than/twice/double/
            three times) (we/what/ the/our); (too/a bit) (small/tiny) [a company/for]; (what s the/where s the/what is
            the) catch; (why would/why should) (we/i); ( {NOT} ) .. (pay for itself/work for us/worth it/worth the/add
            up/make sense/ scale); (already/just) (signed/renewed/bought/invested/committed/switched/installed/
            implemented/rolled out) ..; (have/got) (a/our own/an/someone/something/people/somebody) .. (already/in
            place/for that/who does); (prefer/stick/sticking/stay/staying) [to/with] [stay/work] [with] .. (current/
            existing/what we/our/ the one); (too/very/rather/quite/bit/pretty/so/way too/far too) (expensive/pricey/
            costly/steep); (out of/ over/beyond/above/exceeds/outside) [our/the/my] (budget/price range); (don t/do
            not/doesn t/didn t) have [the/a/any/enough] budget; (no/zero/without/lack of) budget; (already/currently)
            [have/use/work/ using/ working/with/got] .. (provider/supplier/vendor/solution/tool/system/partner/agency/
            contract/platform/ software/team/product); (already/currently) (use/using/work with/working with/have/
            with/covered/signed/on/ in a contract/run/running/do this/partnered/buy/rely); (happy/satisfied/content/
            pleased/fine) with (our/ the/what/it/them/that/my); (in house/inhouse/internally/ourselves/our own);
            (locked/tied) (in/into); under contract; (can t/cannot/can not/couldn t/hard to/difficult to) (justify/
            afford/see); (don t/do not/fail to/not) [really/quite] see (the/how/why/any/what) .. (value/benefit/need/
            point/help/different/advantage/ better/difference); (way/well/far) (over/above/beyond) ..; ( {NOT} )
            [really/quite/at all/entirely/fully] (convinced/persuaded/sold); not (convinced/sure this/sure it/sure
            that); (concern*/worried/worry/ sceptical/skeptical/hesitant/doubt*/wary/nervous/reservations/reluctant);
            (cheaper/lower price/less than you/half the price); (bad/poor/terrible/burned/burnt/disappoint*) ..
            (experience*/before/last time); (tried/used/tested) (something similar/a similar/this before/similar/one
            of/a tool/tools like); too (complex/complicated/small/risky/much work/good to be/big/much effort/
            disruptive/time consuming); (switching/migrat*) (cost*/is/would/would be/takes/effort)
        """,
        3: """
            (expensive/pricey/costs too much/price is); (gdpr/data protection/compliance/security/legal/works council/
            the board) (issue*/problem*/ concern*/would never/will never/won t/requires/would not); (not allowed/
            policy/policies) .. (cloud/data/third/external/us/outside); (works/work/working) (fine/well) (for/as); do
            (this/that/it/all this) (ourselves/in house/internally/manually); (built/build/developed/wrote) our own;
            (what makes you/why should we/how are you) (different/better/switch/change); (competitor*/competing);
            (your/the) (price*/pricing/fee*) (is/are/seems/looks) .. (high/steep/more/above/hefty/lot); doesn t (fit/
            support/offer/work with/cover/integrate); (sounds/seems/looks) (like hype/too good/vague/generic/salesy);
            (heard/read) .. (bad/mixed/complain*); where .. (roi/catch); minimum (term/contract)
        """,
    },
    "not_now": {
        2: """
            (in/after/until/till/before/around) [the/der/den/dem/late/early/mid] (january/february/march/april/may/
            june/july/august/september/october/november/december/easter/christmas/spring/autumn)
        """,
        4: f"""
            timing ( {NOT} ) [so/very/really] (right/great/good/ideal/optimal/best); not something (we/i) .. (at
            present/right now/at the moment/this year/currently/at this stage/yet/for now); (give it/leave it/let it/
            park/park this/park it/shelve*) .. (for now/until/till/a few/six/another/a while); (nothing/no) .. (until/
            till/before) (the/after/next/january/february/march/april/may/june/july/august/september/october/november/
            december/spring/summer/autumn/fall); (contract/agreement/licence/license/subscription) .. (until/till/
            through/ends/expires/runs out/renewal) .. (january/february/march/april/may/june/july/august/september/
            october/november/december/next year/#/summer/autumn/spring); (in/for) (a couple of/a few/six/three/two/
            twelve/several/#) (months/weeks/quarters) .; (remind/nudge/chase) me; (swamped/snowed under/flat out/too
            busy/crazy busy) .. (until/till/through/before/with); (back/talk/speak/touch/reach) .. (then/in (q1/q2/q3/
            q4)/(q1/q2/q3/q4)/next year/next quarter/in the new year) .; (starts/begins/renews/ends/expires) in
            (january/february/march/april/may/june/july/august/september/october/november/december); not (right now/
            now/at the moment/at this time/at this point/yet/this (year/quarter/month)/currently/today/ready/at
            present/a priority/a good time/the right time/the best time/the right moment/for now/this year/this
            quarter/just yet/before/until); (isn t/is not/not really/not) (a/the) (good/right/best/great/ideal) (time/
            moment); (bad/wrong/poor/awkward/terrible) (timing/time/moment); (get back/come back/reach out/follow up/
            check back/circle back/check in/try [me/us/again]/contact (me/us)/ping (me/us)/write/ask/ touch base/get
            in touch/reconnect/revisit/talk/speak/remind me/pick this up/pick it up/look at (this/it)/return to this/
            re visit/discuss/come to this/knock/try) [to/with] [me/us] .. (in (january/february/ march/april/may/june/
            july/august/september/october/november/december/(q1/q2/q3/q4)/spring/summer/autumn/fall/winter/the/a few/
            six/three/two/# months/# weeks/# month)/next (year/quarter/month/spring/summer/autumn/fall/season/
            financial/fiscal/budget/half)/later/after (the/summer/ christmas/easter/our)/again (in/next/after/later)/
            towards the end/at the end/end of/beginning of/new year/half year/in # months/in # weeks/some time/
            sometime); (next/new) (year/quarter/fiscal year/financial year/budget round/budget cycle) [instead/please/
            maybe/perhaps/would/at/again]; (after/until/till/before) (the summer/summer/christmas/the holidays/easter/
            (q1/q2/q3/q4)/next year/january/february/march/april/june/july/ august/september/october/november/
            december/the new year/our (launch/migration/merger/move/release/fiscal/season/audit/ipo/year end)); (on
            hold/on ice/on pause/frozen/freeze/back burner); maybe (later/next/in a/in the future/another time/down
            the)
        """,
        3: """
            (too busy/very busy/swamped/snowed under/flat out/overloaded/hands full/plate is full/in the middle of/no
            capacity/ no bandwidth/crazy busy/up to our/up to my/tied up/underwater); (other priorities/different
            priorities/not a priority/bigger fires/low priority/not high on); (later this/later in the/in a few/in
            six/in three/in # months/in (a/the) future/down the (road/line)/some other time/another time/in due
            course); (currently/at the moment/right now) (not/no/we have/busy/focus*/reorgani*/restructur*); (keep/
            kept) .. (in mind/on file/on the list/on our radar/your details); (hiring/spending/budget/project) freeze;
            (until/till) (then/next/further); revisit; next (quarter/year/spring/autumn/fall/summer/half); (budget*/
            planning) (for next/is closed/are closed/round/opens/starts in/closed); (merger/reorgani*/restructuring/
            relaunch/migration/takeover) .. (first/until/done/over); (q1/q2/q3/q4) .. (again/earliest)
        """,
    },
    "not_interested": {
        4: f"""
            (won t/will not/wouldn t/not) [be] (going ahead/proceeding/moving forward/taking this/taking you up/
            pursuing/go ahead/move forward/take this further/be taking); (no longer/not) (required/needed/of use/on
            the table); (doesn t/does not/don t/do not/isn t/not) .. (apply to us/concern us/fit us/suit us/anything
            for us/something for us); (have/got/ve) (everything/all) we need; (hard pass/not today/not a chance/no
            chance/no way/no way jose/not our cup); ( {NOT} /never/no longer/hardly) .. (interested/interest/of
            interest/an interest); (no/zero) interest; no [but] (thanks/thank you/thx/ta); ( {NOT} ) (for us/for me/a
            fit/a good fit/a match/a good match/relevant/something we/what we/our thing/the right fit/needed/required/
            applicable/going to happen/a priority for us); (don t/do not/won t/will not/wouldn t/no/not) (need/want/
            require/needed) .. (this/it/that/your/any/such/one/services/help/more/anything/to); (no/any) use for
            (this/it/that); (no need/not need*/no use/no demand/no requirement); (decided/decide) (against/not to/to
            pass/to go with/to go for/on another/otherwise/to stay); (i ll/we ll/will/going to/have to/gonna/i d/we d/
            let me) [have to/politely/respectfully/need to] (pass/decline/say no); (pass on/decline) (this/it/your/
            the); (went/gone/going) (with/for) (another/a different/someone/a competitor/other); no (thanks/thank you)
            .; not looking (for/to/into/at)
        """,
        3: f"""
            (nope/nah); no .; it s a no; (the answer is/answer is/that s a/is a/firm/hard/clear/it s a) no; ( {NOT} )
            (going to/planning/plan) (change/buy/switch/use/pursue/need/proceed/go/move/to); (doesn t/does not) (fit/
            apply/concern/interest/suit) [us/me/our/to]; (won t/will not) be (moving/going/pursuing/proceeding/taking/
            needing/buying/using); (all set/all good/we re good/we are good/we re fine/we are fine/we re covered/
            sorted); please don t (bother/waste*/follow/send); (waste/wasting) .. time; (leave it/leave it there/drop
            it/close the file/close your file/stay as); (thanks but/thank you but) [no/we/i]; not pursue; (spam/junk/
            nonsense/rubbish/pushy/annoying); best of luck; good luck [with/elsewhere]; closed .. (business/company/
            shop/department)
        """,
    },
    "wrong_person": {
        4: f"""
            (you mean/you re thinking of/mixing us up with/confus* .. with) (the other/another/someone/a different);
            (passed away/deceased/died); (talk/speak) to (him/her/them/the); i think you (mean/want); (his/her) (son/
            daughter/replacement/successor) ..; not me .; try (it/hr/purchasing/procurement/sales/marketing/finance/
            facilities/operations) .; (right/best/ correct/proper) (person/contact/one) (would be/is/for this/to ask/
            to talk); i only (handle/do/look after/ deal/take); (can t/cannot/don t/not) (decide/make the decision*/
            help you with); (above my pay grade/not my department/not my call/not my thing/wrong number/wrong place);
            (i ll/i will/let me/i have/i ve) (pass/ forward/passed/forwarded/put/connect/introduce) .. (to/in touch/on
            to/in cc); (is/would be) the (person/ one/man/woman/contact) (to/for/who); (she/he) (is/s) .. (in charge/
            head of/responsible/our new/the new); (no longer/not) (in/with) (that/this/the) (role/team/department/
            position); ( {NOT} /never) .. (right/ correct/proper/best/appropriate/person) (person/contact/address/one/
            department/addressee/recipient/place); (looking for/you want/you need/you re after) [a/mr/mrs/ms/my] ..
            (zzmail/at the/in the/who handles/who heads/who runs); (wrong) (person/contact/address/department/ guy/
            one/company/desk/inbox/man/woman/team/ number); ( {NOT} /no longer) .. (responsible/in charge/my area/my
            department/my responsibility/my job/my decision/my call/ my field/my remit/my role/involved/handle this/
            handle that/deal with this/deal with that/decide/make (these/those/such)/the decision maker); (contact/
            talk to/speak to/speak with/talk with/ write to/reach out to/reach/ask/try/email/approach/address/get in
            touch with/direct .. to/ping/turn to/be better talking to/better off with) [to] (my (colleague/ boss/
            manager/successor/coworker/cto/ceo/cfo/head/ team/director)/our (head/it/cto/ceo/coo/cfo/cio/purchasing/
            marketing/procurement/hr/sales/ director/ operations/finance/buyer/team/managing/office/colleague*/vp)/the
            (head/person/team/department/right/it/ purchasing/buyer/procurement/marketing/office)/zzmail/ instead/him/
            her/them instead); (forward*/pass*/ hand*/sent/relay*) .. (to/on to/over to/along to) (my/our/the/him/her/
            a colleague/it/someone/whoever) .. (colleague/head/boss/team/ department/person/manager/cto/ceo/cfo/
            director/successor/who/purchasing/ procurement/it); (left/leaving/quit/departed/moved on from) [the/this/
            our] (company/firm/organi*/business/ role/position/us); (no longer/not) (work*/employed/ with (the/us/
            this)/at (the/this)/here/responsible); (has/have/i ve/i) (retired/left); (he/she/they/colleague/who/that/
            which) [s] .. (handles/looks after/ responsible for/is responsible/in charge/takes care/deals with/runs/
            owns/manages/decides/decide on/does the)
        """,
        3: """
            (my/our) (colleague*/successor/replacement/predecessor) .. (zzmail/will/is/would/handles/who); (you want/
            you need/you should/you d better/better to/best to/you ll want) [to] (talk/speak/contact/ask/write/reach/
            try/email); (cc d/cc ing/ccing/copied/copying/looping in/looped in/adding/added/in cc/cc here) ..;
            (changed/moved/switched) (roles/role/jobs/job/departments/position/teams/to a); who told you;
            (responsible/in charge) (for/of) .. (is/are); (only an/just an/only the/just the/i am the/i m the/i m an/
            just a/only a) (intern/assistant/receptionist/student/secretary/trainee/apprentice/reception/janitor/
            developer); (mistake*/confus*) .. (me/with/someone/another/person); don t know (why/how you); (no longer/
            not/don t) (look after/handle/deal with/manage/cover/run/own) ..; (handled/managed/run/decided/dealt with)
            (by/at/through) (our/the/my/another/group/head); never heard; (different/another) (person/department/
            company); (that s/this is/is) (handled/decided/done/managed/dealt with) (by/at/in); (falls/sits) (under/
            with/within)
        """,
    },
    "opt_out": {
        4: """
            lose (this/my/our) (address/email/number); (do not/don t/never) [ever] (contact/write/email/mail/message/
            call) (again/me/us/here); (enough/sick/ tired) .. (emails/mails/messages/spam/this/these); (mark/marking/
            flag/flagging/report/reporting) .. (as spam/as junk/to the/spam); (unsolicited/spam*/harassment/harassing)
            .. (stop/remove/report/legal/illegal); (not/never) (consent*/agree*/subscribe*/sign* up/opt* in) ..; (any/
            further/future) (emails/mails/messages/ mailings/correspondence/communication) .. (not/stop/please don t/
            unwanted); (don t/do not) want (your/ these/any/to hear/more) .. (emails/mails/messages/mail/hear/from
            you); unsubscribe; (remove/delete/take/ erase/strike/drop) (me/us/my/our) .. (from/off/list*/database/
            mail*/data/details/address/records/ contact*); (stop/quit/cease) (emailing/contacting/mailing/writing/
            sending/spamming/messaging/bothering/ these/this/all/harassing/it/with the/following) [me/us/to/this/
            mails/emails]; (do not/don t/never) (contact/email/write/mail/message/bother/send/call) [to] (me/us/this/
            any) .. [again/anymore/further/more]; no (more/further) (emails/mails/messages/contact/mail/
            correspondence/e mails/email/communication); (do not/don t/not) (wish/want) to (receive/be contacted/hear/
            get/be emailed); (opt out/opt me out/opting out); (refrain/desist/abstain) from .. (contact*/emailing/
            writing/sending/mailing/messaging/further); (removing/ deleting/taking/unsubscribing/dropping) (me/us/my/
            our) ..; (not/rather not/prefer not) to (receive/get/be contacted/be emailed/hear from) ..; (pls/please/
            kindly) (remove/delete/unsubscribe/take me off/stop); (withdraw/revoke) .. consent; (don t/do not) contact
            (me/us/this); off (your/the/this) (list/mailing list/ mailing); leave me alone; lose my (email/address/
            number); (gdpr/article #) .. (erasure/erase/delete/ object/remove); right to (erasure/be forgotten/
            object); (i ll/i will/going to/we ll/we will) [be] (block*/ report*) (you/this); (as spam/cease and
            desist)
        """,
        3: "stop .; stop please; please stop; legal action; (delete/erase) .. (data/address/details); remove me",
    },
    "away": {
        4: """
            (out of [the] office/out of office); (on/off on) [annual/parental/maternity/paternity/sick/family/my/a/
            extended] (vacation/holiday/holidays/leave/sabbatical/ business trip/pto); automatic (reply/response);
            auto reply; autoreply; (limited/no/intermittent/without/sporadic) (access/email access) [to] [my/e]; i
            (will/ll) (be back/return/be returning/ be away/be out/be off/answer .. when/reply .. when/respond ..
            when/get back to you when); (back/return/returning) [in/at/to] [the] [office/work/my desk] (on/monday/
            tuesday/wednesday/thursday/friday/ from) ..; (currently/presently) (away/out/travel*/on leave/off); (i am/
            i m) (away/off/out/travel*/abroad) .. (until/till/from/this week/and/all week/today/for/back/with/at/#);
            away from (my desk/the office); (out/away/off) (until/till/from/through) ..; your (message/email/mail)
            will not be (forwarded/read); (mailbox/address/inbox/account) .. (not/no longer) [being/regularly]
            (monitored/read/checked)
        """,
        3: """
            (be/am/m/is) (away/back) (until/on/from/till); (urgent/urgently/emergency/emergencies) .. (contact/call/
            matters/please/cases); (office is/offices are/we are) closed .. (until/from/for/between); (in my absence/
            during my absence/upon my return/when i (return/get back/m back)/on my return); (at a conference/at a
            trade fair/off sick/jury duty/public holiday/bank holiday)
        """,
    },
    "bounce": {
        4: """
            (undeliverable/undelivered/mail delivery (failed/failure/system/subsystem)/mailer daemon/delivery status
            notification/delivery (has failed/failed/ failure/incomplete/to the following/has been delayed)/returned
            to sender/failure notice/non delivery/returned mail/postmaster); (message/mail/email/it) .. (could not/
            couldn t/can t/cannot/was not/wasn t/not/has not been/hasn t been) be delivered; (wasn t/was not/not/
            couldn t be/could not be) delivered; (account) .. (is disabled/does not exist/inactive/has been disabled);
            (address/recipient/user/mailbox/inbox) .. (not found/unknown/does not exist/doesn t exist/rejected/
            unavailable/is full/full/disabled/over quota/couldn t be found/could not be found/wasn t found/was not
            found/not exist/inactive/is not active/no longer (active/in use/exists/valid)); user unknown; no such
            (user/recipient/mailbox/address/person); (550 5/552 5/554 5/5 1 1/5 2 2/4 2 2/5 7 1/5 4 1/4 4 1); (quota
            exceeded/exceeded .. quota/permanent (error/failure)/permanently rejected/remote server (returned/
            replied)/unable to deliver)
        """,
    },
    "positive": {
        1: """
            (thanks/thank you) (for/so much/very much); (great/good/nice/excellent/perfect/lovely/glad/happy/love/
            appreciate/impressive/exciting/ helpful/welcome/pleased/kind); looking forward
        """,
    },
    "negative": {
        1: """
            (unfortunately/sorry/annoy*/spam/stop/waste/terrible/bad/angry/harass*/ridiculous/rubbish/disappoint*/
            never/enough/fed up/complain*/unsolicited/ legal/pushy/useless)
        """,
    },
    "negator": {
        1: """
            not; n t; don t; doesn t; isn t; won t; can t; never; nor; cannot; wouldn t; didn t; no; hardly; without;
            aren t; neither
        """,
    },
    "request": {
        4: """
            (please) ..; (could you/can you/would you/will you/can we/could we/shall we/should we); let me know; let
            s; (call/email/send/contact/tell/give/advise/remind) (me/us); (i d like/i would like/i need/we need/would
            like/i want/i wanted) [you] (to/a/your/the/#); (give/drop/send/shoot) (me/us) a (call/line/note/ring/copy/
            list); (need to/have to/must) (talk/discuss/meet/get/know/review/ send/call/sign/decide); (do you/are you/
            have you/did you/is there/how about/what about/why don t) ..
        """,
        3: """
            (schedule/set up/arrange/organize) ..; (meet/meeting/lunch/dinner/call) .. (at #/on/tomorrow/next/this/
            today/monday/tuesday/wednesday/thursday/friday); i (will/ll/shall) (call/send/get/forward/be/contact/talk/
            meet/ check/let/follow); (get together/get back/follow up/look into/find out/take care/make sure/feel
            free/don t hesitate/hesitate); (we/you) (should/need); (review/sign/send/print/forward/check/confirm/
            approve/attend/join/comment*) (the/this/it/me/ these/and/for/your/on/us/any); (by/before) (tomorrow/
            monday/tuesday/wednesday/thursday/friday/noon/today/the end/cob/close/#); (your/any) (thoughts/comments/
            input/questions/feedback/help/suggestions/assistance); if you (have/need/could/can/would/want/like/are/d)
        """,
        2: """
            (tomorrow/tonight/asap/reminder/invite*/invitation/rsvp/available/deadline); (we/i) (can/could) ..;
            remember; (would/could) ..
        """,
    },
    "but": {
        1: "(but/however/although/though/still/nevertheless)",
    },
    "harmless": {
        1: """
            if you are not the (intended/right/correct/named) .. (recipient/addressee); [me/us] off (the/your) call
            list; (users/customers/clients/people/subscribers/employees/recipients/ members/they/somebody/someone/
            contacts) .. (unsubscribe/unsubscribes/opt out/be removed); not currently (using/have/having/working); don
            t stop; (no need/not need) to (stop by/come/call/apologise/apologize); why don t (we/you/i); no problem*;
            not only; why not; no worries; don t hesitate; can t wait; wouldn t hurt; no doubt; if not; whether or not
        """,
    },
    "mail": {
        1: "zzmail",
    },
    "imperative": {
        3: """
            (call/send/email/check/review/look/take/get/give/bring/print/sign/forward/confirm/remind/put/add/keep/
            make/try/ contact/ask/tell/find/see/do/go/come/talk/read/note/remember/set/schedule/fill/complete/submit/
            prepare/update/let/ download/register/join/select/stop/start/help/consider/don t forget/do not/reply/
            respond/pick/meet/buy/use/plan)
        """,
    },
}
