"""Record, insurance, account, licence, vehicle, device and other unique numbers."""

from __future__ import annotations

import re

from scrubber import checksums
from scrubber.registry import Check, PatternRecognizer, Rule

_I = re.IGNORECASE
#: between a label and its value: ": ", " # ", " is ", " no. ", "number" ...
_LINK = r"(?:[\s]?(?:number|num|no|nr|id|ids|code|identifier|folder|file|card|is|was|of|as|ending in|ends in|ending|#|№)\b\.?){0,3}[\s:#=.(\-\[]{0,5}"
_INNER = r"[\-/.](?=[A-Za-z0-9])|[ ](?=\d{2,}|\d(?!\w))"
#: a value that carries at least one digit, within its first letters: letters, digits and inner punctuation
_VALUE = rf"((?=[#A-Za-z0-9][A-Za-z0-9\-/. ]{{2}})(?:[#A-Za-z](?:[A-Za-z]|{_INNER}){{0,11}})?\d(?:[A-Za-z0-9]|{_INNER}){{0,30}})(?![A-Za-z0-9])"
_UNITS = re.compile(
    r"\s?(?:%|(?:mg|mcg|ml|kg|cm|mm|bpm|mmhg|years?|yrs?|days?|weeks?|months?|hours?|units?|patients?|cases|beds)\b)",
    _I,
)


#: "(ng/L; ref 0-14)" is a laboratory reference, not a catalogue number
_REFERENCE_RANGE = re.compile(
    r"(?<=[(;,\s])ref\.? (?:below |above |under |over |up to |[<>≤≥] ?)?\d[\d.]*(?: ?[-–] ?\d[\d.]*)?\)", _I
)


#: "health plan in 1994", "study 2019-2021"
_NO_VALUE = re.compile(
    r"[a-z]+\s|[A-Z][a-z]{2,}\s|[Aa]n?\s\d|(?:NCT|ISRCTN|ACTRN|ChiCTR|CRD|EudraCT|UMIN|jRCT|DRKS)\W?\d|(?:[A-Za-z]+\s)?(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?$|\d{1,2}/(?:7|12|24|52)$"
)
#: "REG INSULIN 0.1", "PR 98", "pH 7.5-7.55", "NIV 12/5", the "2aN0" of "pT2aN0"
_MEASURE = re.compile(
    r"[A-Za-z]{1,8}\s\d{1,3}\.\d{1,3}(?:-\d{1,3}\.\d{1,3})?|\d[a-d]?N\d[a-c]?(?:M\d[a-c]?)?|(?:PR|HR|RR|T|BP|NIV|CPAP|CURB|HDU)\s\d{1,3}(?:[./]\d{1,3})?"
)
#: between a common word ("case", "study", "order") and its number there must be a sign that it is one
_LINKED = re.compile(r"[#:=№]|\b(?:number|num|no|nr|id|code|identifier)\b", _I)


def _linked(match: re.Match[str]) -> bool:
    """A number behind a common word, with a link, or so mixed of letters and digits that it needs none."""
    if not _plausible(match):
        return False
    label, value = match.string[match.start() : match.start(1)], match.group(1)
    if re.fullmatch(r"[A-Za-z]{1,14} \d{1,4}(?:[-/.]\d{1,4})?", value):  # "Lab: Na 131", "Rx: Norvasc 10"
        return False
    if re.fullmatch(r"\d{1,2}/\d{1,3}", value):  # "Path: 2/14 nodes"
        return False
    mixed = any(char.isalpha() and char.isupper() for char in value) and sum(char.isdigit() for char in value) >= 3
    return mixed or bool(_LINKED.search(label)) or sum(char.isdigit() for char in value) >= 6


def _plausible(match: re.Match[str]) -> bool:
    """At least four characters with two digits, and no unit behind it."""
    if _REFERENCE_RANGE.match(match.string, match.start()):
        return False
    value = match.group(1)
    if _NO_VALUE.match(value) or _MEASURE.fullmatch(value):
        return False
    digits = sum(char.isdigit() for char in value)
    return digits >= 2 and len(value) >= 4 and not _UNITS.match(match.string, match.end(1))


_COMMON = re.compile(r"(?:file|patient|pt|visit|unit|admission|episode|encounter)\b", _I)


_TOLD = re.compile(r"[#:=№]|\b(?:number|num|no|nr|id|code|identifier|ending|ends|is|was|of|as)\b", _I)


