"""Employers, and occupations rare enough to point to one person."""

from __future__ import annotations

import re

from scrubber import lexicon
from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
_RARE = (
    r"mayor|deputy mayor|governor|senator|congress(?:man|woman)|councill?or|council(?:man|woman)|alderman|sheriff|police chief|fire chief|chief of police|superintendent of schools|school principal|headmaster|headmistress|"
    r"bishop|archbishop|cardinal|imam|rabbi|archdeacon|monsignor|ambassador|consul|judge|magistrate|district attorney|astronaut|test pilot|olympic \w+|olympian|lighthouse keeper|beekeeper|zookeeper|falconer|"
    r"puppeteer|organ builder|violin maker|luthier|clockmaker|horologist|taxidermist|sword swallower|circus \w+|acrobat|trapeze artist|lion tamer|ballet dancer|prima ballerina|opera singer|concert pianist|cellist|harpist|"
    r"conductor of the [\w ]{3,30}|quarterback|goalkeeper|linebacker|point guard|shortstop|pitcher for [\w ]{3,20}|head coach|jockey|matador|bullfighter|news ?anchor|weather ?(?:man|girl|presenter)|tv (?:host|presenter|anchor)|radio host|"
    r"newspaper editor|poet laureate|novelist|sculptor|glassblower|cartographer|volcanologist|glaciologist|astronomer|museum curator|harbou?r ?master|tugboat captain|ferry captain|bush pilot|smokejumper|hurricane hunter|"
    r"state trooper captain|county commissioner|county clerk|tribal (?:chief|chair\w*|council\w*)|chief executive(?: officer)?|ceo|founder of [\w ]{3,30}|president of [\w ]{3,30}|chancellor|provost|dean of [\w ]{3,30}|town (?:clerk|crier)|postmaster|game warden|snake charmer|fire-?eater|stunt(?:man|woman| double)|racecar driver|nascar driver|chess grandmaster|crossword (?:setter|constructor)|perfumer|sommelier|cheesemonger|farrier|thatcher|bell ?ringer|organist|carillonneur|state senator|state representative|pope|nun|abbot|abbess|prioress|"
    r"postmistress|harbou?rmaster|(?:bridge|lock|ferry|lighthouse|signal|fire tower|crossing) ?(?:tender|keeper|master)|(?:competitive|professional|champion|olympic|celebrity) (?:eater|diver|skater|surfer|wrestler|boxer|gamer|dancer|swimmer|cyclist|runner|climber|chef|skier|golfer)|"
    r"(?:violin|guitar|piano|organ|harp|lute|sitar|oud|santur|bagpipe|drum|flute|cello|banjo|instrument|bell|clock|saddle|wig|globe|kite|lace|puppet) ?(?:maker|tuner|builder)|commercial diver|pearl diver|rescue diver|saturation diver|"
    r"lobsterman|crabber|oyster ?man|rodeo (?:clown|rider)|bull rider|barrel racer|storm chaser|skydiving instructor|hot.?air balloon pilot|crop ?duster(?: pilot)?|auctioneer|town historian|storyteller|ventriloquist|mime|contortionist|hypnotist|ice sculptor|taxidermy artist"
)
_ORG = r"(?:[A-Z][\w'&.\-]{0,20}(?:\s(?:of|and|&|the|for)\s|\s)?){1,6}"
_WORK = r"(?:works?|worked|working|employed|job|hired|career|drives?|driver|driving|drove|cleaning|cooking|packing|delivering|cleans?|cleaner|cooks?|cashier|packs?|delivers?|apprentice|porter|labourer|laborer|guard|shift|retired|intern(?:s|ed)?|volunteers?|teach(?:es)?|taught|laid off)(?:\s(?:full[ -]time|part[ -]time|nights|there|again|most recently|previously|currently))?(?:\s(?:as|a|an|the|\w+(?:er|or|ist|ant|man|woman|ian|ent|hand))){0,5}\s(?:at|for|by|with|w/|from)(?:\sthe)?\s"

