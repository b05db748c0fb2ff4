"""Names by cue: titles, relatives, "named", an age; those without a cue are in `paired_names`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber import lexicon
from scrubber.findings import Candidate
from scrubber.recognizers import paired_names
from scrubber.recognizers.paired_names import NOT_NAME, PARTICLE, WORD, abbreviates
from scrubber.registry import Document, watch

_FULL = WORD + r"(?:(?:\s" + PARTICLE + r")?\s(?:" + WORD + r"|[A-Z]\.)){0,3}"
_TITLE = r"(?:Drs?|dr|DR|mr|mrs|prof|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Rev|Reverend|Sgt|Hon|Sra|Señora?|Herr|Frau|Mme|Monsieur|Madame|Master)"
#: also ordinary or clinical words ("14 Fr Foley", "Lt knee", "PA view", "Major bleeding"): the name must be one
_WEAK_TITLE = r"(?:Sir|Dame|Father|Fr|Sr|Sister|Brother|Pastor|Rabbi|Imam|Judge|Officer|Sergeant|Capt|Captain|Lt|Lieutenant|Col|Colonel|Maj|Major|Nurse|RN|NP|PA|CNA|Coach|Deacon|Chaplain|Chief|Uncle|Aunt|Auntie|Tía|Tío|Grandma|Grandpa|Nana|Mayor|Senator|Trooper|Detective|Deputy|Paramedic|Midwife|Therapist|Tech)"
_RELATION = r"(?:husband|wife|spouse|partner|son|daughter|mother|father|mom|mum|dad|sister|brother|aunt|uncle|niece|nephew|cousin|grandson|granddaughter|grandmother|grandfather|grandma|grandpa|stepson|stepdaughter|stepmother|stepfather|fianc[eé]e?|boyfriend|girlfriend|friend|neighbou?r|roommate|guardian|caregiver|carer|caretaker|twin|baby|infant|mother-in-law|father-in-law|son-in-law|daughter-in-law|sister-in-law|brother-in-law|ex-husband|ex-wife|landlord|coworker|colleague|boss|teacher|coach|pastor|aide|interpreter|nurse|resident|intern|fellow|attending|surgeon|social worker|doula|secretary|sonographer|sponsor|scribe|midwife|therapist|oncologist|cardiologist|neurologist|pharmacist|gp|pcp)"
_TITLED = re.compile(
    r"(?<![\w])"
    + _TITLE
    + r"\b\.?(?:[^\S\n]{1,2}|[^\S\n]?\n)(?!"
    + _TITLE
    + r"\b|Scholl'?s|Seuss|Google|Oetker|Who|Dolittle|Strangelove|Frankenstein|Jekyll|ChatGPT|Gemini|Copilot|Bronner's|Browns?'?s?\s(?:[Uu]ltra|[Bb]ottle|[Nn]ipple|[Ll]evel|[Pp]reemie|[Tt]ransition|[Oo]ptions))("
    + _FULL
    + r")"
)
_WEAKLY_TITLED = re.compile(r"(?<![\w])(?<!\d\s)" + _WEAK_TITLE + r"\b\.?\s(" + _FULL + r")")
_TITLED_LOWER = re.compile(r"(?<![\w])(?:dr|mr|mrs|ms|prof)\b\.?\s([a-z][a-z'\-]{2,20})(?![\w])", re.I)
#: "Mrs Sunday", "seen by Dr. Monday": people are called so in Nigeria above all; not "the Dr Monday morning"
_TITLED_DAY = re.compile(
    r"(?:\b(?:mr|mrs|ms|miss|mx|prof)|(?<!the\s)(?<!your\s)(?<!a\s)(?<!\w)dr)\b\.?\s((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"(?!\s(?:morning|afternoon|evening|night|am|pm|at|or|\d))|"
    r"\b(?:husband|wife|son|daughter|mother|father|brother|sister|uncle|aunt)\s((?:mon|tues|wednes|thurs|fri|satur|sun)day)(?=\s(?:has|is|was|will|says|said|went|came|lives|called)\b)",
    re.I,
)
#: "seen by dr will 7 Jun": where only a name can stand, and nothing that will be done follows
_TITLED_WILL = re.compile(
    r"\b(?:by|with|from|under|to)\sdr\.?\s(will|may)(?=\s?(?:[.,;)\n\d]|$)|\s(?:and|on|at|in|today|re|who)\b)", re.I
)
#: "your patient (Reed Ballantyne, mrn"; "Hi Dr. Tesfaye this is Mai See Her, I am"
_TOLD = re.compile(
    r"\b(?:[Pp]atient|[Pp]t|[Cc]lient)\s\(([A-Z\u00c0-\u00de][\w'’-]+(?:\s[A-Z]\.?)?\s[A-Z\u00c0-\u00de][\w'’-]+)(?=,|\))|"
    r"\b(?:Hi|Hello|Good\s\w+)\b[^\n]{0,30}\s[Tt]his is\s((?:[A-Z\u00c0-\u00de][\w'’-]+\s){1,2}[A-Z\u00c0-\u00de][\w'’-]+)(?=[,.]|\s(?:from|calling|in|at|the|on)\b)"
)
#: these two introduce a name; they are looked for in the text in lower case, which is much faster than to ignore the case
_RELATED = re.compile(r"\b" + _RELATION + r"(?:\s?\(|,\s|\s(?:is |was )?(?:named|called)\s|\s|:\s)")
#: "Wife Ia manages his pills": two letters, and something only people do
_SHORT = re.compile(
    r"\b(?i:husband|wife|partner|son|daughter|mother|father|mom|mum|dad|sister|brother|aunt|uncle|niece|nephew|cousin|grandson|granddaughter)[,\s]\s?([A-Z][a-z])(?=\s(?:is|was|has|had|will|can|says|said|manages|helps|drives|lives|brought|called|rang|wants|present|at|and|interprets|aware|visits|gives)\b|[,.;)])"
)
_NAMED = re.compile(
    r"\b(?:named|called|goes by|known as|nicknamed|my name is|name is|name's|aka|a\.k\.a\.?|alias|prefers|nickname(?: is)?|likes to be called|answers to|n[ée]e|nee|signed by|spoke (?:with|to)|discussed with|d/w|seen by|per|signed,?|paged|called|cosigned by|referred by|under the care of|care of|accompanied by|interpreter)\s"
)
_INTRODUCED = re.compile(r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s)?[\"'“]?(" + _FULL + r")")
_BARE = re.compile("(" + _FULL + ")")
_AGED = re.compile(
    r"(?<![\w'])("
    + WORD
    + r"(?:\s(?:"
    + PARTICLE
    + r"\s)?(?:"
    + WORD
    + r"|[A-Z]\.)){0,3})(?:,?\s(?:is|was)\s(?:a|an)\s(?:\w+\s){0,2}\d{1,3}[\s-](?:year|y|month|week|day)|,\s(?:a|an)?\s?\d{1,3}[\s-]?(?:y|year|month|yo|[MF]\b)|\s\(\d{1,3}\s?(?:y|yo|[MF])|,\s(?:DOB|MRN|age))"
)
#: "per Fleischner Society"
_BODY = re.compile(
    r"\b(?:Society|College|Association|Academy|Collaboration|Foundation|Guidelines?|Protocol|Task Force|Network|Group)$"
)
_WHY_TITLE = "A name follows a title."
_WHY_NAMED = "A name stands where somebody is introduced."


def _clean(name: str) -> str:
    """The name without trailing words that are no part of it."""
    words = name.split()
    owner = next((index for index, word in enumerate(words) if word.endswith("'s")), None)
    if owner is not None:  # "Abernathy's K 2.4"
        words = words[: owner + 1]
    while words and (
        words[-1].strip(".,'").lower().removesuffix("'s") in NOT_NAME
        or (len(words) > 1 and not words[0].isupper() and abbreviates(words[-1]))
    ):
        words.pop()
    return " ".join(words)


def _span(match: re.Match[str], group: int) -> tuple[int, int] | None:
    name = _clean(match.group(group))
    if not name or name.split()[0].lower().strip(".,'") in NOT_NAME:
        return None
    start = match.start(group)
    return start, start + len(name)


def _behind(document: Document, cue: re.Pattern[str], name: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Names behind a cue, which is written in lower case."""
    for match in cue.finditer(document.lowered):
        found = name.match(document.view.text, match.end())
        if found:
            yield found