def _recorded(match: re.Match[str]) -> bool:
    """A record number; behind an everyday word it needs a sign or five digits: "will file 5250", "visit 5-6 1"."""
    if not _plausible(match):
        return False
    if (_COMMON.match(match.group()) or match.group().lower().startswith("mr. ")) and re.fullmatch(
        r"[A-Z]{1,6} \d{1,3}", match.group(1)
    ):  # "visit: PPS 30", "trivial MR. TAPSE 23"
        return False
    if not _COMMON.match(match.group()) or _TOLD.search(match.string[match.start() : match.start(1)]):
        return True
    return sum(char.isdigit() for char in match.group(1)) >= 5


_SCORED_OR_SPANNED = re.compile(r"[A-Z]{2,5}(?:-\d)?\s\d{1,3}(?:/(?:7|12|52))?")


def _of_a_plan(match: re.Match[str]) -> bool:
    """A number of an insurance, and not "Plan: NWB 6/52" or "card. PHQ-9 15"."""
    return _plausible(match) and not (
        _SCORED_OR_SPANNED.fullmatch(match.group(1)) and not _TOLD.search(match.string[match.start() : match.start(1)])
    )


def _short_ok(match: re.Match[str]) -> bool:
    return not _UNITS.match(match.string, match.end(1))


def _labelled(id: str, category: str, label: str, score: float, reason: str, check: Check = _plausible) -> Rule:
    return Rule(
        id,
        category,
        re.compile(r"(?<![A-Za-z])(?:" + label + r")(?![a-z])" + _LINK + _VALUE, _I),
        score,
        reason,
        1,
        check,
        digits=True,
    )


_LITERATURE = re.compile(
    r"(?:pmid|pmc|doi|isbn|issn|nct|isrctn|eudract|rs|chr|omim|orpha|snomed|loinc|cpt|icd|genbank|enst|nm_|grant|arxiv|hp:|mondo|umls|rxcui|ndc|cas|ec|article|e)[\s:#./\-]{0,3}(?:number |no\.? |id )?$",
    _I,
)
_PUBLIC_ID = re.compile(
    r"#?(?:NCT|PMC|ISRCTN|ACTRN|CRD|UMIN|CTRI|MIM|HP|ENSG|ENST|GSE|GSM|SRR|PRJNA|ORPHA|COVID|SARS|IL|CD|HLA|TNF|EORTC|RTOG|SWOG|CALGB|NSABP|ECOG|ACOSOG|GOG|CKP|AMG|BMS|LY|MK|GSK|PF|RO|AZD|JNJ|ABT|TAK|GW)\W?\d",
    _I,
)

