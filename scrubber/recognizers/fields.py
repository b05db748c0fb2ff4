"""Labelled fields and header blocks: "Patient: Doe, Jane   DOB: ...", "Attending: ...", sign-off lines."""

from __future__ import annotations

import re

from scrubber import lexicon
from scrubber.recognizers.staff import borne
from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
_PERSON = (
    r"(?:patient(?:'s)?(?: full)?(?: name)?|pt(?: name)?|name|full name|legal name|preferred name|first name|last name|middle name|surname|forename|given names?|family name|maiden name|client|alias|aka|a\.k\.a\.?|nickname|"
    r"attending(?: physician| surgeon| provider)?|referring(?: physician| provider| doctor| md)?|referred by|ordering(?: physician| provider| md)?|provider|physician|surgeon|assistant(?: surgeon)?|first assistant|anesthesiologist|anaesthetist|"
    r"consultant|consulting physician|primary care(?: physician| provider)?|pcp|gp|author|dictated by|transcribed by|signed(?: by)?|electronically signed(?: by)?|e-signed by|verified by|reviewed by|cosigned by|read by|interpreted by|reported by|radiologist|pathologist|"
    r"resident|fellow|nurse|rn|np|pa|case manager|social worker|cc|to|from|attn|attention|dear|re|regarding|emergency contact|next of kin|nok|guardian|parent|mother|father|spouse|wife|husband|son|daughter|sister|brother|caregiver|contact|guarantor|insured|subscriber|policy holder|informant|witness|interpreter|technologist|tech|therapist|coordinator|scribe|requested by|approved by|prepared by|submitted by|recorded by|collected by|responsible party|proxy|hcp|poa)"
)
_LETTERS = r"(?:[^\W\d_]|['.\-]){0,24}"
#: a full stop behind three letters ends the name, behind fewer it belongs to an initial or to "St."
#: between the words of a name: a line may break there, but not before the label of another field
_BLANK = r"(?:[^\S\n]|\n(?![^\n:]{1,30}:))"
_NAME_VALUE = rf"((?:(?:dr|mr|mrs|ms|miss|prof)\.?\s)?[A-Z]{_LETTERS}(?:(?:,[^\S\n]?|(?<![A-Za-z]{{3}}\.){_BLANK})(?!(?:Signed|Dated?|Electronically|Seen|Typed|MRN|DOB)\b)[A-Z]{_LETTERS}|{_BLANK}(?:de|la|del|der|van|von|bin|al|da|dos|di|le|el|y)(?=\s)){{0,4}})"
_STOP = re.compile(
    r"(?:gp|surgery|age|sex|gender|dob|mrn|male|female|date|the|n/?a|none|unknown|not|see|this|he|she|is|was|history|chief|patient|denies|reports|presents|clinic|hospital|department|mri|ct|admit|phone|address|tel|id|year|old|md|do|rn|colleague|team|all|sir|madam|doctor|doc|everyone|colleagues|doctors|teams?|re|no|yes|will|emergency|internal|family|general|primary|stable|alive|deceased|healthy|well|lives|has|had|diabetes|hypertension|cancer|heart|breast|colon|stroke|if|for|and|or|in|at|on|follow|call|continue|start|per|both|with|history)\b",
    _I,
)

_TITLE_ALONE = re.compile(r"(?:Drs?|Mrs?|Ms|Miss|Prof|Sr|Fr|Sister|Father)", _I)
#: "Re: Lyme carditis thread"
_SUBJECT = re.compile(r"[A-Z][\w\-]+\s[a-z]{4,}\b")
_ABOUT = re.compile(r"[A-Z][\w-]+\s[a-z]{2,}\b")


def _named(match: re.Match[str]) -> bool:
    value = match.group(1).strip().partition("\n")[0].strip()
    if _is_complaint(match, value) or _is_matter(match, value):
        return False
    return len(value) > 1 and not _STOP.match(value) and not _TITLE_ALONE.fullmatch(value.rstrip("."))


def _is_complaint(match: re.Match[str], value: str) -> bool:
    """ "CC: SOB", "CC: CP": the chief complaint, and nobody a copy goes to."""
    if not value.isupper():
        return False
    if all(map(_is_no_initial, value.split())):
        return True
    return bool(_COMPLAINT.match(match.group())) and (len(value) < 4 or lexicon.is_medical(value.lower()))