_LOCAL = (
    r"blacksmith|farrier|vet|veterinarian|midwife|pharmacist|librarian|postman|mail carrier|teacher|doctor|dentist|undertaker|mortician|barber|butcher|priest|pastor|minister|cantor|"
    r"sheriff|deputy|constable|pilot|captain|ferryman|lifeguard|ranger|brewer|baker|weaver|potter|judge|clerk|coach|goalkeeper|goalie|striker|drummer|singer|violinist|pianist|dancer|"
    r"conductor|newsreader|anchor|weatherman|meteorologist|reporter|editor|poet|painter|magician|clown|diver|trapper|shepherd|winemaker|cheesemaker|electrician|plumber|policeman|"
    r"policewoman|police officer|firefighter|fire captain|paramedic|bus driver|train driver|crossing guard|lawyer|notary|banker|grocer|florist|jeweler|tailor|cobbler|guide|curator"
)
#: "the town's only vet", "the first female fire captain in the county", "our village priest"
_LOCAL_JOB = (
    rf"\b(?:the|our|a)\s((?:(?:town|village|county|island|parish|reservation|valley|school district|state|city)(?:'s)?\s(?:only\s|first\s|former\s|last\s|female\s|male\s|longest-serving\s){{0,3}}(?:{_LOCAL}))|"
    rf"(?:(?:only|first|last|lead|principal|longest-serving)\s)(?:female\s|male\s|black\s|deaf\s|blind\s)?(?:{_LOCAL})(?=\s(?:in|of|for|on|at|with)\s(?:the|our|this|[A-Z])))(?!\w)"
)


#: "the line's only one-armed deckhand", "the county's first Hmong fire chief", "only blind piano tuner in the tri-county"
_OWNER = (
    r"(?:county|town|city|village|state|island|district|company|firm|line|school|department|team|league|club|region|valley|reservation|tribe|nation|parish|country|port|harbou?r|fleet|troupe|circus|"
    r"orchestra|opera|choir|band|university|college|precinct|force|squad|crew|plant|mill|mine|base|church|diocese|congregation|airline|railway|province|borough|township|community|area|hospital|festival|theat(?:er|re)|"
    r"world|continent|coast|peninsula|bay|lake|river|zoo|museum|prison|regiment|battalion|brigade|ferry|factory|lodge|ranch|rodeo|tour|paper|station|network|program|faculty)"
)
_PERSON_NOUN = (
    r"(?:[a-z]{2,}(?:er|or|ist|ian|man|woman|smith|herd|wright|eer|maker|keeper|hand|master|mistress|tuner|rider|fighter|driver|player|coach|chief|guard)|chief|nun|vet|cook|chef|priest|monk|nurse|guide|pilot|judge|clerk|cop|"
    r"mayor|referee|midwife|bishop|imam|rabbi|cantor|poet|jockey|mime|diva|medic|marshal|captain|sergeant|colonel|general|dj|celebrant|sergeant|shaman|curandera|healer|farrier|smokejumper|deckhand|cadet|astronaut|acrobat|athlete|triathlete|paralympian|olympian|surgeon|dwarf|twin|woman|man|girl|boy|champion|mascot|lifeguard)s?"
)
_UNIQUE = rf"(?<![\w'’])((?:(?:the|our|this)\s)?(?:(?:{_OWNER}['’]s|{_OWNER}s['’])\s)?(?:only|first|last|sole|youngest|oldest|longest-serving|best-known|most\s(?:famous|decorated)|top|lone)\s(?:(?!case|patient|known|reported|few|thing)[\w'’-]+\s){{0,4}}?{_PERSON_NOUN})(?![\w-])"
#: medicine's firsts: "the county's first liver transplant center", "the first doctor to call"
_NO_WORKER = re.compile(
    r"\b(?:center|number|order|disorder|tumou?r|cancer|ulcer|fever|doctor|counter|encounter|marker|monitor|factor|liver|bladder|shoulder|finger|other|after|over|under|either|whether|never|ever|letter|answer|quarter|member|"
    r"scanner|ventilator|incubator|generator|freezer|elevator|theater|printer|computer|container|helicopter|shelter|tower|trailer|reactor|detector|simulator|register|chapter|weather|water|paper|matter|dinner|river|"
    r"sister|brother|mother|father|daughter|december|september|october|november|summer|winter|offer|power|error|inhibitor|receptor|donor|infer|helper|responder|trimester|semester|semicolon|user|responders?|provider|author|survivor|visitor|caregiver|carer|"
    r"prior|major|minor|floor|door|color|labor|tremor|vector|better|later|earlier|outer|inner|upper|lower|longer|older|younger|higher|woman to|man to|time|day|week|line|choice|agent|drug|stage|visit|dose|episode|seizure|symptom|sign|test|attempt|pregnancy|baby|child|born|language|name|degree|year|month|"
    r"general\b|patients?)$"
)


