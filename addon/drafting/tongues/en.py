"""English."""

from __future__ import annotations

from addon.drafting.fold import words
from addon.drafting.tongue import Concept, Tongue, counted

_YOUR = r"(?:your|recent|latest|last)"
_NEWS = r"(?:recent|rapid|impressive|strong|continued|incredible|amazing|great)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTHS = "january february march april may june july august september october november december"
_MONTH = r"(?:january|february|april|june|july|august|september|october|november|december)"
_SPAN = (
    rf"(?:week|month|year|quarter|summer|winter|spring|autumn|fall|night|weekend|decade|{_DAY}|{_MONTH}"
    r"|march|may)"
)
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

_CLAIMS = {
    Concept.FUNDING: (
        r"(?:fresh|new) capital|capital in hand|"
        r"raised(?! (?:an? |the )?(?:question|point|issue|concern|bar))|seed (?:round|funding|money|investment)"
        r"|(?:funding|investment|financing) round|fundrais\w+"
        r"|your (?:\w+ ){0,2}(?:funding|investors?|investment|backers?)"
        r"|(?:latest|last) round|new funding|ipo|went public|valuation|venture capital|venture-backed|backed by"
    ),
    Concept.ACQUISITION: r"acquired|acquisition|merged|merger|bought|buying [a-z]+ (?:transport|group|gmbh)|took over"
    r"|takeover",
    Concept.LAYOFF: r"lay-?offs?|laid off|downsiz\w+|restructur\w+|bankrupt\w*|insolven\w+",
    Concept.LAUNCH: (
        r"launched|rolled out|released|unveiled|announced"
        rf"|(?:{_YOUR}|new) (?:\w+ ){{0,2}}(?:launch|announcement|release|rollout)"
        r"|(?:launch|release|rollout) of your"
    ),
    Concept.HIRING: (
        r"(?:you're|is|are|were|been|currently|actively|busy) (?:\w+ )?(?:hiring|recruiting)|hiring (?:spree|plans?"
        r"|push)|your (?:\w+ )?(?:open (?:roles?|positions?)|vacanc\w+|job (?:posts?|postings?|ads?))"
    ),
    Concept.EXPANSION: (
        rf"expanded|(?:you're|is|are) (?:\w+ )?expanding|{_YOUR} (?:\w+ )?expansion|relocated|moved (?:to|into)"
        r"|opened|(?:is|are|you're) opening|new (?:office|location|branch|headquarters|hq|plant|factory|warehouse)s?"
        r"|(?:entered|entering) (?:the|a|new)|(?:switched|migrated) (?:to|from)|your move to"
    ),
    Concept.GROWTH: (
        r"grew|(?:has|have) grown|(?:is|are|you're) (?:\w+ )?growing|fast(?:est)?[- ]growing|doubled|tripled"
        r"|quadrupled"
        rf"|(?:you've|have|has) scaled|scaling (?:fast|quickly|rapidly)|{_NEWS} (?:growth|success|momentum|results)"
        r"|record (?:year|quarter|growth|revenue|sales)|(?:half|a third|two thirds|a quarter) of your"
    ),
    Concept.RESULTS: r"your (?:revenue|profits?|turnover|margins?|sales) (?:is|are|of|has|have|grew|fell|rose"
    r"|increased|dropped|passed)",
    Concept.AWARD: (
        r"won|awarded|awards?|award-winning|prize|ranked|nominated|named (?:one|a|as|the)|recogni[sz]ed (?:as|by|for)"
        r"|featured|voted"
    ),
    Concept.MEDIA: (
        rf"{_YOUR} (?:\w+ ){{0,2}}(?:posts?|articles?|podcasts?|interview|keynote|webinar|tweets?|blog"
        r"|press release|video|newsletter|speech|talks?|presentation|profile|website|home ?page)"
        r"|on (?:your )?linkedin|in the news|on the cover of|press coverage|listened to your"
    ),
    Concept.PROMOTION: (
        r"(?:got|were|was|been|just|recently) promoted|your (?:\w+ )?promotion|new (?:role|job|position)|(?:you"
        r"|you've) (?:just |recently )?(?:joined|stepped up|took over|started)|appointed|joined (?:the|your|as)"
    ),
    Concept.LEADERSHIP: (
        r"(?:a|the|as|your|one of the) (?:\w+ )?(?:leading|largest|renowned|well-known|world-class)"
        r"|(?:market|industry)[- ](?:leader|leading)|leader in|pioneers?|number one|largest \w+"
    ),
    Concept.STRUGGLE: (
        r"(?:are|is|remains?) (?:an? )?(?:\w+ )?(?:problem|issue|headache|challenge|pain|burden)s?"
        r" (?:for|to) (?:you|your)"
        r"|costs? (?:you|your \w+) (?:\w+ )?(?:time|money|hours|days|customers|orders|sales)|"
        r"(?:you're|you are|you|your \w+ (?:is|are)|your \w+) (?:\w+ )?(?:struggl(?:e|es|ing)|losing|lose|loses"
        r"|suffer(?:s|ing)?|failing|wast(?:e|es|ing)|frustrated|unhappy|overwhelmed|falling behind"
        r"|complain(?:s|ing)?|crash(?:es|ing)?|behind schedule)"
    ),
    Concept.CONTACT: (
        r"following up(?: on (?:my|our|the))?|(?:my|the) (?:last|previous|earlier|first) (?:e-?mail|mail|"
        r"message|note|letter|call)|thank(?:s| you) for (?:our|the) (?:\w+ )?(?:chat|call|talk|"
        r"conversation|meeting)|our chat|"
        r"(?:we|you and i) (?:met|spoke|talked|chatted|discussed)|as (?:discussed|promised|agreed)|(?:great|good"
        r"|nice|lovely|pleasure) (?:to )?(?:meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|chatting|connecting"
        r"|seeing) (?:you|with|to)|our (?:last|recent|previous|earlier) (?:call|conversation|chat|meeting"
        r"|discussion|e?-?mails?)|thank(?:s| you) for (?:your (?:call|reply|interest|message|e?-?mail|inquiry)"
        r"|meeting|signing|downloading|reaching|getting|visiting|subscribing|taking my)|following up on our"
        r"|(?:great|good|nice|lovely|pleasure) (?:chatting|meeting|speaking|connecting|catching up)|you (?:asked"
        r"|requested|signed|downloaded|visited|told|mentioned|agreed|promised|replied|registered)|our records"
        r"|(?:unpaid|overdue|outstanding) (?:invoice|balance|payment|bill)|your (?:\w+ )?(?:invoice|subscription"
        r"|trial|order|account|contract) (?:is|has|was|with us)"
    ),
    Concept.REFERRAL: (
        r"(?:referred|recommended|introduced|suggested) (?:by|you to me|me to you)"
        r"|(?<!which )(?<!that )(?<!who )[^\W\d]+ (?:told|referred|recommended|suggested) (?:me|us|that|i|we|you)"
        r"|[^\W\d]+ (?:said|says) (?:that )?(?:you|i should)|gave me your (?:name|number|contact)"
    ),
}
_STEMS = {
    Concept.FUNDING: r"rais(?:e|es|ed|ing)\b|fund|series [a-h]\b|seed\b|invest|round\b|ipo\b|went public|valuation"
    r"|venture|backed|backer",
    Concept.ACQUISITION: r"acqui|merg|bought|took over|takeover|purchas",
    Concept.LAYOFF: r"lay-?off|laid off|downsiz|restructur|bankrupt|insolven",
    Concept.LAUNCH: r"launch|roll(?:ed|ing)? ?out|releas|unveil|announc",
    Concept.HIRING: r"hir(?:e|es|ed|ing)\b|recruit|vacanc|open (?:role|position)|job (?:post|ad|open)|headcount",
    Concept.EXPANSION: (
        r"expan|open|new (?:office|location|branch|headquarters|hq|plant|factory|warehouse|market)|relocat|mov(?:e"
        r"|ing)|enter(?:s|ed|ing)\b|switch|migrat"
    ),
    Concept.GROWTH: r"grew|grow|doubl|tripl|quadrupl|scal(?:e|ing)|record|half\b|third\b|quarter|momentum",
    Concept.RESULTS: r"revenue|profit|turnover|margin|sales\b",
    Concept.AWARD: r"award|won\b|win|prize|rank|nominat|named|recogni|featur|voted",
    Concept.MEDIA: (
        r"posts?\b|posted|article|podcast|interview|keynote|webinar|tweet|blog|press\b|video|newsletter|speech"
        r"|profile|website|talk|present|linkedin|news\b"
    ),
    Concept.PROMOTION: r"promot|new (?:role|job|position)|join|step(?:s|ped)? up|took over|start(?:s|ed)\b|appoint",
    Concept.LEADERSHIP: r"leading|leader|larg|renown|well-known|world-class|pioneer|number one",
    Concept.STRUGGLE: (
        r"struggl|losing|lose\b|loss|suffer|fail|wast|frustrat|unhappy|overwhelm|behind|problem|challeng|pains?\b"
        r"|hard\b|slow|complain|crash|late\b|delay"
    ),
    Concept.CONTACT: (
        r"met\b|spoke|talked|chatted|called|discuss|conversation|asked|request|signed|download|visit|event\b|fair\b"
        r"|contract|invoice|subscri|trial|order|account\b|conference|introduc|replied|regist|inquir|enquir|interest"
    ),
    Concept.REFERRAL: r"refer|recommend|introduc|suggest|told",
}

