"""Where a name ends: neither the words before it nor the heading, degree or line behind it belong to it."""

from __future__ import annotations

import re

from scrubber import lexicon, unidentifying
from scrubber.findings import Candidate

#: letters behind a name, and headings that follow it on one line
_DEGREES = frozenset(
    "MD DO RN NP PA PAC DNP APRN ARNP FNP CRNP CNM CNS CRNA LPN LVN CNA BSN MSN ADN RPN EN EEN RMN RGN RSCN RM ODP HCA EMT EMTP NRP PharmD RPh MBBS MBChB MBBCh "
    "MRCP FRCP MRCS FRCS FRCSC FRCPC FRACP FRACS FRANZCR FRANZCP FRANZCOG FACEM FANZCA FRCA FRCR FRCPath MRCGP FRCGP MRCOG FRCOG FRCPCH MRCPCH MRCPsych FRCPsych FRACGP FACRRM "
    "FACP FACS FACC FACOG FAAP FACEP FAAFP FCCP FASN FHM CCFP FFARCSI MRCPI FRCPI FICM PhD DPhil MSc BSc MPH MHA MBA LCSW LMSW LICSW LCPC LPC LMFT MSW BCBA PsyD EdD DPM DDS DMD OD DC "
    "PT DPT OT OTR SLP CCC RD RDN LD CDE CDCES RRT CRT RT RDMS RDCS RVT RPSGT REEGT ATC CMA RMA MA LMP CCRN CEN WOCN CWON CWS OCN BCPS BCCCP CST CSFA CHW CASAC SpR StR SHO DCH DNB MS "
    "MCRN GMC NMC AHPRA NHI CHI FNZDS FRNZCGP FACD FCPS FWACS FWACP FMCP FMCS MPH SOC DOB MRN SSN NHS HRN URN CHI ID NOK POA HCP PCP GP ED ICU OR ER DOS DOA DOD LOS AGE SEX DX HX RE CC TEL PH FAX EXT ACCT INS POD GI GU ENT OB EP IR CT HPI PMH ROS VS BP HR".split()
)
_SURELY_DEGREES = frozenset(
    "RN LPN CNM FNP PHD MBBS FRCP FRCS CRNA DPM PHARMD DDS APRN DNP DOB MRN SSN AGE SEX ROOM PCP".split()
)
#: what a person is called by those who do not use the bare name; stripped before it
_FORMS = frozenset(
    "mama papa auntie aunty aunt uncle nana nanna granny grandma grandpa grandad granddad baby girl boy infant newborn pt patient client resident mrs mr ms miss mx dr drs prof sir "
    "dame bà ông chị cô chú thím bác mzee oga hajia alhaji mallam shri sri kumari señora señor sra sr doña don nurse sister registrar consultant "
    "pastor father "
    "attn attending partner husband wife mother father mum mom dad son daughter brother carer caregiver surgeon anesthesiologist anaesthetist".split()
)
_DAYS = frozenset(
    "Tue Tues Wed Thu Thur Thurs Fri Monday Tuesday Wednesday Thursday Friday Saturday Sunday AM PM".split()
)
#: what somebody does or is to the patient, set behind the name
_BEHIND_A_NAME = frozenset(
    "Nurse Practitioner Manager Therapist Officer Registrar Fellow Resident Intern Student Assistant Specialist Consultant Physician Pharmacist Dietitian Technologist Technician Sonographer "
    "Coordinator Navigator Counselor Counsellor Psychologist Worker Midwife Paramedic Interpreter Receptionist Secretary Scribe Supervisor Director Chaplain Hospitalist Intensivist "
    "Daughter Son Mother Father Sister Brother Niece Nephew Aunt Uncle Cousin Wife Husband Spouse Partner Guardian Grandmother Grandfather Granddaughter Grandson Stepmother Stepfather "
    "Sister-in-law Caregiver Carer Medicine Surgery Pediatrics Paediatrics Orthopedics Orthopaedics Psychiatry Obstetrics Anesthesia Anaesthesia Anaesthetics Physiotherapy Retired Unknown "
    "Final Report Preliminary Addendum Vietnamese Spanish Arabic Mandarin Cantonese Somali Hmong Portuguese Russian Haitian Creole Nepali Swahili Burmese Karen Polish Korean Tagalog Urdu Hindi".split()
)
#: stand before what somebody does: "Senior House Officer", "Family Medicine"
_QUALIFIERS = frozenset(
    "Family Internal Case Physical Occupational Speech General Senior Junior House Charge Chief Staff Head Lead Clinical Registered Licensed Social Nurse Advanced Practice Emergency Critical "
    "Care Acute Geriatric Paediatric Pediatric Orthopaedic Orthopedic Vascular Cardiac Thoracic Plastic Colorectal Oral Trauma Transplant Palliative Community District School Specialist "
    "Certified Medical Surgical Respiratory Radiation Pain Sports Rehabilitation Addiction Wound Diabetes Patient Program Unit Ward Clinic Research Study".split()
)
_SPECIALTY = re.compile(r"^[A-Z][a-z]{3,}(?:ology|iatry|iatrics|opedics|opaedics|therapy|ologist)$")
#: the label of the next field of a header, before its colon
_NEXT_FIELD = frozenset(
    "Age Sex Gender Race Resident Student Assistant Charge Transcribed Transcriptionist Ward Gross Goals Father Mother Spouse Time Visit Quality Intervention Language Date Service Specialty "
    "Unit Room Bed Location Loc Dept Department Phone Tel Fax Cell Mobile Home Email Diagnosis Dx Procedure Findings Impression Comparison Technique Indication History Surgeon Surgeons "
    "Anesthesia Anesthesiologist Attending Fellow Nurse Provider Status Insurance Ins Payer Plan Policy Address Allergies Weight Height Wt Ht Reason Referral Referred Referring Ordering Clinic Hospital "
    "Practice Facility Title Role Relationship Relation Siblings Machine Probe Scanner Exam Study Accession Acc Signed Dictated Typed Reviewed Verified Approved Collected Received Reported "
    "Admitted Adm Admission Discharged Disch Discharge Seen Subject Case Chart Account Acct Code Contact Emergency Informant Interpreter Chaperone Present Attendees Apologies Copy Consultant Cons".split()
)
#: titles, days and headings: what stands in capitals beside a name and is no part of it
STAND_BESIDE_NAMES = (
    _NEXT_FIELD | _BEHIND_A_NAME | _DAYS
    | frozenset("Dr Mr Mrs Ms Miss Prof Sir Then Now The She He We They It His Her Was Is Has Had Will No Not And But Plan Seen Also Today January February March April June July August September October November December".split())
)  # fmt: skip
#: ": ", or one more word of the label before the colon: "Visit type:", "Time seen 10:15"
_LABELS_FIELD = re.compile(r"(?:\s[a-z]{2,9})?\s?(?:[:#=]|\d{1,2}:\d|\(?\d{3})")
_ROLES = frozenset(
    "CHW PCT MD HO SW LCSW RT RD CRNA CNM DNP FNP SLP CM RDN CST EMT RN NP LPN GP PCP HCA SHO SPR RMO CNA APN PT OT FR".split()
)
_ONLY_FORMS = frozenset(
    "mother father sister brother daughter son aunt uncle niece nephew cousin wife husband boy girl baby infant mama papa auntie aunty mrs mr ms dr pt patient gp partner newborn mum mom dad mallam alhaji hajia garda dra".split()
)
#: "I've read", before a name
_CONTRACTED = re.compile(r"(?:I|[Ww]e|[Tt]hey|[Yy]ou|[Hh]e|[Ss]he)['’](?:ve|m|ll|d|re|s)\s(?:[a-z]{2,9}\s)?(?=[A-Z])")
_ENDS_LINE = re.compile(r"\.?(?:\s*(?:\n|$)|\s[A-Z]{0,3}\d{3})")
_NEXT_WORD = re.compile(r"[ ]([A-Z][a-z]+)")
_LAST_WORD = re.compile(r"[\s,(]{1,4}([^\W\d_]+|\d{1,3})\.?$")
_FIRST_WORD = re.compile(r"([^\W\d_]+)\.?:?[ ]{1,2}(?=[^\W\d_a-z\u00df-\u024f])")
#: alone on a line: "Minh Thu", "Joe Friday" have names that are days, a duty roster would go on
_TWO_WORDS = re.compile(r"([A-Z][a-z]+)\s([A-Z][a-z]+)")
#: "P. Husband": what stands behind an initial is a name
_INITIAL_FIRST = re.compile(r"[A-Z]\.\s?[A-Z][A-Za-z]{2,}")
#: "Bud Monday MD"
_DEGREE_BEHIND = re.compile(r",?\s(?:MD|DO|RN|NP|PA-C|PhD|MBBS|MBChB|FRCP)\b")
#: a line this long was broken because it was full, and the name may go on in the next
_FULL_LINE = 50


