"""What kind of writing a text is: published medicine names places, dates and people that identify nobody."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z]+")
#: one person's age and sex, or the frame of a report
_ONE_PERSON = re.compile(
    r"\b\d{1,3}\s?(?:[MF]|yo|y/o)\b(?!\s?=)|\b(?:DOB|MRN)\b|^(?:IMPRESSION|FINDINGS|Reader|Sonographer|Radiologist|Technologist)\b",
    re.MULTILINE,
)
_SAMPLE = 6000
#: words of papers and guidelines
_PUBLISHED = frozenset(
    "background objective objectives methods results conclusion conclusions findings study studies trial trials cohort randomized randomised "
    "controlled participants patients subjects significantly significant compared analysis analyses associated association expression mice cells "
    "protein proteins gene genes data evidence outcomes mortality risk recommended recommendation recommendations guideline guidelines recommend "
    "should incidence prevalence placebo baseline regression adjusted ratio interval published reported population populations clinical adults "
    "systematic review meta mechanisms pathway disease diagnosis treatment criteria level grade class strong weak "
    "society consensus statement update screening therapy we our human vivo vitro receptor signaling signalling inhibition activation induced "
    "increased decreased reduced levels effect effects role function observed demonstrated showed suggest suggests identified investigated "
    "centres centers enrolled recruited followed events predicted prevalence variants carriers calibrated sensitivity specificity index outbreak "
    "isolates strain strains serology seroprevalence describe described compared versus median registry registries nationwide multicentre multicenter "
    "retrospective prospective design setting intervention endpoint endpoints pooled subgroup heterogeneity bias limitations evidence certainty "
    "evaluated rate rates hazard odds confidence mean median among between groups group treated model models sequence genome tumor cancer".split()
)
#: words that speak of one person or to one
_PERSONAL = frozenset(
    "he she his her him hers mr mrs ms miss dr pt patient i my me mom dad wife husband daughter son please thanks call phone "
    "mrn dob name named admitted discharged seen yo today tomorrow yesterday appointment lives".split()
)


#: what only guidelines and their summaries say
_GUIDELINE = re.compile(
    r"\b(?:[Cc]lass I{1,3}[ab]?|[Ll]evel (?:of evidence )?[ABC]|Recommendations?(?: \d+(?:\.\d+)*\b| of\b|:)|GRADE|NICE (?:CG|NG|TA|QS) ?\d+|[Gg]uidelines? (?:\d+|20\d\d|[Ff]or|[Oo]n)|"
    r"[Gg]reen-top|[Ww]orking (?:[Gg]roup|[Pp]arty)|[Ss]teering [Cc]ommittee|[Cc]onsensus|[Tt]ask [Ff]orce|[Pp]osition [Ss]tatement|[Pp]ilot sites|[Pp]anel|"
    r"(?:NICE|WHO|ESC|AHA|ACC|BSG|AGA|ACG|KDIGO|GINA|GOLD|EULAR|ACR|ESMO|NCCN|FIGO|IDSA|ATS|BTS|RCOG|ACOG|SIGN|USPSTF|JBDS|BASHH|BHIVA|EASL|AASLD) ?(?:20\d\d|guid\w+|step|Green|says|advises|recommends|suggests|grade))"
)


#: somebody's case in a question about guidelines
_A_CASE = re.compile(
    r"\?\s*$|\b(?:year|yr|month|week|day)s?[\s-]olds?\b|\bwho (?:is|was|has|had|presented|visited|resides|lives|went)\b|\bcase\b|\b(?:residing|resident of|living in|lives)\b|"
    r"\b(?:seen|diagnosed|evaluated|treated|admitted|visit\w*|hospitalized) (?:at|on|in)\b|\b(?:male|female|man|woman|boy|girl|child)\b,|\d[/-]\d{1,2}[/-]\d{2}|\(?\d{3}\)?[ -]\d{3}|@|"
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b(?! ?%)",
    re.IGNORECASE | re.MULTILINE,
)


def published(text: str) -> bool:
    """True for a text that reads like a paper or a guideline and speaks of nobody in particular.

    A guideline that says so needs only two such words, and none about a person. Else deliberately strict: at least 30 words, one in twenty of them from the vocabulary of papers, four of those
    different, and hardly any word about one person.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    impersonal = [word for word in words if word in _PUBLISHED]
    if len(words) < 20 or len(set(impersonal)) < 2 or _ONE_PERSON.search(text[:_SAMPLE]):
        return False
    personal = sum(word in _PERSONAL for word in words)
    if not personal and _GUIDELINE.search(text[:_SAMPLE]) and not _A_CASE.search(text[:_SAMPLE]):
        return True
    if len(words) < 30:
        return False
    return len(impersonal) >= len(words) / 20 and len(set(impersonal)) >= 4 and personal <= len(words) / 80