def _is_matter(match: re.Match[str], value: str) -> bool:
    """ "Re: Personal Independence Payment", "Tech: Signa Premier", "Re: Safe use of", "Re: Lyme carditis"."""
    words = re.findall(r"[^\W\d_]+", value.lower())
    if words and all(map(_names_an_office if len(words) > 1 else _says_something, words)):
        return True
    if any(map(_is_thing, words)) and all(_is_thing(word) or _is_english(word) for word in words):
        return True
    if words and _is_english(words[0]) and lexicon.surname(words[0]) < 5 and _ABOUT.match(match.string, match.start(1)):
        return True
    return lexicon.is_medical(value.lower()) and bool(_SUBJECT.match(match.string, match.start(1)))


def _says_something(word: str) -> bool:
    """ "RN: Aware", "PA: Denied", "Wife: Supportive": an answer in one word that hardly anybody is called by."""
    if word in _ANSWERS:
        return True
    if lexicon.first_name(word) >= 3 or lexicon.surname(word) >= 4:
        return False
    return 0 < lexicon.word_class(word) <= 4 or lexicon.is_technical(word)


_ANSWERS = frozenset("billing admissions hospitalist telehealth virtual withheld mac na none self lupus colon".split())
_COMPLAINT = re.compile(r"[\s|;.)\]]*[*_#]*CC\b")


def _is_thing(word: str) -> bool:
    """A trade name or an eponym that few people are called by."""
    return lexicon.is_rare_name(word) and (lexicon.is_clinical_name(word) or lexicon.is_drug(word))


def _is_english(word: str) -> bool:
    return 0 < lexicon.word_class(word) <= 5 and lexicon.first_name(word) < 4


def _is_no_initial(word: str) -> bool:
    return lexicon.is_abbreviation(word) and len(word) > 2


def _greeted(match: re.Match[str]) -> bool:
    """A person, and not "Practice Manager" or "Ophthalmology"."""
    words = re.findall(r"[^\W\d_]+", match.group(1).lower())
    before = match[0][: match.start(1) - match.start()].lstrip()
    closing = "\n" in before and before[0] != "H" and match.string[match.end(1) : match.end(1) + 1] in ("", "\n")
    if (
        len(words) == 1
        and (closing or before.startswith("Dear"))
        and borne(words[0]) >= _CALLED
        and not _STOP.match(words[0])
        and words[0] not in _ADDRESSED
    ):
        return True  # "Dear Down,": whatever else it means
    return _named(match) and not all(map(_names_an_office, words))


#: how common a name is, from which one word behind "Dear" or under "Yours sincerely" is a person whatever else it means
_CALLED = 4
#: although some people are called so
_ADDRESSED = frozenset(
    "doctor doc sir nurse sister brother father mother mom dad parent friend folks people student general team group chief house staff patient member fellow resident child "
    "partner neighbor neighbour reader mate love all both one medical clinic ward board council committee "
    "tutor dean coroner judge principal warden coach officer minister bishop pastor trainer carer".split()
)


def _names_an_office(word: str) -> bool:
    """A word of English or medicine that few people are called by."""
    if lexicon.first_name(word) >= 4 or lexicon.surname(word) >= 5:
        return False
    return lexicon.is_medical(word) or lexicon.is_technical(word) or 0 < lexicon.word_class(word) <= 5


def _is_surname(words: str) -> bool:
    """In capitals: a surname, or in no list."""
    word = re.split(r"[,\s-]+", words.lower())[-1 if "," not in words else 0]
    if (
        lexicon.is_abbreviation(word.upper())
        or lexicon.is_medical(word)
        or lexicon.is_technical(word)
        or lexicon.is_drug(word)
    ):
        return False
    return not 0 < lexicon.word_class(word) <= 5 and (lexicon.surname(word) >= 2 or not lexicon.bits(word))


_INITIALS = "Initials stand for a name."
_DICTATION = re.compile(r"\b(?:dictated|transcribed|typed|not read|dict|trans)\b", re.IGNORECASE)
#: capitals behind "patient" that are a degree, a place or a heading
_NO_INITIALS = frozenset(
    "MD RN NP PA ED ER ICU CT MRI US PCP DO OR HD POD IV PO ID NO NA CC HPI PMH GI GU OB PT OT".split()
)