def trimmed(text: str, item: Candidate) -> tuple[int, int]:
    """Start and end of a name without what stands around it."""
    start, end = item.start, item.end
    if _is_placeholder(item.category, text[start:end]):
        return end, end
    if item.category == "EMPLOYER" and (verb := _VERB.match(text, start, end)):
        return verb.end(), end
    if item.category == "DATE" and (weekday := _WEEKDAY.search(text, max(0, start - 14), start)):
        return weekday.start(), end
    if item.category in _PLACES:
        article, leading = _ARTICLE.match(text, start, end), _PREPOSITION.search(text, start, end)
        return article.end() if article else start, leading.start() if leading else end
    if item.category != "NAME" or item.rule in ("must_hide", "known"):
        return start, end
    if (text[start:end].lower() in unidentifying.SERVICES or text[start:end] in _DEGREES) and not item.rule.startswith(
        "name.title"
    ):
        return end, end
    if text[start:end] in _NEXT_FIELD and text[end : end + 1] == ":" and not item.rule.startswith("name.title"):
        return end, end
    start, end = _on_one_line(text, start, end, keeps_last=item.rule.startswith("name.aged"))
    end = _without_last_words(text, start, end)
    return _without_first_words(text, start, end), end


def _is_placeholder(category: str, found: str) -> bool:
    """ "Dr. X", "XYZ Medical Center"; there are practices called "ABC", and people with these initials."""
    if category == "NAME":
        return found.removesuffix("'s").rstrip(".,") in unidentifying.PLACEHOLDERS
    first, _, _ = found.partition(" ")
    return category in {"HOSPITAL", "INITIALS"} and first in unidentifying.PLACEHOLDERS - {"ABC", "X"}