def _is_unique(match: re.Match[str]) -> bool:
    """Whose it is stands before it, or where behind it: "her first waiter" is nobody."""
    found = re.sub(r"^(?:the|our|this)\s", "", match.group(1))
    if _NO_WORKER.search(found):
        return False
    owned = bool(re.match(rf"{_OWNER}", found))
    placed = re.match(
        r"\s(?:in|of|on|at|for|from|with|to)\s(?:the|our|this|[A-Z])", match.string[match.end() : match.end() + 16]
    )
    return owned or (bool(placed) and bool(re.match(r"only|sole|lone|last", found)))


#: what somebody is said to work as, up to four words
_SAID = (
    r"\b(?:(?:[Rr]etired|[Ww]ork(?:s|ed|ing)?|[Ee]mployed|[Tt]rained|[Aa]pprenticed|[Hh]ired|[Ff]amous|[Kk]nown locally|[Jj]ob|[Cc]areer|[Ll]iving|[Ww]age)\sas|[Ff]ormerly|[Bb]ecame|"
    rf"[Bb]ecause\s(?:he|she)(?:\sis|'s|\swas))\s(?:an?|the)\s((?:(?!for\b|and\b|or\b|of\b)[a-z][a-z'’-]+\s){{0,3}}?{_PERSON_NOUN})(?=[.,;)\n]|\s(?:and|but|for|at|in|on|as|until|who|all|now|from|before|since)\b|\s*$)"
)
#: "she's the woman who christened the ferry"
_DEED = (
    r"\b((?:the|that)\s(?:man|woman|lady|guy|bloke|chap|lad|girl|boy|fella|priest|nun|teacher|farmer|singer|actor)\swho\s(?:first\s|once\s)?"
    r"(?:christened|invented|founded|discovered|swam|won|rescued|painted|carved|sculpted|designed|crossed|climbed|holds|voiced|sang|wrote|composed|appears|appeared|played|broke\sthe|set\sthe)"
    r"\s[^.,;:()\n]{3,60}?)(?=\s?[.,;:()\n]|\s[-–—]|\s?$)"
)
#: "last surviving diver of the island", "Ireland's first underwater welder"
_LAST_OF = (
    r"((?:(?:[Tt]he\s)?[Ll]ast\s(?:surviving|living|remaining|working)|[A-Z][a-z]{2,16}['’]s\s(?:first|only|last|oldest|youngest)(?:\sfemale)?)\s(?:[a-z-]{3,16}\s)?"
    r"[a-z-]{3,20}(?:er|or|ist|smith|wright|maker|man|woman|master|keeper|nahham|diver)\b(?:\s(?:of|in|on|with)\s[^.,;:()\n]{3,40}?)?)(?=\s?[.,;:()\n]|\s[-–—]|\s?$)"
)
#: heads of occupations thousands hold, and what people are for their doctors
_MANY = frozenset(
    "worker teacher nurse driver manager officer engineer doctor cleaner farmer labourer laborer builder carpenter electrician plumber mechanic accountant lawyer cook chef waiter server bartender cashier clerk assistant carer caregiver "
    "technician operator developer programmer consultant director supervisor contractor painter welder roofer gardener landscaper hairdresser barber baker butcher tailor housekeeper janitor custodian guard soldier policeman policewoman firefighter "
    "pharmacist therapist physiotherapist dentist physician surgeon lecturer professor researcher scientist journalist writer photographer musician artist designer salesman saleswoman shopkeeper trader vendor packer picker porter miner fisherman sailor "
    "bricklayer plasterer machinist fitter lineman librarian counselor counsellor dishwasher courier bookkeeper banker interpreter translator tutor instructor coach trainer dancer volunteer donor historian drinker smoker runner walker athlete provider "
    "installer grinder phlebotomist assembler sorter loader dispatcher estimator "
    "partner mother father sister brother boxer player cyclist swimmer investigator member follower practitioner sleeper eater user starter responder reader leader nonsmoker teenager toddler youngster newcomer foreigner loner doer hand woman man girl boy "
    "twin guide stocker roaster fellow reporter seller dealer broker planner actor singer miller mason joiner surveyor inspector administrator coordinator receptionist psychologist psychiatrist radiologist pathologist cardiologist neurologist "
    "anesthesiologist anaesthetist oncologist hospitalist intensivist internist paediatrician pediatrician obstetrician dietitian dietician technologist physicist chemist biologist geologist economist optician beautician politician".split()
)