#: what is written with full stops and is nobody
_DOTTED = frozenset(
    "US UK USA EU IV PO PR IM SC AM PM MD DO RN NP PA ED ER OR ICU CT MRI TB BC AD QD BD TDS HIV NHS GP WHO UN DC LA NY SOB ID".split()
)


def _initials(match: re.Match[str]) -> bool:
    if match.group().lower().startswith("initials"):
        return True
    return match.group(1) not in _NO_INITIALS and not lexicon.is_abbreviation(match.group(1))


#: capitals of the ward that no list of abbreviations holds
_ORDERS = frozenset(
    "DNR DNI IR EP AMA NPO MAR ROS PRN STAT FYI ASAP TBD HTN HV ENP DSN NIC OHN EMS ANP SALT CMHT OOH TTO TTA HCA SHO SPR GPST ITU HDU MDT OPD DNA WBC PIN SSN MRN HCN CAP TIA UTI AKI CKD DKA".split()
)


def stands_for_a_name(capitals: str) -> bool:
    """Whether capitals, with or without full stops, mean nothing else on a ward."""
    plain = capitals.replace(".", "")
    return plain not in _NO_INITIALS and plain not in _ORDERS and not lexicon.is_abbreviation(plain)


def _may_sign(match: re.Match[str]) -> bool:
    """ "Wet AMD OD" has an eye and no degree."""
    words = match.group(1).split()
    return (not match.group(1).isupper() or match.string[match.end(1)] == ",") and not any(
        map(lexicon.is_abbreviation, words)
    )