#: a day of the week belongs to the date behind it
_WEEKDAY = re.compile(r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s$", re.I)
_PLACES = frozenset({"CITY", "HOSPITAL", "LOCATION"})
_ARTICLE = re.compile(r"(?:the|at|in|from|to|near)\s+(?=\w)")
#: leads to what follows: "Mercy Hospital in" before a town that was found for itself
_PREPOSITION = re.compile(r"\s+(?:in|at|on|near|from|for|to|by|with|and)$")
#: "10/19/24 0632": the time of day behind a whole date
_TIMED = re.compile(
    r"(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)\s+(?:[01]\d|2[0-4]):?[0-5]\d(?:\s?-\s?(?:[01]\d|2[0-4]):?[0-5]\d)?$"
)
#: "3/14 2024": the four digits are a year
_YEARED = re.compile(r"\d{1,2}[/.-]\d{1,2}\s+(?:19[3-9]\d|20[0-4]\d)$")
#: "Mar 30 2" before "pm"
_HOUR = re.compile(r"[\s,]+\d{1,2}$")
_HALF_OF_DAY = re.compile(r"\s?(?:[ap]\.?m\b|o'clock)", re.I)


#: what stands between two dates, or between a date and something else, on one line
_BETWEEN_DATES = re.compile(
    r"\s{2,}|[\s,;.]*\b(?:visit|lab|disch|discharged?|adm|admit(?:ted)?|dob|seen|van|signed|rec(?:ei)?v?'?d|received|collected|reported|page|room|bed|dose|case|unit|soc|time|edd|lmp|done|exam|dictated|typed)\b[\s:.,]*",
    re.I,
)
#: leads a firm's name by mistake
_VERB = re.compile(r"(?:Lives|Works?|Worked|Owns|Runs|Drives|Employed|Retired|Manages|From|At|For)\s+(?=[A-Z])")


_DECIMALS = re.compile(r"\d{1,3}\s+")


def dates(text: str, item: Candidate) -> list[tuple[int, int]]:
    """The dates in what the tagger took for one: "12/03/24  Lab 2", "11-09-24, Disch 18-09-24", "10/19/24 0632"."""
    pieces, start = [], item.start
    if re.search(r"\d\.$", text[max(0, start - 2) : start]) and (rest := _DECIMALS.match(text, start, item.end)):
        start = rest.end()  # "K 3.4 4/3"
    for between in _BETWEEN_DATES.finditer(text, item.start, item.end):
        pieces.append((start, between.start()))
        start = between.end()
    pieces.append((start, item.end))
    if len(pieces) > 1:
        pieces = [
            (low, high)
            for low, high in pieces
            if _is_dated(text[low:high]) or _IN_A_ROOM.search(text, max(0, low - 12), low)
        ]
    return [(low, _without_time(text, low, high)) for low, high in pieces if low < high]


_IN_A_ROOM = re.compile(r"\b(?:room|rm|bed|bay|chair|pod|ward|or|theatre|station)[\s:#]{1,2}$", re.I)


def _is_dated(piece: str) -> bool:
    """More than a number below a hundred."""
    return sum(map(str.isdigit, piece)) > 2 or bool(re.search(r"[A-Za-z]{3}|\d[/.-]\d", piece))


def _without_time(text: str, start: int, end: int) -> int:
    if _HALF_OF_DAY.match(text, end) and (hour := _HOUR.search(text, start, end)):
        return hour.start()
    timed = _TIMED.fullmatch(text, start, end)
    return timed.end(1) if timed and not _YEARED.fullmatch(text, start, end) else end


def _on_one_line(text: str, start: int, end: int, *, keeps_last: bool) -> tuple[int, int]:
    """The part on the first line (or the last), unless the line was full."""
    while (broken := text.find("\n", start, end)) >= 0:
        if (
            broken - text.rfind("\n", max(0, broken - 2 * _FULL_LINE), broken) > _FULL_LINE
            and text[broken + 1 : broken + 2] != "\n"
        ):
            break
        if not keeps_last:
            return start, broken
        start = broken + 1
    return start, end


def _without_last_words(text: str, start: int, end: int) -> int:
    """``end`` before degrees and headings: "Odalys Finch RN", "Etelvina Raposo  SOC", "Kirsten Fyfe  Machine:"."""
    is_capitals = text[start:end].isupper()
    if _is_called_like_a_day(text, start, end) or _INITIAL_FIRST.fullmatch(text, start, end):
        return end
    behind = _NEXT_WORD.match(text, end)
    was_role = behind is not None and (behind.group(1) in _QUALIFIERS or behind.group(1) in _BEHIND_A_NAME)
    while last := _LAST_WORD.search(text, start + 1, end):
        qualifies = was_role and last.group(1) in _QUALIFIERS
        if not qualifies and _belongs(text, last, is_capitals=is_capitals):
            break
        was_role = qualifies or last.group(1) in _BEHIND_A_NAME
        end = last.start()
    return end


def _is_called_like_a_day(text: str, start: int, end: int) -> bool:
    pair = _TWO_WORDS.fullmatch(text, start, end)
    alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
    named = alone or _DEGREE_BEHIND.match(text, end) is not None
    return pair is not None and named and pair[2] in _DAYS and lexicon.first_name(pair[1].lower()) >= 3


def _belongs(text: str, last: re.Match[str], *, is_capitals: bool) -> bool:
    word = last.group(1)
    title = word.title() if is_capitals else word
    if (
        word.isdigit()  # "Mrs Farrokhzadeh 70"
        or title in _DAYS
        or title in _BEHIND_A_NAME
        or _SPECIALTY.search(title)
        or (is_capitals and word in _SURELY_DEGREES)
    ):
        return False
    if title in _NEXT_FIELD and _LABELS_FIELD.match(text, last.end()):
        return False
    if word in _DEGREES:
        return is_capitals and len(word) < 5
    if word.isupper() and 3 <= len(word) <= 6 and not is_capitals and _ENDS_LINE.match(text, last.end()):
        return bool(lexicon.bits(word.lower()) & 0x3F)
    if word.islower():
        return word not in unidentifying.LABELS and not lexicon.is_abbreviation(word)  # "Ashdown bilat"
    if len(word) == 1:  # "Nev H.:"
        return True
    follows = text[last.end() : last.end() + 1]
    if follows == ":" and (len(last.group()) - len(word) > 1 or "\n" in last.group()):  # set apart by more than a blank
        return lexicon.surname(word.lower()) >= 5 or not 0 < lexicon.word_class(word.lower()) <= 5
    return True


def _without_first_words(text: str, start: int, end: int) -> int:
    """``start`` behind a form of address: "Auntie Fong", "Girl Al-Rubaie"."""
    if text[start:end].lower() in _ONLY_FORMS:
        return end
    if contracted := _CONTRACTED.match(text, start, end):
        start = contracted.end()
    while (first := _FIRST_WORD.match(text, start, end)) and _is_form(first.group(1)) and first.end() < end:
        start = first.end()
    return start


def _is_form(word: str) -> bool:
    """A form of address; a role in two or three letters only in capitals, because "Pa" and "Ho" are names."""
    return word.lower() in _FORMS or (word.isupper() and word in _ROLES)
