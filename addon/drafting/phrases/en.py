"""English."""

from __future__ import annotations

from addon.drafting.phrases import Angle, Book, topics

BOOK = Book(
    openings={
        **topics(
            "“{topic}” is the point I am writing to you about.",
            "One thing made me write to you, and it is this: “{topic}”.",
            "I would like to pick up a single topic with you: “{topic}”.",
            "My reason for writing fits in a few words: “{topic}”.",
            "This mail is about one subject and no other: “{topic}”.",
            "“{topic}”: that is where I think we could be useful.",
            "Let me come straight to the topic: “{topic}”.",
            "“{topic}”: [may I say a word|a few lines] on that.",
            "[Here is what|This is what] my mail is about: “{topic}”.",
            "[Only one subject|A single keyword] brings me to you: “{topic}”.",
            "[Today I write|I get in touch] on account of this: “{topic}”.",
        ),
        Angle.TITLE: (
            "I am [writing to|contacting|addressing] you because [you are|your role is] {title} at {company}.",
            "As {title} at {company}, you [are the right person for this|can best judge what follows|will see "
            "quickly what this is worth].",
            "[I would value your view|Your opinion would help me|What you think would matter to me] as {title} "
            "at {company}.",
            "Since you are {title} at {company}, [I will come straight to the point|let me be direct|I will skip "
            "the long introduction].",
            "This [mail|note|message] goes to the {title} at {company} [and not to a general inbox|in "
            "person|rather than to a shared mailbox].",
            "You are {title} at {company}, so [this is best put to you in person|I would rather ask you than "
            "anybody else|my question belongs with you].",
            "[What follows|The rest of this mail|This short text] is meant for you as {title} at {company}.",
            "[My question is one|This concerns a matter] for the {title} at {company}, and [that is you|so I "
            "turn to you].",
            "With your work as {title} at {company} in mind, [I have one suggestion|a short proposal "
            "follows|here is an idea].",
            "With the role of {title} at {company}, you may [find a use for what follows|want to look at this once].",
            "Only the {title} at {company} could [tell me whether this makes sense|decide about such a thing], "
            "hence [this mail|my note].",
        ),
        Angle.INDUSTRY: (
            "I am [getting in touch|sending this|reaching out] because {company} works in {industry}.",
            "{company} works in {industry}, [and that is why I am writing|hence this short mail|which explains "
            "why you hear from me].",
            "Since {company} works in {industry}, [I believe this could be of use|our work may be of interest|it "
            "seemed right to ask].",
            "This [mail|note|message] is about work in {industry}, [so I am sending it to {company}|which brings "
            "me to {company}].",
            "I am [writing to|contacting] {company} with [something for people|an offer for companies|a thought "
            "for those] in {industry}.",
            "As {company} is in {industry}, let me [tell you briefly what we do|say in short what we offer|put "
            "one suggestion to you].",
            "My [topic|subject|suggestion] has to do with {industry}, which is why [I thought of "
            "{company}|{company} came to mind].",
            "[For a company|For a business] in {industry} such as {company}, [a few lines should do|here is one "
            "idea|one thing seemed worth a mail].",
            "{company} is part of {industry}, and [this mail is about that field|my suggestion comes from there].",
            "Companies in {industry} are [those we like to talk to|the ones I write to], so here is [a line "
            "for|my note to] {company}.",
            "[Because of|With regard to] the work of {company} in {industry}, I would like to [make one "
            "proposal|mention a single thing].",
        ),
        Angle.SIZE: (
            "I am writing to {company} because of its size: {size} people.",
            "{company} has {size} people, which is why I thought of you.",
            "A company of {size} people such as {company} is the kind I hope to hear from.",
            "With {size} people at {company}, a short look could be worth it.",
        ),
        Angle.COUNTRY: (
            "I am writing to {company} ({country}) about one specific thing.",
            "{company}, {country}: that is where this mail should go.",
            "There is one thing I would like to put to {company} ({country}).",
            "A short mail to {company} ({country}), with a single topic.",
        ),
        Angle.COMPANY: (
            "I wanted to [write to {company} directly|ask {company} in person|contact {company} myself] instead "
            "of [sending a brochure|placing an advert].",
            "I am [writing to|contacting|approaching] {company} about [one specific thing|a single matter].",
            "There is one [point|matter|suggestion] I would like to [put to|raise with|share with] {company}.",
            "This is a [short mail|brief note|quick message] to {company} with [a single topic|one idea in it].",
            "You may be the right person at {company} [for what follows|to judge this|to ask].",
            "I would like to [find out|know|learn] whether we can [be of use to|do something for|help] {company}.",
            "Here is, in [a few lines|short|plain words], why I am [writing to|contacting] {company}.",
            "[Allow me|Please grant me] a few lines to {company}, [all on one subject|with a clear purpose].",
            "This [mail|note] is for {company} alone, with [just one subject|a single purpose].",
            "[I cannot know|I can only ask] whether {company} has a use for this, [so here is a short mail|hence "
            "these lines].",
            "This message to {company} is [quickly|soon] read: [one idea and no brochure|a single proposal].",
        ),
        Angle.PERSON: (
            "I am writing to you directly instead of sending a brochure.",
            "I have one specific topic for you.",
            "There is one thing I would like to put to you in a few lines.",
            "I would like to hear your view on something.",
            "This is a short mail with a single topic.",
            "You may be the right person for what follows.",
            "Here is, in a few lines, why I am writing to you.",
        ),
    },
    bridges=(
        "I do not know how you [handle this today|go about this|deal with it now], so I would rather ask "
        "[than guess|openly|first].",
        "You will know best whether [this matters to you|it deserves attention|there is a need for it] [at "
        "the moment|these days|right now].",
        "If it happens to be on your list, [we could well be of some help|we can lend a hand|I can tell you more].",
        "I prefer [an open word|a plain question|a frank exchange] to [assumptions about how you "
        "work|guesses from a distance].",
        "It may or may not be [a topic for you|relevant to you|of interest], [and either answer helps me|and "
        "both answers are useful to know].",
        "I cannot [judge from outside|tell from a distance|say from here] whether it fits, [so I will keep "
        "this short|so I leave that to you].",
        "Whether it is worth [your time|a closer look|a thought] is for you to [say|decide]; [I have only "
        "sketched it here|the short version has to do].",
        "[No brochure|No presentation] replaces a [conversation|look at the facts], so [I leave the verdict "
        "to you|this is but an offer to talk].",
        "Should it be [of no interest|the wrong subject], [forget this mail|a short no is enough]; should it "
        "be, [we can look at the details|I am at your disposal].",
        "My guess [may be wrong|could miss the mark], and [then I stand corrected|that would be good to learn too].",
        "[Perhaps somebody else|Maybe a colleague] looks after such matters, [in which case feel free to "
        "pass this on|and a forwarded mail is fine too].",
    ),
    plain_bridges=(
        "I [prefer|would rather have] [an open word|a plain question|a frank exchange] to [assumptions about "
        "how you work|guesses from a distance].",
        "I do not know [your plans|how you work today|what is on your desk], so I would rather [ask than "
        "guess|put an open question to you].",
        "[Any answer|Even a short one|A word in return] would help me to [see where I can be "
        "useful|understand what matters to you].",
        "I will not [assume anything about your work|pretend to know your situation], and I [keep to what I "
        "can say for certain|leave out empty promises].",
        "My aim is a [frank conversation|simple exchange], [not a sales show|without slides or big words].",
    ),
    pains=(
        "I do not know whether “{pain}” is a topic for you, so I would rather ask than guess.",
        "One point we could talk about, if it matters to you: “{pain}”.",
        "If “{pain}” is something you deal with, what we do could be of use.",
        "The subject I have in mind is “{pain}”; you will know whether it concerns you.",
        "“{pain}” may or may not be an issue on your side.",
        "What I would like to talk about is “{pain}”, provided it plays a part for you.",
        "Perhaps “{pain}” is on your list, perhaps it is not; either answer helps me.",
    ),
    offers=(
        "We [offer|provide|make]: {what}.",
        "What we do, [in a line|put simply|in one sentence]: {what}.",
        "To [say it briefly|keep it simple|sum it up], this is our [work|trade|business]: {what}.",
        "Our [side of it is quickly told|part takes one line|answer to that is short]: {what}.",
        "What you would [get|have|receive] from us: {what}.",
        "Here is our [offer in its shortest form|product in few words|service without any frills]: {what}.",
        "[In a nutshell|In plain terms|Boiled down], we [do this|work on this]: {what}.",
        "[Briefly put|Said without detours], our [product|service] is [this|the following]: {what}.",
        "The [thing|subject] I would like to [introduce|present]: {what}.",
        "[Behind this mail stands|The matter at hand is] [one offer|our product]: {what}.",
        "[Let me name it|Here it is]: {what}, [nothing more and nothing less|plain and simple].",
    ),
    audiences=(
        "It is [made|built|there] for: {audience}.",
        "We have this [group|circle|audience] in mind: {audience}.",
        "Those we [do it for|work for|think of]: {audience}.",
        "The people it is [meant for|intended for|aimed at]: {audience}.",
        "Who it [is designed for|suits|helps]: {audience}.",
        "It is [aimed at|tailored to|shaped around] one group: {audience}.",
        "We [built|developed|designed] it with one kind of user in [view|mind]: {audience}.",
        "[Typical users|Usual customers]: {audience}.",
        "[Most useful|Of most value], we believe, to: {audience}.",
        "[With whom we like to work|Whom we serve]: {audience}.",
        "Our [focus|attention] is on [these people|one circle]: {audience}.",
    ),
    proofs=(
        "One [fact|detail] about us: {proof}.",
        "Something [solid|concrete|real] from our side: {proof}.",
        "[As an example|By way of illustration|To give an instance]: {proof}.",
        "What we can [point to|show|put on the table]: {proof}.",
        "So that you can [judge for yourself|form an opinion|weigh it up]: {proof}.",
        "Something to [hold on to|go by], [from our own work|in case it helps]: {proof}.",
        "A [word|note|line] on our [experience|track record]: {proof}.",
        "[What comes of it|A result so far]: {proof}.",
        "[In our favour|To our credit]: {proof}.",
        "[Instead of promises|In place of big words], [one sentence|a plain statement]: {proof}.",
        "[Worth mentioning|Good to know] [in this context|here]: {proof}.",
    ),
    asks=(
        "Would a [15-minute call|short phone call|quick conversation] about it be [worth your time|of use to "
        "you|all right with you]?",
        "Would you like to [look at it together|see it on a screen|go through it with me] [some time|one of "
        "these days]?",
        "Shall I send you [a short outline|one page|a brief summary] of [how it works|what it does]?",
        "Would it make sense to [talk it through|discuss this|go over it] [briefly|for a moment]?",
        "Could we [speak about it|have a word|talk] for [a few minutes|a quarter of an hour]?",
        "May I send you [two or three sentences|a few lines|half a page] with [the details|more on it]?",
        "Is this something you would like to [know more about|hear more of|see up close]?",
        "How about [a brief exchange|a call|ten minutes by video] to [see if there is a fit|find out more]?",
        "Are you open to [a short demonstration|seeing an example] [on screen|by video]?",
        "What would be [a good way|the easiest way] to [continue|go on from here]: [a call or a few lines|by "
        "phone or in writing]?",
        "Can I [answer any questions|explain more], [in writing or by phone|whichever way you prefer]?",
    ),
    bookings=(
        "If you would like to [see whether it fits|know if it suits you], [pick a time that suits you|choose "
        "whichever hour you like]: {link}",
        "The [simplest next step|easiest way on] is a short call, and you [choose the time|decide when]: {link}",
        "If a conversation [sounds useful|seems worthwhile], my [calendar is here|free hours are listed here]: {link}",
        "To [talk it through|go over it|discuss this] briefly, [take any free slot here|just grab an open "
        "half hour]: {link}",
        "If you [want to hear more|are curious], [choose a moment for a call|name a day on this page]: {link}",
        "A few minutes [on the phone|by video] are enough, and the day is [up to you|yours to pick]: {link}",
        "Just [book a place in my diary|put yourself into my schedule] if you [want to know more|have "
        "questions]: {link}",
        "[Questions are best answered|Things are soonest explained] in person; [here is where to reserve a "
        "slot|this page shows when I am free]: {link}",
        "Whenever [it is convenient|there is a gap in your day], [let us speak|give it a quarter of an hour]: {link}",
        "Whether [curious|interested] or [sceptical|in doubt], [you are welcome to reserve a time|a first "
        "talk costs nothing]: {link}",
        "[Here you can reserve|This is the page for] [a quarter of an hour with me|a first talk without "
        "obligation]: {link}",
    ),
    closers=(
        "If it does not fit, [that is just as fine|no harm is done|simply ignore this].",
        "[One short line|A single word|A keyword] is plenty, [whatever the answer|positive or negative].",
        "If now is a [bad moment|busy time], there is no [hurry at all|rush whatsoever].",
        "I am [happy|fine|comfortable] with a no as well; [it saves us both time|then we both know].",
        "There is nothing to [prepare on your side|get ready beforehand|install or sign].",
        "Thank you for [taking a moment to read this|reading this far|giving this a glance].",
        "I will keep it [brief|simple] and [stick to the facts|leave out the slogans|answer what you ask].",
        "[Feel free|You are welcome] to [answer in keywords|forward this to a colleague].",
        "[No answer needed|Silence is fine too] if this is [of no interest|not your subject].",
        "[Today or much later|Sooner or later], [any time is fine with me|I can arrange myself].",
        "[Should anything be unclear|In case of questions], [a short line will do|I will explain].",
    ),
    subjects=(
        "A question for {whom}",
        "{whom}: a short question",
        "One thought for {whom}",
        "An idea for {whom}",
        "{whom}: worth a look",
        "A short note to {whom}",
        "For {whom}: one topic, briefly",
    ),
    booking_line="If you would like to talk, pick a time that suits you: {link}",
    plain_subject="A question for {whom}",
    bare_subject="A short question",
    small=True,
    spread=11,
)