def _no_person_by_cue(word: str, cue: str) -> bool:
    """ "insulin per Portland", "deferred per Step-by-Step", "insurance prefers Natera": a town, English, a firm."""
    if cue == " prefers " and lexicon.first_name(word) < 3:
        return True
    if "-" in word and all(0 < lexicon.word_class(part) <= 4 for part in word.split("-")):
        return True
    return lexicon.place(word) > 1 and lexicon.first_name(word) < 4


#: "Dr Google"; not what people are called too, such as Comfort, Martens and Pepper
_BRANDS = frozenset("google oetker scholl chatgpt copilot".split())
_TITLE_ALONE = re.compile(_TITLE + r"\.?")


def _cued(document: Document) -> Iterator[Candidate]:
    text = document.view.text
    for matches, rule, score, why in (
        (document.matches(_TITLED), "name.title", 0.97, _WHY_TITLE),
        (document.matches(_WEAKLY_TITLED), "name.role", 0.8, "A name follows a role."),
        (_behind(document, _NAMED, _INTRODUCED), "name.cue", 0.8, "A name follows words that introduce a person."),
        (document.matches(_AGED), "name.aged", 0.85, "A name stands before an age."),
        (_behind(document, _RELATED, _BARE), "name.relative", 0.8, "The name of a relative or carer."),
        (document.matches(_SHORT), "name.relative", 0.8, "The name of a relative or carer."),
    ):
        for match in matches:
            span = _span(match, 1)
            if span is None or _TITLE_ALONE.fullmatch(text, *span):  # "per Dr on call"
                continue
            if rule == "name.title" or _is_a_name(rule, text[span[0] : span[1]], text[: span[0]][-9:]):
                yield document.candidate(*span, "NAME", score, rule, why)