RECOGNIZER = PatternRecognizer(
    "numbers",
    (
        Rule("ssn", "SSN", re.compile(r"(?<![\w\-])\d{3}[\-\s.–]{1,3}\d{2}[\-\s.–]{1,3}\d{4}(?![\w\-])"), 0.95,
             "This has the shape of a Social Security number.", check=lambda m: checksums.ssn(m.group()), digits=True),
        Rule("ssn.label", "SSN", re.compile(r"\b(?:ssn|ss#|social(?: security)?(?: number| no| num)?|soc(?:ial)? sec)(?![a-z])(?:[\s:#.,\-=(]|\b(?:is|was|last|four|digits|ending|ends|in|no|number|are)\b){0,20}(\d[\d\-\s.]{2,11}\d|[x*X]{2,3}-?[x*X]{2}-?\d{4})", _I), 0.97,
             "A Social Security number, or part of one.", 1, digits=True),
        Rule("ssn.masked", "SSN", re.compile(r"(?<!\w)[xX*]{3}-?[xX*]{2}-?(\d{4})(?!\w)"), 0.95, "The last digits of a Social Security number.", digits=True),
        _labelled("mrn", "MRN", r"mrn?s?|m\.r\.n\.?|med(?:ical)?\.? ?rec(?:ord)?s?|mr|hospital|hosp|unit|chart|urns?|emr|ehr|epic|cerner|patient|pt|file|nhs|chi|record|e-?mpi|pid|"
                  r"hospital number|dossier|case file|registration|reg|encounter|enc|visit|csn|fin|har|admission|episode|umrn|folder",
                  0.93, "A record number leads to the patient's chart.", lambda m: _recorded(m)),
        _labelled("accession", "OTHERID", r"acc|tape|cassette|dis[ck]|unit of blood|donation|kit|bag tag|specimen|surg(?:ical)? path|path(?:ology)?|slide|block|case|lab(?:oratory)?|sample|order|study|exam|claim|confirmation|report|incident|riskman|datix|"
                  r"staff|student|visa|enrol?lment|screening|randomi[sz]ation|prescription|rx|authorization|auth|pa|donor|unos|biobank|national|military|service|tribal|provider|ohip|green ?card|alien|tin|ein|library",
                  0.85, "A unique number can be traced to one person.", _linked),
        _labelled("unique", "OTHERID", r"accession|req(?:uisition)?|ticket|referral|invoice|tracking|barcode|badge|employee|passport|subject|participant|trial id|inmate|prisoner|convict|booking|docket|prior auth|"
                  r"wristband|bracelet|cdib|a-number|fein|voter", 0.85, "A unique number can be traced to one person."),
        _labelled("plan", "HEALTHPLAN", r"(?:health ?)?(?:plan|insurance|ins|policy|member(?:ship)?|subscriber|beneficiary|group|grp|payer|payor|medicare|medicaid|medi-?cal|hicn?|mbi|tricare|aetna|cigna|humana|bcbs|blue ?(?:cross|shield)|uhc|unitedhealthcare|"
                  r"kaiser|anthem|hpbn|coverage|card)", 0.93, "An insurance number identifies the insured person.", _of_a_plan),
        Rule("mbi", "HEALTHPLAN", re.compile(r"(?<![\w-])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?![\w-])", _I), 0.97,
             "A Medicare Beneficiary Identifier (CMS format).", digits=True),
        _labelled("account", "ACCOUNT", r"acct?s?|account|a/c|bank|iban|routing|guarantor|billing|statement|credit card|debit card|checking", 0.92, "An account number identifies its holder."),
        Rule("mrn.second", "MRN", re.compile(r"\b(?:mrn|urn|hospital no|chart)s?\b[^\n\d]{0,12}\d[\d-]{3,10}\d\s?(?:and|&|or|/|,|vs\.?|into|with)\s(\d[\d-]{3,10}\d)(?![\w%]|[./-]\d)", _I), 0.93, "A record number leads to the patient's chart.", 1, digits=True),
        Rule("code", "OTHERID", re.compile(r"\b(?:gate|door|lock ?box|locker|entry|alarm|key ?pad|key ?safe|access|share|sharing|pairing|invite|meeting|booking|pass)\s?codes?(?:\s(?:is|was)|:)?\s#?(\d{3,8}(?:[\s-]\d{3,4})?)(?![\w%])", _I), 0.85, "A code opens one door.", 1, digits=True),
        Rule("national", "OTHERID", re.compile(
            r"\b(?:NRIC|MyKad|IC|Aadhaar|Aadhar|BVN|NIN|CNIC|PPSN?|SIN|NHI|IHI|HCN|CURP|DNI|NIF|NIE|CPF|RUT|PESEL|BSN|CPR|UHID|UPI|NIK|KTP|PAN|IHN|HN)(?:\s(?:no|number|card))?[.:#\s]{1,3}((?=[\w./-]*\d[\w./ -]*\d[\w./ -]*\d[\w./ -]*\d)[A-Z0-9][A-Z0-9./-]{4,20}(?:\s\d{3,6}){0,3})(?!\w)"), 0.85,
             "A number of a national register.", 1, lambda m: not _UNITS.match(m.string, m.end(1)), digits=True),
        Rule("any.number", "OTHERID", re.compile(r"\b[a-z]{2,14}\s(?:no|nr|number|num)\.?[:\s]{1,2}#?((?=[A-Z\d/,.-]*\d[A-Z\d/,.-]*\d[A-Z\d/,.-]*\d)[A-Z]{0,4}[-/]?\d[\dA-Z/,.-]{1,18}[\dA-Z])(?![\w%])", re.I), 0.75, "A number of something can be traced.", 1, lambda m: not _UNITS.match(m.string, m.end(1)) and not _NO_VALUE.match(m.group(1)) and not _LITERATURE.search(m.string[max(0, m.start(1) - 16) : m.start(1)]), digits=True),
        Rule("last.four", "SSN", re.compile(r"\b(?:L4|[Ll]ast\s?(?:4|four))(?:\s(?:is|of ssn|ssn))?:?\s([A-Z]?\d{4})(?![\w%])"), 0.85, "The last digits of a Social Security number.", 1, digits=True),
        Rule("national.nric", "OTHERID", re.compile(r"(?<![\w-])[STFGM]\d{7}[A-Z](?![\w-])"), 0.85, "A Singaporean identity number.", digits=True),
        Rule("national.shape", "OTHERID", re.compile(r"(?<![\w./-])(?:[0-3]\d[01]\d\d\d[-+A]\d{3}[\dA-Y]|(?:19|20)?\d\d[01]\d[0-3]\d[-+]\d{4})(?![\w-])"), 0.75, "A Nordic personal number.", digits=True),
        Rule("password", "OTHERID", re.compile(r"\b(?:pass ?word|pass ?code|code ?word|safe ?word)(?:\sword)?(?:\s(?:is|was)|:)?\s?[\"“'](\w[\w\- ]{1,30})[\"”']", _I), 0.85, "A password belongs to one person.", 1),
        Rule("card", "ACCOUNT", re.compile(r"(?<![\w\-])(?:\d{4}[\s\-]){3}\d{4}(?![\w\-])|(?<![\w\-])3[47]\d{2}[\s\-]\d{6}[\s\-]\d{5}(?![\w\-])"), 0.95, "A payment card number.", digits=True),
        Rule("iban", "ACCOUNT", re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\w)"), 0.9, "A bank account number.", digits=True),
        _labelled("licence", "LICENSE", r"licen[cs]e|lic|licen[cs]ure|dea|npi|upin|gmc|nmc|cdl|cert(?:ificate|ification)?|driver'?s?(?: licen[cs]e)?|dl|permit|board cert|state id|registration|credential", 0.93,
                  "A licence or certificate number identifies its holder."),
        Rule("npi", "LICENSE", re.compile(r"(?<![\w\-.])[12]\d{9}(?![\w\-.]*\d)"), 0.8, "This ten-digit number passes the check of a National Provider Identifier.", check=lambda m: checksums.npi(m.group()), digits=True),
        Rule("dea", "LICENSE", re.compile(r"(?<![\w\-])[A-Z][A-Z9]\d{7}(?!\w)"), 0.9, "This passes the check of a DEA registration number.", check=lambda m: checksums.dea(m.group()), digits=True),
        Rule("vin", "VEHICLE", re.compile(r"(?<![\w\-])[A-HJ-NPR-Z0-9]{17}(?![\w\-])", _I), 0.95, "A vehicle identification number.", check=lambda m: _vin_shape(m.group()), digits=True),
        Rule("vin.label", "VEHICLE", re.compile(r"\bvin(?![a-z])" + _LINK + r"([A-Z0-9]{11,17})(?!\w)", _I), 0.97, "A vehicle identification number.", 1, digits=True),
        Rule("plate", "VEHICLE", re.compile(
            r"\b(?:licen[cs]e plates?|number plates?|plates?|tags?|reg(?:istration)?(?: (?:plate|mark|number))?)(?: (?:number|no|is|was|reads?|of|#))?[\s:#(\"']{1,3}(?-i:((?:[A-Z]{2} )?(?=[A-Z0-9\- ]{0,7}\d)[A-Z0-9]{1,4}(?:[\-\s·]?[A-Z0-9]{2,4}){1,2}))(?![A-Za-z0-9])", re.I),
            0.93, "A licence plate identifies a vehicle's owner.", 1, lambda m: _plate(m), digits=True),
        Rule("plate.car", "VEHICLE", re.compile(
            r"\b(?i:car|truck|van|suv|sedan|pickup|minivan|motorcycle|scooter|jeep|civic|corolla|camry|accord|tacoma|prius|f-150|silverado|subaru|honda|toyota|ford|chevy|nissan|bmw|tesla|vw|audi|rover|vauxhall|skoda|kia|hyundai|mazda|volvo|peugeot|renault|citroen|fiat|hilux|landcruiser|ranger|transit|sprinter|defender|corsa|astra|fiesta|ute|lorry|tractor|quad|motorbike|bike|moped|trailer|caravan|campervan|taxi|cab|suzuki|maruti|tata|mahindra|auto-rickshaw|rickshaw|matatu|okada|boda)"
            r"[,;(\s]{1,3}((?:[A-Z]{2,3}[\s-]?\d{3,4}|\d{1,3}[\s-]?[A-Z]{2,3}(?:[\s-]?\d{1,4})?|[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{2}\d{2}\s?[A-Z]{3}|[A-Z]{2}[\s-]?\d{1,2}[\s-]?[A-Z]{1,2}[\s-]?\d{4}|\d{2,3}-[A-Z]{1,2}-\d{2,6}))(?![\w%])"), 0.85, "A licence plate identifies a vehicle's owner.", 1, digits=True),
        _labelled("device", "DEVICE", r"serial|ser|s/n|sn|udi(?:-di|-pi)?|lot|ref|imei|device|implant|pump|pacemaker|model/serial|batch|meid|iccid|asset|mac", 0.92, "A serial, lot or device number can be traced to the person who carries it."),
        Rule("device.code", "DEVICE", re.compile(r"\b(?i:serial|ser|s/n|sn|lot|batch)(?:\s(?:no\.?|number|#))?[\s:#]{1,3}((?=[A-Z]{0,9}\d)[A-Z0-9]{6,12})(?![\w-])"), 0.8, "A serial, lot or device number can be traced to the person who carries it.", 1, lambda m: sum(map(str.isalpha, m.group(1))) > 1, digits=True),
        Rule("device.implanted", "DEVICE", re.compile(
            r"\b(?i:\w*stimulator|defibrillator|icd|crt-?[dp]|ppm|pacer|pacemaker|valve|prosthesis|stent|generator|leads?|lens|iol|graft|port|shunt|implant|recorder|lvad|pump|cage|mesh|expander|filter|coil|plate)"
            r"\s#?((?=[A-Z0-9-]{0,12}\d{4})[A-Z0-9]{2,}(?:-[A-Z0-9]{2,}){0,3})\s(?i:was|were|is|has\sbeen)\s(?i:implanted|placed|inserted|fitted|explanted|exchanged|interrogated|replaced|recalled)\b"), 0.85,
            "A serial, lot or device number can be traced to the person who carries it.", 1, lambda m: len(m.group(1)) >= 6, digits=True),
        Rule("udi", "DEVICE", re.compile(r"\(01\)\s?\d{14}(?:\s?\(\d{2}\)\s?[A-Z0-9\-]{1,20}){0,5}", _I), 0.98, "A unique device identifier (GS1).", digits=True),
        Rule("uuid", "OTHERID", re.compile(r"(?<![\w-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\w-])", _I), 0.97, "A unique identifier.", digits=True),
        Rule("hash", "OTHERID", re.compile(r"(?<![\w-])#?(?:[A-Z]{1,4}-?\d{6,12}|\d{2}-?(?!(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)-?(?:19|20)\d\d(?!\d))[A-Z]{1,3}-?\d{4,8}|[A-Z]{1,3}\d{2}-\d{3,7})(?![\w-])"), 0.7,
             "This looks like a record, specimen or case number.", check=lambda m: _not_literature(m), digits=True),
        Rule("long", "OTHERID", re.compile(r"(?<![\w.\-/])#?\d{7,16}(?![\w\-/]|\.\d)"), 0.62, "A long number that is no laboratory value.", check=lambda m: _not_literature(m) and not _UNITS.match(m.string, m.end()), digits=True),
        Rule("hashnum", "OTHERID", re.compile(r"(?<![\w])#\s?((?:[A-Z]{1,4}\d{0,4})?-?\d{4,12}(?:-\d{2,8})?)(?![\w])", _I), 0.85, "A number marked as an identifier.", 1, digits=True),
    ),
)  # fmt: skip


def is_public(text: str, start: int, value: str) -> bool:
    """Whether the number ``value`` at ``start`` is one of literature, a trial registration, a gene or a compound."""
    return bool(_LITERATURE.search(text[max(0, start - 16) : start]) or _PUBLIC_ID.match(value))


def _not_literature(match: re.Match[str]) -> bool:
    """Trial registrations, PubMed numbers, gene and compound codes are public."""
    return not is_public(match.string, match.start(), match.group())


def _vin_shape(number: str) -> bool:
    letters = sum(char.isalpha() for char in number)
    return checksums.vin(number) or (3 <= letters <= 12 and number[-4:].isdigit() and number.upper() == number)


def _plate(match: re.Match[str]) -> bool:
    value = match.group(1)
    return value == value.upper() and any(char.isalpha() for char in value) and any(char.isdigit() for char in value)
