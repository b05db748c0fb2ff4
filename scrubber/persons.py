"""What stands beside a person's name, and what beside a sign, a test or a tool that is called after one."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"(?:\b(?:drs?|mrs?|ms|miss|mx|prof|professor|doctor|nurse|sister|brother|father|mother|mom|mum|dad|husband|wife|partner|son|daughter|aunt|auntie|"
    r"uncle|cousin|niece|nephew|friend|neighbou?r|colleague|boss|coach|officer|pastor|grandma|grandpa|nana|twin|baby|little|old|young|poor|dear|hi|hello|hey|"
    r"thanks|thank you|cheers|regards|sincerely|named|called|nicknamed|aka|met|with|from|to|for|by|told|tell|tells|asked|ask|saw|see|seen|paged?|bleeped|texted|"
    r"emailed|phoned|rang|called|visited|and|n[ée]e|patient|pt|client|lady|man|woman|boy|girl|kid|resident|intern|attending|registrar|consultant|hca|carer|says|"
    r"said|signed|between|after|when|if|because|that|how|did|does|has|is|was|love|miss|remember|re|cc|attn|attention|via|per|handed over)\b[.:,]?\s|[@/&(]\s?|[\"'“]|"
    r"(?:^|\n)\s{0,4}[-–~*]{1,2}\s?)$",
    re.I,
)
#: what only living beings do, right behind their names
AFTER = re.compile(
    r",?\s(?:says?|said|told|tells|called|calls|denies|denied|reports?|reported|came|comes|coming|went|goes|going|presented|presents|lives|lived|wants|wanted|"
    r"asked|asks|agrees|refuses|refused|states|stated|born|needs|needed|took|takes|feels|felt|family|visited|visits|admitted|aged|age|DOB|MRN|thinks|thought|likes|"
    r"hates|loves|works|worked|knows|knew|tried|cried|cries|walked|ate|eats|slept|sleeps|texted|wrote|looked|looks|got|gets|gave|brought|who|whose|volunteered|tolerated|attended|collapsed|spiked|pulled|vomited|laughed|mobili[sz]ed|smokes|smoked|drinks|drove|rang|noticed|spotted|sold|prayed|apologi[sz]ed|complained|complains|smiled|walks|hopes|refuses|prefers|"
    r"(?:is|was)\s(?:an?\s|my|our|his|her|their|the\s(?:one|nurse|patient|pt|resident|doctor|mother|father)|\d|doing|feeling|going|coming|here|back|home|ok|okay|well|worried|scared|tired|sad|happy|upset|not\s|very|so\s|still|now|only|(?:re)?admitted|discharged|transferred|referred|diagnosed|brought|born|being\s(?:seen|followed)|grateful|in\s(?:bed|room)|on\s(?:call|shift|the\s(?:ward|phone)))|"
    r"(?:has|had)\s(?:been|a\s|an\s|not|no\s|never|just|three|two|his|her|kids|children)|(?:does|did|will|would|can|could|should)(?:n't|\snot)?\s|"
    r"a?\s?\d{1,3}\s?(?:[yMF]\b|yo\b|year))|'s\s(?:mom|mum|dad|mother|father|husband|wife|son|daughter|family|room|bed|chart|notes?|labs|phone|number|sister|brother|care|case|birthday)\b|"
    r"\s\(?\d{1,3}\s?(?:[yMF]\b|yo\b|y/o|year)",
)
#: a comma and another name: "Okafor, Ngozi"
LISTED_AFTER = re.compile(r",\s[A-Z][a-z]")
#: what introduces a sign, a test, a score or a tool; "a" and "an" never stand before a person's name
_THING_BEFORE = re.compile(
    r"\b(?:an?|no|nil|not|neither|nor|without|right|left|rt|lt|bilateral|bilat|unilateral|partial|complete|classic|typical|positive|negative|neg|pos|suspected|"
    r"possible|probable|presumed|likely|query|r/o|via|using|grade|type|stage|class|zone|modified|reverse|reversed|consistent with|suggest(?:s|ive of)|secondary to|"
    r"due to|versus|vs\.?|think|consider|excluded?|rule out|features of|signs? of|history of|known|acquired|congenital|hereditary|familial|atypical|"
    r"incomplete|repeat|serial|mini|short|long|low dose|high dose|start(?:ed)?|stop(?:ped)?|hold|held|give|gave|given|switch(?:ed)? to|change(?:d)? to|increase|"
    r"(?:mg|mcg|ml|g|units|puffs|%)(?:\sof)?)\s$|(?<=[\s(/,])\?$",
    re.I,
)


def beside_a_person(text: str, start: int, end: int) -> bool:
    """Whether the words around ``text[start:end]`` are those around a person's name."""
    return bool(_BEFORE.search(text, max(0, start - 20), start) or AFTER.match(text, end))


def beside_a_thing(text: str, start: int, end: int) -> bool:
    """Whether an article, a side, a grade or a verb for drugs stands before it, and nothing behind it that people do."""
    return bool(_THING_BEFORE.search(text, max(0, start - 20), start)) and not AFTER.match(text, end)