def _is_held_by_few(match: re.Match[str]) -> bool:
    """ "a snake milker", but no "truck driver" and no "bridge to transplant"."""
    words = match.group(1).lower().split()
    head = words[-1].rsplit("-", 1)[-1]
    return not {head, head.removesuffix("s")} & _MANY and not _NO_WORKER.search(match.group(1))


#: also verbs, scores and adjectives: "hard to judge", "Bishop 8", "cardinal signs"
_AMBIGUOUS = frozenset("judge bishop cardinal conductor mime jockey pope consul provost magistrate matador".split())
_HELD = re.compile(
    r"\b(?:an?|the|our|is|was|as|retired|former|ex|deputy|local|assistant|circuit|district|auxiliary|emeritus|by)[\s-]$"
)


def _is_held(match: re.Match[str]) -> bool:
    """An occupation, not one of the words that are also something else."""
    word = match.group(1)
    return word not in _AMBIGUOUS or bool(_HELD.search(match.string[max(0, match.start() - 12) : match.start()]))


def _is_no_service(match: re.Match[str]) -> bool:
    """ "ex-Army", "ex-Navy" and "ex-Marine" are half a country's; medicine is nobody's employer."""
    word = match.group(1).split()[0].lower()
    return word not in _SERVICES and not lexicon.is_medical(word) and not lexicon.is_clinical_name(word)


_SERVICES = frozenset(
    "army navy marine marines military police smoker drinker vivo utero forces service services royal".split()
)