TONGUE = Tongue(
    code="en",
    claims=_CLAIMS,
    stems=_STEMS,
    us=r"we|our|ours|us|my|we've|we're|we'll",
    them=r"you|your|yours|you're|you've|you'll|they|their|its",
    presumed=r"^(?:your|the|recent|latest|last|new)\b",
    perceived=(
        r"aware|saw|see|seen|seeing|read|reading|hear|heard|hearing|notice|noticed|spotted|learn|learned|learnt|know|found"
        r"|love|loved|like|liked|enjoyed|impressed|congrat\w*|excited|following|followed|came across|come across"
        r"|listened"
    ),
    condition=r"(?:if|whether|unless|in case)\b[^,;.]*$",
    modal=(r"(?:can|could|would|might|may|to|will|help|helps|without|not|never)(?: (?:be|get|you|your))?\s*$"),
    yes_no=(
        r"^(?:and |so |but )?(?:are|is|do|does|did|have|has|was|were|would|could|can|will|might|should|may)\b.*\?$"
    ),
    praise=r"congrat(?:s|ulations|ulate)|kudos|hats off|well done",
    asks=r"let me know|happy to|glad to|would you|could we|shall we|reply|pick a time|are you free"
    r"|(?:you can|you will|you'll|can) (?:book|find|pick|choose)",
    past=(
        rf"(?:last|past|previous) (?:few |couple of |two |three )?{_SPAN}s?|yesterday|\w+ ago"
        rf"|earlier (?:this {_SPAN}|today)|this past \w+"
    ),
    lately=r"recently|lately|just (?:now|announced|raised|launched|opened|hired|joined|moved|won)",
    months=rf"{_MONTH}|(?:in|since|by|until|of|early|late|mid|from) (?:march|may)",
    month_names=tuple(_MONTHS.split()),
    near=rf"{_DAY}s?|tomorrow|tonight|(?:this|next|coming) {_SPAN}",
    talk=r"min|mins|minutes?|min\.",
    clock=r"\d{1,2}(?::\d{2})? ?(?:am|pm|a\.m|p\.m)|(?:at )?\d{1,2}:\d{2}|at \d{1,2}",
    ahead=r"(?:next|coming|within|in) (?:the )?(?:next )?(?:\w+|\d+) (?:or \w+ )?(?:days?|weeks?)",
    points=r"(?:(?:or|to) \w+ )?(?:\w+ )?(?:things?|ideas?|questions?|reasons?|ways?|lines?|sentences?|words?|points?"
    r"|examples?|options?)",
    vague=r"hundreds|thousands|millions|billions|dozens",
    plain=words(
        """
        it that this there here what who how where when why let today he she everyone everything nobody nothing
        either otherwise also however sure first second third finally honestly briefly still instead meanwhile now
        then well yes no so and but or if of to in on at for with by as from since while because after before until
        would could can may might will shall should do does did are is was were have has had please thanks thank
        happy glad sorry hope hoping one two three you we i they my our your their its the a an any some many most
        more less few each every all both monday tuesday wednesday thursday friday saturday sunday january february
        march april may june july august september october november december mondays tuesdays wednesdays thursdays
        fridays english hi hello dear
        """
    ),
    honorifics=r"mr|mrs|ms|dr|prof",
    given=r"as|your(?= (?:head|vp|chief|director)\b)|you are|you're|role as|work as|job as|position as|role of"
    r"|promoted to|appointed|became|become",
    titles=(
        r"ceo|cto|cfo|coo|cmo|cio|cro|vp|svp|evp|president|officer|director|head|manager|managers?|founder|co-founder"
        r"|owner|chief|chair(?:man|woman|person)?|lead|leader|partner|engineer|developer|buyer|analyst|consultant"
        r"|recruiter|controller|executive|specialist|coordinator|administrator|architect|planner|supervisor"
    ),
    numbers={word: i for i, word in enumerate(_SMALL.split(), 1)}
    | {word: 10 * i for i, word in enumerate(_TENS.split(), 2)}
    | counted("a 1 dozen 12 hundred 100 thousand 1000 million 1000000 billion 1000000000 trillion 1000000000000"),
)
