"""What stands in the place of an identifier: typed tokens that survive markdown and are never redacted again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scrubber import timeline
from scrubber.policy import Operator, Policy

TOKENS = {
    "NAME": "[person]", "INITIALS": "[initials]", "DATE": "[date]", "AGE": "[age]", "STREET": "[address]", "CITY": "[city]",
    "ZIP": "[zip code]", "LOCATION": "[place]", "HOSPITAL": "[hospital]", "ROOM": "[room]", "PHONE": "[phone]", "FAX": "[fax]",
    "EMAIL": "[email]", "SSN": "[social security number]", "MRN": "[record number]", "HEALTHPLAN": "[insurance number]",
    "ACCOUNT": "[account number]", "LICENSE": "[licence number]", "VEHICLE": "[vehicle number]", "DEVICE": "[device number]",
    "URL": "[web address]", "IP": "[network address]", "BIOMETRIC": "[biometric record]", "PHOTO": "[file name]",
    "HANDLE": "[user name]", "OTHERID": "[identifying number]", "OCCUPATION": "[occupation]", "EMPLOYER": "[employer]",
    "SECRET": "[encoded text]",
}  # fmt: skip
ROLES = ("[patient]", "[clinician]", "[relative]")
OLD_AGE = "[age 90 or older]"
#: what a generalisation leaves where a detail had to go altogether
LEFT_OUT = "[detail left out]"
#: anything we ever wrote: never a finding again
TOKEN = re.compile(
    "|".join(re.escape(token) for token in sorted({*TOKENS.values(), *ROLES, OLD_AGE, LEFT_OUT}))
    + r"|(?<=\[date\] )(?:19|20)\d\d\b|\bday \d{1,3}\b"
)


def written_before(text: str) -> Iterable[re.Match[str]]:
    """Everything in ``text`` that an earlier scrub may have written."""
    return TOKEN.finditer(text) if "[" in text or "day " in text else ()


_CLINICIAN_BEFORE = re.compile(
    r"(?:\b(?:dr|drs|doctor|prof|professor|nurse|rn|np|pa|attending|surgeon|physician|provider|pcp|consultant|resident|fellow|intern|radiologist|pathologist|oncologist|cardiologist|neurologist|psychiatrist|pediatrician|dermatologist|gp|referred by|signed by|dictated by|seen by|discussed with|d/w|interpreter|social worker|pharmacist|therapist|dear)\b(?: (?:physician|surgeon|provider))?[\s.:,=*_]{1,4}(?:dr\.?\s|by\s)?)$",
    re.I,
)
_CLINICIAN_AFTER = re.compile(r",?\s?(?:M\.?D|D\.?O|RN|NP|PA-?C|Ph\.?D|MBBS|FRCP|FACS|DNP|LCSW|CRNA|PharmD|APRN|CNM)\b")
_RELATIVE_BEFORE = re.compile(
    r"\b(?:husband|wife|spouse|partner|son|daughter|mother|father|mom|mum|dad|sister|brother|aunt|uncle|niece|nephew|cousin|grand\w+|fianc\wé?e?|boyfriend|girlfriend|friend|neighbou?r|guardian|caregiver|carer|next of kin|emergency contact|twin)[\s,:(=]{1,3}(?:is |was |named |called )?$",
    re.I,
)
_PATIENT_BEFORE = re.compile(
    r"\b(?:patient|pt|name|mr|mrs|ms|miss|client|re)\b[\s.:,=*_]{1,4}(?:name[\s:]{1,3})?$|(?:male|female|man|woman|boy|girl|lady|gentleman|[MF])[,\s]{1,2}(?:named )?$",
    re.I,
)
_PATIENT_AFTER = re.compile(
    r"(?:,| is| was)? (?:is |was )?(?:an? )?(?:\w+ )?\(?\d{1,3}[\s-]?(?:y|[MF]\b|month|week|day)|'?s? (?:presents|reports|denies|complains|endorses|states)\b|,? (?:mrn|dob)\b",
    re.I,
)


def role(text: str, start: int, end: int) -> str:
    """Which person a name stands for, judged from the words around it."""
    before, after = text[max(0, start - 48) : start], text[end : end + 32]
    if _CLINICIAN_BEFORE.search(before) or _CLINICIAN_AFTER.match(after):
        return "[clinician]"
    if _RELATIVE_BEFORE.search(before):
        return "[relative]"
    if _PATIENT_BEFORE.search(before) or _PATIENT_AFTER.match(after):
        return "[patient]"
    return "[person]"


def replacement(category: str, text: str, start: int, end: int, *, policy: Policy, line: timeline.Timeline) -> str:
    """The token for ``text[start:end]``; a date becomes a relative day when policy and text allow."""
    operator = policy.operators.get(category, Operator.TOKEN)
    if category == "NAME":
        token = role(text, start, end)
    elif category == "DATE" and operator is Operator.RELATIVE:
        token = _date(text[start:end], text, start, policy=policy, line=line)
    elif category == "AGE" and operator is not Operator.TOKEN:
        token = OLD_AGE
    else:
        token = TOKENS.get(category, "[identifier]")
    return token


_BORN_BEFORE = re.compile(
    r"(?:\bdob|d\.o\.b\.?|\bborn(?: on| in)?|\bbirth ?(?:date|day)?|\bof birth)[\s:=\-]{0,4}$", re.I
)


def _date(written: str, text: str, start: int, *, policy: Policy, line: timeline.Timeline) -> str:
    """A relative day; where that cannot be, the year if the policy allows and it is no year of birth."""
    label = line.label(timeline.parse(written))
    if label != TOKENS["DATE"] or not policy.keep_year:
        return label
    if _BORN_BEFORE.search(text, max(0, start - 24), start):
        return label
    year = timeline.year_left(written)
    return f"{label} {year}" if year else label


def spaced(token: str, before: str, after: str) -> str:
    """Keeps markdown from reading ``[patient](`` or ``[patient]:`` as a link, and words from sticking to a token."""
    if after and (after[0].isalnum() or after[0] in "([:"):
        token += " "
    if before and (before[-1].isalnum() or before[-1] in "!]"):
        token = " " + token
    return token