RECOGNIZER = PatternRecognizer(
    "work",
    (
        Rule("employer.cue", "EMPLOYER", re.compile(r"\b(?i:" + _WORK + r")((?:[A-Z][\w'&\-]{0,20})(?:\s(?:(?:of|and|&|the|for|de)\s)?[A-Z][\w'&\-]{0,20}){0,4})"), 0.75, "An employer narrows the patient down to a small group.", 1,
             lambda m: not re.match(r"(?:Day|Night|Dr|Mr|Mrs|Ms|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|She|He|The|PT|OT)\b", m.group(1))),
        Rule("employer.former", "EMPLOYER", re.compile(r"(?<![\w-])ex-([A-Z][a-z]{3,20}(?:\s[A-Z][a-z]{2,20}){0,2})(?!\w)"), 0.7, "An employer narrows the patient down to a small group.", 1, _is_no_service),
        Rule("employer.school", "EMPLOYER", re.compile(r"(?:^|[.;|\n]\s?)\s{0,4}(?:School|College|Nursery|Workplace|Employer|Regiment|Club):\s{1,3}((?:[A-Z][\w'.&-]{1,20}(?:\s(?:of|and|&|the)\s|\s)?){1,5})(?<!\s)(?=[.,;\n]|\s|$)"), 0.75, "A school or employer narrows the patient down to a small group.", 1, lambda m: not 0 < lexicon.word_class(m.group(1).split()[0].lower()) <= 3),
        Rule("employer.label", "EMPLOYER", re.compile(r"(?im)^\s{0,8}(?:employer|employed by|place of (?:work|employment)|workplace|company)\s?[:=]\s{0,4}([^\n|;]{2,60}?)\s*(?=$|[|;]|\s{3})"), 0.93, "An employer narrows the patient down to a small group.", 1),
        Rule("employer.suffix", "EMPLOYER", re.compile(r"(?<![\w])((?:[A-Z][\w'&\-]{1,20}\s){1,4}(?:Inc|LLC|Ltd|Corp|Corporation|Company|Co|Industries|Logistics|Trucking|Manufacturing|Foundry|Brewery|Bakery|Airlines|Railroad|Steel|Motors|Foods|Poultry|Mills?|Shipyards?|Farms?|Elementary|Middle School|High School|Elementary School|Police Department|Fire Department|Sheriff's Office|School District|Unified|Lumber|Mining|Plastics|Textiles|Aerospace|Shipping|Construction|Roofing|Landscaping|Plumbing|Electric|Dairy|Vineyards?|Winery|Casino|Resort|Freight|Couriers?|Coachworks|Haulage|Laundry|Daycare|Nursery School|Preschool|Primary School|Smokehouse|Diner|Café|Cafe|Bistro|Grill|Brewing|Distillery|Boatyard|Quarry|Sawmill|Timber|Tannery|Cannery|Creamery|Orchards?|Nurseries|Florists?|Butchers?|Bakers|Solicitors|Realty|Upholstery|Glassworks|Ironworks|Pottery|Printworks|Salon|Barbers?|Dental Lab|Credit Union|Supermarkets?|Stores|Hardware|Auto(?:motive)?|Tires?|Tyres|Garage|Packaging|Recycling|Refinery|Colliery|Shipbuilders|Boilers|Brothers|& Sons|& Daughters))\b\.?"), 0.72, "An employer narrows the patient down to a small group.", 1),
        Rule("occupation.rare", "OCCUPATION", re.compile(r"(?<![\w-])((?:(?:professional|championship|competitive|celebrity|world-class|retired professional) )?(?:" + _RARE + r"))(?![\w-])(?!\s(?:cells?|sign|position|index|criteria))"), 0.6, "Few people hold this occupation.", 1, lambda m: _is_held(m), lowered=True),
        Rule("occupation.local", "OCCUPATION", re.compile(_LOCAL_JOB), 0.65, "In one town few people hold this occupation.", 1),
        Rule("occupation.unique", "OCCUPATION", re.compile(_UNIQUE), 0.65, "Nobody else does this there.", 1, _is_unique),
        Rule("occupation.said", "OCCUPATION", re.compile(_SAID), 0.6, "Few people hold this occupation.", 1, _is_held_by_few),
        Rule("occupation.deed", "OCCUPATION", re.compile(_DEED), 0.65, "One person did this.", 1),
        Rule("occupation.last", "OCCUPATION", re.compile(_LAST_OF), 0.65, "Nobody else does this there.", 1, lambda m: not _NO_WORKER.search(m.group(1))),
        Rule("occupation.label", "OCCUPATION", re.compile(r"(?im)^\s{0,8}(?:occupation|profession|job title|job|vocation)\s?[:=]\s{0,4}([^\n|;,.]{3,60}?)\s*(?=$|[|;,.]|\s{3})"), 0.6, "An occupation can point to one person.", 1),
    ),
)  # fmt: skip