def _is_a_name(rule: str, name: str, before: str) -> bool:
    """Whether what follows a cue weaker than a title is a name and not a word of English or medicine."""
    first = name.split()[0].lower().strip(".,'")
    given = lexicon.first_name(first)
    if lexicon.bits(first) and not given and not lexicon.surname(first):
        return False
    if (0 < lexicon.word_class(first) <= 4 and given < 5) or (lexicon.is_medical(first) and given < 6):
        return False
    if rule == "name.cue" and _no_person_by_cue(first, before):
        return False
    if rule == "name.aged" and " " not in name and lexicon.is_clinical_name(first) and lexicon.is_rare_name(first):
        return False
    known = given or (rule == "name.aged" and " " in name)
    if name.isupper() and (
        len(name) < 4 or lexicon.is_abbreviation(name) or not (known or (len(name) > 4 and not lexicon.bits(first)))
    ):
        return False
    return not _BODY.search(name)


def _titled_in_lower_case(document: Document) -> Iterator[Candidate]:
    for match in document.matches(_TITLED_LOWER):
        word = match.group(1).lower()
        if (
            word[0].islower()
            and word not in NOT_NAME
            and word not in _BRANDS
            and (lexicon.surname(word) or lexicon.first_name(word) or not lexicon.bits(word))
            and not 0 < lexicon.word_class(word) <= 1
            and not lexicon.is_technical(word)  # "MR enterography" is no Mr Enterography
            and not (lexicon.is_clinical_name(word) and lexicon.is_rare_name(word))
            and not (match.group().startswith(("MR ", "MS ")) and not _borne(word))  # nor is "MR BRAIN" a Mr Brain
        ):
            yield document.candidate(*match.span(1), "NAME", 0.85, "name.title.lower", _WHY_TITLE)
    for match in document.matches(_TOLD):
        if not all(map(lexicon.is_medical, match.group(match.lastindex or 1).lower().split())):
            yield document.candidate(*match.span(match.lastindex or 1), "NAME", 0.85, "name.told", _WHY_NAMED)
    for pattern in (_TITLED_DAY, _TITLED_WILL):
        for match in document.matches(pattern):
            yield document.candidate(*match.span(match.lastindex or 1), "NAME", 0.85, "name.title.day", _WHY_TITLE)


def _borne(word: str) -> bool:
    """A surname that is neither an English word nor medicine."""
    return lexicon.surname(word) >= 3 and not lexicon.word_class(word) and not lexicon.is_medical(word)


class NameRecognizer:
    """Names by cue and lexicon."""

    name = "names"

    def find(self, document: Document) -> Iterator[Candidate]:
        """Candidates of category NAME."""
        yield from _cued(document)
        yield from _titled_in_lower_case(document)
        yield from paired_names.uncued(document)


watch(_TITLED, _WEAKLY_TITLED, _AGED, _SHORT, _TITLED_LOWER, _TITLED_DAY, _TITLED_WILL, _TOLD)
RECOGNIZER = NameRecognizer()
