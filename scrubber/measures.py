"""Numbers of medicine that look like dates, rooms or telephone numbers: scores, pressures, gases, doses, sizes."""

from __future__ import annotations

import re

from scrubber import lexicon
from scrubber.prefilter import prefilter
from scrubber.registry import Document
from scrubber.spans import Span

_LAB = (
    r"(?:CrCl|eGFR|GFR|Hgb|Hb|Hct|WBC|Plts?|INR|Na|K|Cr|BUN|BP|HR|RR|SpO2|sats?|Ht|Wt|BMI|BSA|LVEF|EF|FEV1|FVC|TSH|A1c|HbA1c|CRP|ESR|[Ll]actate|[Tt]rop(?:onin)?|BNP|"
    r"NT-proBNP|[Ff]erritin|CK|AST|ALT|ALP|[Tt]?[Bb]ili|pH|PaO2|PaCO2|pCO2|PCO2|HCO3|MME|ORT|MELD(?:-Na)?|GCS|NIHSS|mRS|PEEP|FiO2|PaO2/FiO2|P/F|Vt|TV|MAP|CVP|ICP|RVSP|TAPSE|EBL|UOP|"
    r"MoCA|MMSE|SLUMS|PHQ-?9|GAD-?7|AUDIT(?:-C)?|CAGE|ECOG|KPS|Apgars?|FHR|FHT|EGA|EFW|NNT|NNH|CAC|LDL|HDL|TG|PSA|CEA|AFP|CD4|VL|rho|kappa|QTc|QRS|PR|FSH|LH|AMH|PTH|CPK|LDH|ANC|MCV|RDW)"
)
_UNIT = r"(?:mg|mcg|µg|ug|g|kg|ml|mL|L|dL|mm|cm|ms|mmHg|cmH2O|mEq|mmol|IU|U|units?|%|bpm|Hz|J|Gy|cGy|mCi|kPa|degrees?|French|Fr|gauge|G|tabs?|puffs?|gtts?|drops|bpm|[A-Za-zµ]{1,5}/(?:kg|min|h|hr|d|day|mL|ml|L|dL|m2))"
_CRITERIA = (
    r"(?<!\w)(?:Rome|Lyon|Chicago|Prague|Baveno|Sydney|Milan|Paris|Tokyo|Atlanta|Bethesda|Berlin|Lugano|Banff|Maastricht|Kyoto|Los Angeles|Vienna|Montreal|Amsterdam|Budapest|Boston|Barcelona|"
    r"Geneva|Cincinnati|Edinburgh|Revised|Oxford|Toronto|Kigali|Sapporo|Copenhagen)\s(?:I{1,3}|IV|VI{0,3}|IX|X|\d(?:\.\d)?|[CM]\d\w*)(?![\w])"
)
#: each of these holds a digit
_NUMERIC = tuple(
    re.compile(pattern)
    for pattern in (
        # "Hgb 3/4 8.1" tells a date: what has the shape of one is left to the rules for dates
        rf"(?<!\w){_LAB}(?!\w)(?:\s(?:of|is|was|at))?\s?[:=<>≤≥~]{{0,2}}\s?(?!\d{{1,2}}[/\-]\d{{1,2}}(?![\d])|[\d.]{{6}})\d{{1,5}}(?:[.,]\d{{1,3}})?(?:[/\-–]\d{{1,3}}(?:\.\d)?){{0,3}}(?![\w/\-])",
        r"(?<!\w)(?:MoCA|MMSE|SLUMS|PHQ-?9|GAD-?7|GCS|AUDIT|[Aa]pgars?|Mini-Cog|Ishihara|Snellen|Tinetti|Berg|Goldmann|IOPs?|RASS|CAM-ICU|Beighton|AMTS?|AMT|ACE-III|GPCOG|6CIT|CFS|Clavien|Constant|Oxford|Villalta|Alvarado|Epworth|EPDS|CURB-?65|Glasgow|Blatchford|Rockall|Tanner|Manchester|Wexford|VAS|NRS|NEWS2?|PEWS|MEWS|Waterlow|MUST|Barthel|FAST|ESAS|Silverman|Downes|Westley|Wood|Kramer|Cormack|Mallampati|ASA|Bromage|Aldrete|Steward|Fried|Rankin|FOUR|Hunt|Fisher|Fazekas|Koos|ICIQ|IPSS|IIEF|AUA|OAB|DLQI|PASI|EASI|SCORAD|BASDAI|DAS28|HAQ|SLEDAI|BVAS|mRSS|HIT-6|MIDAS|EDSS|UPDRS|ALSFRS)\s(?:score\s)?(?:of\s|was\s)?\d{1,2}/\d{1,2}(?![\d/])",
        rf"(?<![\w/.\-])\d{{1,5}}(?:[.,]\d{{1,3}})?(?:\s?[\-–x]\s?\d{{1,4}}(?:\.\d{{1,2}})?)?\s?{_UNIT}(?![\w/])",
        r"(?<![\w/.])[67]\.\d{1,2}(?:\s?/\s?\d{1,3}(?:\.\d)?){2,4}(?![\w/])",
        r"(?<![\w/.\-])(?:1[3-9]|[2-9]\d|1\d\d|2\d\d)/(?:1[3-9]|[2-9]\d|1\d\d)(?![\w/\-]|\.\d)",
        r"(?<![\w/])[1-6]/6(?=\s(?:SEM|HSM|systolic|diastolic|holosystolic|harsh|murmur|blowing|soft|crescendo|early|mid|late))",
        r"(?<![\w/.\-])\d{1,2}/\d{3}/\d{1,2}(?:/\d{2,3}%?)?(?![\w/])",
        r"(?<!\w)x\s?\d{1,2}/(?:24|7|52)h?(?!\w)",
        r"(?<!\w)(?:Child(?:-Turcotte)?-Pugh)\s(?:class\s)?[ABC]?\s?\d{1,2}(?:\s?[\-–]\s?\d{1,2})?",
        r"(?<![\w.])(?:[1-9]|[1-8]\d)[\s-]?(?:year|yr|month|week|day|y|mo|wk)[\s-]?(?:olds?|o)(?!\w)",
        # a variant of a protein, with its gene: "UL97 C592G", "BRAF V600E"
        r"(?<![\w\-])(?:[A-Z][A-Z0-9]{1,6}\s)?[ACDEFGHIKLMNPQRSTVWY]\d{2,4}[ACDEFGHIKLMNPQRSTVWY](?![\w\-])",
        r"(?<!\w)NCT\d{8}(?!\d)|(?i:\bgenbank(?: accession)?(?: (?:no|numbers?)\.?)?[:\s]{1,2})[A-Z]{1,2}_?\d{5,8}(?:\.\d)?",
        r"(?<!\w)[A-Z][\w\-]{2,25}\s?[<>≤≥]\s?\d[\d.]*",
    )
)
_WORDED = tuple(
    re.compile(pattern)
    for pattern in (
        # authors; "Nkechi RN, Bo RT" are on the ward
        r"(?<!\w)[A-Z][\w\-]{1,20}\s(?!(?:RN|RT|MD|NP|DO|LPN|RRT|CNA|PT|OT)\b)[A-Z]{1,3}(?:\s(?:Jr|Sr)\.?)?(?:,\s[A-Z][\w\-]{1,20}\s[A-Z]{1,3}(?:\s(?:Jr|Sr)\.?)?){1,9}(?![\w])(?=[.,]?\s(?:[A-Z]|et al))",
        r"(?i:\b(?:funded|supported|funding|grants?)\s(?:by|from))\s[^.\n]{3,150}",
        r"(?<!\w)(?:The\s)?(?:Cleveland Clinic|Mayo(?: Clinic)?|(?:Johns )?Hopkins|Stanford|Duke|Harvard|Yale|Vanderbilt|UCSF|MGH)\s(?:calculator|numbers|criteria|score|risk|model|series|data|protocol|guidelines?|nomogram|manual|handbook)",
        r"(?<!\w)(?:Arctic Sun|Alma-Ata|Taipei (?:declaration|Declaration)|Oviedo Convention|Kigali modification|Boston (?:vs\.?|or|and|versus) Copenhagen|Copenhagen (?:vs\.?|or|and|versus) Boston)(?!\w)",
        r"(?<!\w)(?:[1-3](?:st|nd|rd)|first|second|third)[ -]degree(?!\w)",
        r"(?<![\w.\-])[A-Z]\.\s[a-z]{5,25}(?!\w)",
        r"\bSt\.?\sJohn['’]?s[\s-]wort",
        _CRITERIA,
        r"(?<!\w)(?:Belmont (?:warmer|rapid infuser|Report)|Denver (?:protocol|shunt|Developmental)|Bair Hugger|Lille (?:score|model)|Tuskegee|Declaration of Helsinki|Nuremberg(?: Code)?)(?!\w)",
    )
)
_DRUG_DOSE = re.compile(r"(?<![\w])([A-Za-z][a-z]{4,20})\s\d{1,4}(?:\.\d+)?(?![\w/\-]|\.\d)")


_WATCHED_WORDED, _WATCHED_NUMERIC = prefilter.watch_all(_WORDED), prefilter.watch_all(_NUMERIC)


def measures(document: Document) -> list[Span]:
    """Spans of measurements, doses, sizes, scores and public registry numbers in the plain view."""
    text, possible = document.view.text, document.possible
    spans = [
        match.span() for number, pattern in _WATCHED_WORDED if number in possible for match in pattern.finditer(text)
    ]
    numeric = [pattern for number, pattern in _WATCHED_NUMERIC if number in possible]
    spans.extend(
        match.span()
        for low, high in document.around_digits
        for pattern in numeric
        for match in pattern.finditer(text, low, high)
    )
    spans.extend(match.span() for match in _DRUG_DOSE.finditer(text) if lexicon.is_drug(match.group(1).lower()))
    return spans