RECOGNIZER = PatternRecognizer(
    "fields",
    (
        Rule("field.person", "NAME", re.compile(r"(?im)(?:^|[|;\t]|\s{2}|[.)\]]\s)\s{0,6}[*_#\-•]{0,3}\s?" + _PERSON + r"[*_]{0,2}\s?[:=][*_]{0,2}\s{0,4}(?-i:" + _NAME_VALUE + r")"), 0.9, "A name in a labelled field.", 1, _named),
        Rule("field.caps", "NAME", re.compile(r"(?m)(?:^|[|;]|\s{2})\s{0,6}(?:PATIENT|NAME|PATIENT NAME|PT NAME|PT|ATTENDING|PHYSICIAN|SURGEON|PROVIDER|REFERRING|RADIOLOGIST|PATHOLOGIST)\s?[:=]\s{0,4}([A-Z][A-Z'\-]{1,24}(?:,\s?|\s)[A-Z][A-Z'\-.]{0,24}(?:\s[A-Z][A-Z'\-.]{0,24})?)(?=\s*$|\s{2}|[|;,]|\s(?:DOB|MRN|AGE|SEX|DATE))"), 0.93, "A name in a labelled field.", 1, _named),
        Rule("field.lower", "NAME", re.compile(r"(?im)(?:^|[|;\t]|\s{2})\s{0,6}(?:patient name|pt name|patient|name|pt)\s?[:=]\s{0,4}([a-z][a-z'\-]{1,20}(?:,\s?|\s)[a-z][a-z'\-]{1,20})(?=\s*$|\s{2}|[|;,]|\s(?:dob|mrn|age|sex|date)\b)"), 0.85, "A name in a labelled field.", 1, _named),
        Rule("field.dear", "NAME", re.compile(r"(?m)^\s{0,8}(?:Dear|Hi|Hello|Hey|Thanks|Thank you|Regards|Sincerely|Best regards|Kind regards|Yours sincerely|Warm regards|Best|Cheers|Signed|Respectfully),?\s{1,4}(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Doctor)\.?\s)?([A-Z][\w'\-]{1,20}(?:\s[A-Z][\w'.\-]{0,20}){0,2})(?=\s*[,:.!\n]|\s*$|\s[-–])"), 0.85, "A name in a greeting or signature.", 1, _greeted),
        Rule("field.signature", "NAME", re.compile(r"(?m)^\s{0,8}[-–_/s]{0,4}\s?([A-Z][\w'\-]{1,20}(?:\s[A-Z]\.?)?(?:\s[A-Z][\w'\-]{1,22}){1,2}),?\s(?:M\.?D\.?|D\.?O\.?|RN|NP|PA-?C?|Ph\.?D\.?|MBBS|FRCP|FACS|FACC|DNP|LCSW|MSN|BSN|CRNA|PharmD|DPM|DDS|OD|RD|PT|OT|MRCP|FRCS|CNM|APRN)\b"), 0.95, "A name with a professional degree.", 1, lambda m: _may_sign(m)),
        Rule("field.degree", "NAME", re.compile(r"(?<![\w'])([A-Z][a-z'\-]{1,20}(?:\s[A-Z]\.?)?(?:\s[A-Z][\w'\-]{1,22}){1,2}),\s(?:M\.?D\.?|D\.?O\.?|RN|NP|PA-?C|Ph\.?D\.?|MBBS|FRCP|FACS|DNP|LCSW|CRNA|PharmD|DPM|APRN|CNM)(?!\w)"), 0.93, "A name with a professional degree.", 1),
        Rule("field.address", "STREET", re.compile(r"(?im)(?:^|[|;]|\s{2})\s{0,6}(?:home |mailing |street |current )?(?:address|addr|residence)\s?[:=]\s{0,4}(\d[^\n|;]{4,80}?)(?=\s*$|\s*[|;]|\s{3}|\s(?:phone|tel|dob|mrn|zip)\b)"), 0.9, "A postal address.", 1, None),
        Rule("field.facility", "HOSPITAL", re.compile(r"(?im)(?:^|[|;]|\s{2})\s{0,6}(?:facility|hospital|clinic|institution|site|location|performing lab|referring facility|practice|pharmacy)\s?[:=]\s{0,4}(?-i:([A-Z][\w'.&\-]{0,24}(?:\s(?:[A-Z][\w'.&\-]{0,24}|of|the|and|&)){0,5}))(?=\s*$|\s*[|;,]|\s{2})"), 0.82, "The name of a place of care.", 1, None),
        Rule("field.initials", "INITIALS", re.compile(r"\b(?i:patient|pt|initials|client|name|dictated|signed|typed|transcribed)(?: initials)?[\s:=(]{1,3}((?:[A-Z]\.\s?){2,4}|[A-Z]{2,3}(?=\s?[),;/]|\.(?:\s|$)|\s?$|\s(?:seen|is|was|has|had|here|back|again|reports?|denies|presents?|states|needs|wants|called|came|c/o|s/p|remains|feels)\b|\s[-–]))", re.M), 0.7, _INITIALS, 1, _initials),
        Rule("initials.lives", "INITIALS", re.compile(
            r"(?:^|[.!?:]\s{1,2}|\n\s{0,4})([A-Z]{2,3})(?=['’][sS]\s(?i:mother|father|mom|mum|dad|wife|husband|son|daughter|sister|brother|family|partner|parents|boyfriend|girlfriend)\b|"
            r"\s(?i:(?:does\snot|never|currently|previously)\s(?:smoke|drink|use|live|work|take)[sd]?|smokes|drinks|lives|resides|works|worked|retired|denies|denied|endorses|complains|complained|"
            r"(?:is|was)\s(?:divorced|married|single|widowed|separated|retired|unemployed|employed|homeless|adopted|born|raised|accompanied|(?:still|now|currently|not)\s(?:eating|sleeping|working|living|taking|smoking|drinking)|an?\s\d)|"
            r"has\s(?:had\s)?(?:no|some|two|three|four|one|a)\s(?:mild\s|severe\s)?(?:children|kids|sons?|daughters?|siblings?|fevers?|allergies|pain|drainage|headaches?|complaints?|cough|nausea|brothers?|sisters?))\b)"), 0.7, _INITIALS, 1, lambda m: stands_for_a_name(m.group(1))),
        Rule("initials.listed", "INITIALS", re.compile(r"(?m)^\s{0,3}(?:[*•–-]|\d{1,2}[.)])\s?((?:[A-Z]['’])?[A-Z]{2,3}|[A-Z]{1,2}['’][A-Z])(?=\s(?:bed|bay|side ?(?:room|rm)|rm|room|cot|ward)\b)"), 0.7, _INITIALS, 1, lambda m: stands_for_a_name(m.group(1))),
        Rule("field.last", "NAME", re.compile(r"\n\s{0,3}[-–—~]\s?([A-Z\u00c0-\u00de][a-z\u00df-\u024f]{2,15})\s*\Z"), 0.75, "A name in a greeting or signature.", 1, lambda m: lexicon.first_name(m.group(1).lower()) >= 4),
        Rule("initials.dictated", "INITIALS", re.compile(r"(?m)^\s{0,4}([A-Z]{2,4}\s?/\s?[A-Za-z]{2,4})(?=[ \t]{0,4}\n\s{0,4}(?:DD?|D(?:ict(?:ated)?)?|T)\s?:)"), 0.75, _INITIALS, 1),
        Rule("initials.aged", "INITIALS", re.compile(r"(?:^|[\n.:]\s?)([A-Z]{2,3}|(?:[A-Z]\.\s?){2,3}),?\s(?:is\s)?(?:an?\s)?\(?\d{1,3}\s?(?:[MF]\b|yo\b|y/o|y\b|year|mos?\s?(?:old|[MF]\b)|months?[\s-]old)"), 0.75, _INITIALS, 1, _initials, digits=True),
        Rule("initials.relative", "INITIALS", re.compile(r"(?<![\w.])([A-Z]{2,3}|(?:[A-Z]\.\s?){2,3})\s\((?:the |pt's |patient's |her |his |their )(?:partner|wife|husband|mother|mom|mum|father|dad|son|daughter|sister|brother|friend|carer|aunt|uncle)\b"), 0.75, _INITIALS, 1, _initials),
        Rule("initials.signed", "INITIALS", re.compile(r"(?m)^\s{0,4}[-–—~/]{1,2}\s?([A-Za-z]{2,3}|(?:[A-Z]\.){2,3})(?=,?\s(?:RN|MD|NP|PA|DO|SHO|SpR|FY\d|RMN|LPN|PGY-?\d|CRNA|RRT)\b)"), 0.7, _INITIALS, 1),
        Rule("initials.signed", "INITIALS", re.compile(r"(?:\b[Ss]igned|\b[Tt]yped by|\b[Dd]ictated by|\b[Tt]ranscribed(?: by)?|/[Dd]ictated|/[Tt]ranscribed|/[Tt]yped),?:?\s([a-z]{2,3})(?=\s*(?:[.\n]|$))"), 0.7, _INITIALS, 1, lambda m: not lexicon.word_class(m.group(1))),
        Rule("initials.signed", "INITIALS", re.compile(r"(?m)(?:^\s{0,4}|[.]\s|\b[Dd]ictated\s)([A-Z]{2,3})(?=\s?/\s?(?:dictated|typed|transcribed|d/?t)\b)"), 0.7, _INITIALS, 1),
        Rule("initials.signed", "INITIALS", re.compile(r"(?:[.)]\s|\n\s{0,4}|\bper\s)([A-Z]{2,3})(?=\s(?:RN|LPN|RRT|CRNA|CNA|PGY-?\d)\s*(?:\n|$|[.,;]))"), 0.7, _INITIALS, 1, lambda m: stands_for_a_name(m.group(1))),
        Rule("initials.signed", "INITIALS", re.compile(r"(?<=[.!?)])\s{1,3}[-–—]{1,2}\s?([a-z]{2,3})(?=\s*(?:\n|$))"), 0.7, _INITIALS, 1, lambda m: not lexicon.word_class(m.group(1))),
        Rule("initials.signed", "INITIALS", re.compile(r"(?<=[.!?)])\s{1,3}[-–—]{1,2}\s?([A-Z]{2,3})(?=,?\s(?:RN|MD|NP|PA|DO|SHO|SpR|LPN|CRNA|RRT|PharmD)\b|\s*(?:\n|$))"), 0.7, _INITIALS, 1, lambda m: stands_for_a_name(m.group(1))),
        Rule("initials.last", "INITIALS", re.compile(r"[.!?)\]]\s{1,3}[-–—/]?([A-Z]{2,3})\s*\Z"), 0.7, _INITIALS, 1, lambda m: stands_for_a_name(m.group(1))),
        Rule("initials.last", "INITIALS", re.compile(r"(?m)[.!?)\]]\s{1,3}/\s?([a-z]{2,3})\s*$"), 0.7, _INITIALS, 1, lambda m: not lexicon.word_class(m.group(1))),
        Rule("initials.agent", "INITIALS", re.compile(r"\b(?:pulled|placed|drawn|done|removed|inserted|changed|reviewed|seen|given|cosigned|counted|scanned|read|entered|pushed|started|paged|verified|confirmed|called in|dropped off|dictated|sutured|closed|prepped)\sby\s([A-Z]{2,3})(?=\.(?:\s|$)|\s?[,;)]|\s?$)", re.M), 0.7, _INITIALS, 1, lambda m: stands_for_a_name(m.group(1))),
        Rule("initials.agent", "INITIALS", re.compile(r"\b(?:[Cc]osigned|[Cc]osign|[Ii]nits?)[\s:]{1,2}([A-Z]{2,3})(?=\.(?:\s|$)|\s?[,;)]|\s?$)", re.M), 0.7, _INITIALS, 1, lambda m: stands_for_a_name(m.group(1))),
        Rule("field.capitals", "NAME", re.compile(r"\b(?:Ref(?:erred)?(?:\sby)?|REF|Att(?:ending)?|ATT|Cons(?:ultant)?|Surgeon|Operator|Author|Reader|Ordering|PCP|GP|Tech|Escort|Req(?:uested)?(?:\sby)?)[:\s]\s?((?:AL|EL|O|MC|VAN|DE|BIN)?[-'’\s]?[A-Z][A-Z'’-]{3,20}(?:,\s[A-Z]{1,20})?)(?![\w'’-])"), 0.75, "A name in a labelled field.", 1, lambda m: _is_surname(m.group(1))),
        Rule("initials.nick", "INITIALS", re.compile(r"\([\"“‘']([A-Z]{2,3}|[A-Z]\.?J\.?)[\"”’']\)"), 0.75, _INITIALS, 1, lambda m: stands_for_a_name(m.group(1))),
        Rule("initials.nick", "INITIALS", re.compile(r"\b(?:goes by|known as|called|nicknamed|aka|a\.k\.a\.)\s[\"“‘']?((?:[A-Z]\.?){2,3})(?![\w])"), 0.75, _INITIALS, 1, lambda m: stands_for_a_name(m.group(1))),
        Rule("initials.dictated", "INITIALS", re.compile(r"(?<![\w/])((?:[A-Z]{2,3}\s?[/:]\s?(?:[a-z]{2,3}|tr\s[a-z]{2,3}))|(?:DS|DD|DT|D|T|Dict|Trans|tr|Tr):?\s[A-Z]{2,3}\s?/\s?(?:T|tr|TT)?:?\s?[A-Za-z]{2,3})(?=[\s.]*(?:\n|$)|\.\s[A-Z])"), 0.7, _INITIALS, 1, lambda m: not lexicon.is_abbreviation(m.group(1)[:3].strip("/: "))),
        Rule("initials.by", "INITIALS", re.compile(r"\b(?:[Cc]hecked|[Tt]yped|[Ss]igned|[Tt]ranscribed|[Ww]itnessed|[Vv]erified|[Ss]crubbed)\sby\s([A-Z]{2,3})(?=\s?(?:[.,;\n)]|$))"), 0.7, _INITIALS, 1, _initials),
        Rule("initials.role", "INITIALS", re.compile(r"\b(?:[Rr]esident|[Ff]ellow|[Aa]ttending|[Tt]ech(?:nologist)?|[Rr]eader|[Tt]ranscriptionist|[Oo]perator|[Ss]cribe|[Ss]creener|[Ii]nitials)[:\s]{1,2}([A-Z]{2,4})(?=\s?(?:[.,;\n)]|$))"), 0.7, _INITIALS, 1, _initials),
        Rule("initials.role", "INITIALS", re.compile(r"\b(?i:sonographer|transcriptionist|scribe|typist|secretary|radiographer|sonog)[:\s]{1,3}([A-Z]{2,4})(?=,?\s(?:RDCS|RDMS|RVT|RT|RN)\b|\s?[.,;/|)]|\s{2}|\s*$)", re.M), 0.75, _INITIALS, 1, lambda m: m.group(1) not in _NO_INITIALS),
        Rule("initials.signed", "INITIALS", re.compile(r"(?m)^\s{0,4}[-–—~/]{1,2}\s?([A-Z]{2,3})(?=,?\s(?i:reg(?:istrar)?|cons(?:ultant)?|res(?:ident)?|intern|fellow|attending|houseman|[sh]ho|f[12y]\d?|c?st\d|ct\d|pgy-?\d|anp|acp|physio|ot|slt|dietitian|dietician|pharm(?:acist|d)?|midwife|matron|sister|charge nurse|staff nurse|nurse|hca|secretary|consultant \w+)\b[.\s]*$)"), 0.7, _INITIALS, 1, lambda m: m.group(1) not in _NO_INITIALS),
        Rule("initials.dictated", "INITIALS", re.compile(r"(?m)^\s{0,4}([A-Z]{2,4}\s?/\s?[A-Za-z]{2,4})(?=\s{1,6}(?:\d{1,2}[/.-]\d|\d{1,2}[A-Z]{3}\d{2}|\d{1,2}\s[A-Z][a-z]{2}))"), 0.75, _INITIALS, 1, lambda m: all(stands_for_a_name(part.strip().upper()) or part.strip().islower() for part in m.group(1).split("/")) or bool(_DICTATION.search(m.string, max(0, m.start() - 120), m.start()))),
        Rule("initials.dictated", "INITIALS", re.compile(r"\b(D(?:ict)?:\s?[A-Z]{2,4}[\s,;/]{1,3}T(?:rans|r)?:\s?[A-Za-z]{2,4})(?!\w)"), 0.75, _INITIALS, 1),
        Rule("initials.dictated", "INITIALS", re.compile(r"(?m)\bDT:\s?[\w\-/ ]{6,14}\s{1,3}([A-Z]{2,3}\s?[:/]\s?[A-Za-z]{2,3})\s*$"), 0.75, _INITIALS, 1),
        Rule("initials.dictated", "INITIALS", re.compile(r"(?m)^\s{0,4}((?:[A-Z]\.){2,3}\s?/\s?[A-Za-z]{2,3})\s*$"), 0.75, _INITIALS, 1),
        Rule("initials.agent", "INITIALS", re.compile(r"(?m)\b(?:seen|reviewed|examined|assessed)\s[^.\n]{3,40}\sby\s([A-Z]{2,3})(?=\.(?:\s|$)|\s?$)"), 0.7, _INITIALS, 1, lambda m: stands_for_a_name(m.group(1))),
        Rule("initials.title", "INITIALS", re.compile(r"(?<!\w)(?i:mr|mrs|ms|miss)\.?\s([A-Za-z])(?:\.(?=\s|$)|(?=\s(?:is|was|has|had|wants|needs|said|says|came|back|again|still|refuses|denies|reports)\b|[,;?!]|\s*$))"), 0.75, _INITIALS, 1),
        Rule("initials.title", "INITIALS", re.compile(r"(?<!\w)(?i:drs?)\.?\s([A-WYa-wy])(?:\.(?=\s|$)|(?=\s(?:is|was|has|had|wants|said|says|came|back|at|aware|paged|told|will|here|and|who)\b|[,;?!)]|\s*$))(?!\.?\s[A-Z][a-z])"), 0.7, _INITIALS, 1, lambda m: not re.match(r"\sand\s[Dd]r\.?\s[A-Z]\b", m.string[m.end(1) : m.end(1) + 12])),
        Rule("initials.again", "INITIALS", re.compile(r"(?:\A|\n|[.!?]\s)([A-Z]{2,3}|[a-z]{2,3})(?=\sagain,)"), 0.7, _INITIALS, 1, lambda m: stands_for_a_name(m.group(1).upper()) and not lexicon.word_class(m.group(1).lower())),
        Rule("initials.dotted", "INITIALS", re.compile(r"\b(?:[Ff]rom|[Ff]or|[Ww]ith|[Bb]y|[Aa]bout|[Rr]e:?|[Tt]old|[Ss]aw|[Mm]et|[Cc]ase|[Ii]s|[Ww]as|[Aa]nd|[Cc]alled|[Dd]iscussed|[Ff]riend)\s((?:[A-Z]\.\s?){2,3})(?!\s?[A-Z][a-z]|\w)"), 0.7, _INITIALS, 1,
             lambda m: m.group(1).replace(".", "").replace(" ", "") not in _DOTTED),
    ),
)  # fmt: skip
