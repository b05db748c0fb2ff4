"""What looks like an identifier and is medicine: eponyms, trials, drugs, citations. Shields yield to strong cues."""

from __future__ import annotations

import re

from scrubber import eponyms, lexicon, measures, operators, phrases
from scrubber.findings import Candidate
from scrubber.prefilter import prefilter
from scrubber.registry import Document
from scrubber.spans import Span, Spans

_EPONYM_TAIL = (
    r"(?:'s|')?\s(?:disease|syndrome|sign|signs|test|tests|phenomenon|law|triad|pentad|tetrad|maneuver|manoeuvre|catheter|tube|drain|scissors|forceps|clamp|retractor|elevator|needle|suture|knot|procedure|operation|"
    r"repair|fracture|palsy|paralysis|reflex|lymphoma|sarcoma|tumou?r|disorder|anemia|anaemia|thyroiditis|ophthalmopathy|orbitopathy|encephalopathy|score|scale|criteria|classification|class|index|stage|staging|grade|grading|"
    r"formula|equation|nodes?|nodules?|bod(?:y|ies)|cells?|lines?|rings?|pouch|duct|gland|canal|triangle|ligament|membrane|fascia|space|point|area|method|technique|approach|incision|position|stain|agar|broth|medium|"
    r"contracture|deformity|dystrophy|ataxia|chorea|dementia|esophagus|oesophagus|ulcers?|hernia|diverticulum|cyst|spots?|plaques?|purpura|vasculitis|arteritis|colitis|pneumonia|fever|rash|mask|valve|stent|shunt|graft|flap|"
    r"plate|nail|wire|pin|frame|collar|splint|brace|bandage|dressing|boot|loop|limb|hook|model|curve|plot|regimen|protocol|trial|study|guidelines?|consensus|recommendations?|rules?|questionnaire|inventory|"
    r"respirations?|breathing|gait|facies|nails|lines|crisis|effect|waves?|block|murmur|pulse|angle|view|factor|antigen|antibody|virus|bacillus|transform|correction|estimator|analysis|regression|hazards?|u\b|rank|curve|coefficient|distribution|exact|square|type|plexus|ligaments?|views?|zones?|ratio|iron|feeds?|drains?|blades?|airway|circuit|lobes?|tubercles?|cysts?|sinus|foramen|crest|notch|"
    r"rosettes?|tract|nucleus|bundle|portal|fundoplication|bypass|anastomosis|dislocation|nomogram|diet|assay|analy[sz]er|library|kit|monitor|pump|probe|"
    r"cannula|ventilator|calculator|series|reflexes|fibres?|fibers?|crystals?|granules?|inclusions?|crescents?|islands?|corpuscles?)\b"
)
#: possessive quantifiers: a long run of hyphenated capitals must not be tried in every way
_EPONYM = re.compile(r"[A-Z][\w\-]{1,25}+(?:[\s\-–][A-Z][\w\-]{1,20}+){0,2}+" + _EPONYM_TAIL)
_POSSESSIVE = re.compile(
    r"\b(?:Alzheimer|Parkinson|Crohn|Hodgkin|Graves|Cushing|Addison|Bell|Raynaud|Hashimoto|Barrett|Behcet|Wilson|Paget|Huntington|Tourette|Asperger|Down|Sjogren|Sjögren|Kawasaki|Goodpasture|Still|Takayasu|Whipple|Meniere|Ménière|Dupuytren|Peyronie|Turner|Murphy|McBurney|Kernig|Brudzinski|Romberg|Tinel|Phalen|Homan|Courvoisier|Kocher|Babinski|Ringer|Lou Gehrig|Bartholin|Mohs|Baker|Colles|Achilles)'s?(?!\w)(?<=s)"
)
_EPONYM_ALONE = re.compile(
    r"\b(?:Ehlers-Danlos|Guillain-Barr[eé]|Stevens-Johnson|Babinski|Romberg|Kernig|Brudzinski|Tinel|Phalen|Lachman|McMurray|Foley|Trendelenburg|Valsalva|Doppler|Hartmann|Coombs|Papanicolaou|Billroth|Roux|Apgar|Gleason|Breslow|Mallory-Weiss|Zenker|Pott|Rinne|Epley|Dix-Hallpike|Heimlich|Kegel|Bartholin|McRoberts|Braxton[\s-]Hicks|Crohn|Hodgkin|Alzheimer|Parkinson|Hashimoto|Raynaud|Behcet|Sjogren|Sjögren|Kaposi|Burkitt|Ewing|Wilms|Klinefelter|Marfan|Dupuytren|Peyronie|Takayasu|Kawasaki|Wegener|Goodpasture)\b"
)
_TRIAL = re.compile(
    r"(?:\b(?:the\s)?[A-Z][\w\-]{2,25}(?:\s[A-Z][\w\-]{2,20})?[^\S\n](?:Heart Study|Cardiomyopathy Questionnaire|Study|Trial|Cohort|Criteria|Protocol|Consensus|Guidelines?|Classification|Score|Scale|Declaration|Definition|Coma Scale|Registry|Biobank|Questionnaire|Index|Staging|agreement|virus|fever|encephalitis|flu|variant|criteria|consensus|classification|guidelines?|statement|score|scale|trial|study|registry|cohort|infirmary pattern))\b"
)
_AUTHOR, _IN_YEAR = r"[A-Z][\w'\-]{1,25}", r"(?:19|20)\d{2}[a-z]?"
#: "Okafor et al.", "Okafor and Lee 2019", "(Okafor, 2019)", "Okafor (2019) showed"; "from Leeds (2019)" is no citation
_ET_AL = re.compile(
    rf"{_AUTHOR}(?:,?\s(?:[A-Z]{{1,3}}|(?:and|&)\s{_AUTHOR}))?,?\s(?:et\.?\sal\b\.?|and colleagues|and coworkers)|"
    rf"{_AUTHOR}\s(?:and|&)\s{_AUTHOR},?\s\(?{_IN_YEAR}\b\)?|(?<![Rr]ecords )(?<![Nn]otes )(?<![Ss]cans )(?<![Cc]harts )\({_AUTHOR},?\s{_IN_YEAR}\)|"
    rf"\({_AUTHOR}(?:,\s{_AUTHOR}){{0,5}},\s[A-Z][A-Za-z ]{{1,30}}\s{_IN_YEAR}\)|"
    rf"{_AUTHOR}\s\(?{_IN_YEAR}\)?(?=\s(?:show|found|report|describ|propos|suggest|demonstrat|review|conclu|argu|compar|stud|publish|recommend|defin|"
    r"criteria|guideline|meta|trial|paper|update|classif|consensus|cohort|data))"
)
_REFERENCE = re.compile(
    r"(?:[A-Z][\w'\-]{0,24}[a-z]\w{0,24} (?!(?:RN|MD|DO|NP|PA|PT|OT|RT|SW|GP|LPN|CNA|CNM|OK|ED|ER|ICU|CT|MRI|US|IV|PO|AM|PM|ID|ECG|EKG|EEG|CXR|BP|HR|UTI|DVT|PE|MI|TIA|AF)\b)[A-Z]{1,3}(?:, |\. )){1,8}"
    r"(?:et al|[A-Z\d][^.\n]{8,200}\. [A-Z][\w&:. ]{1,60}[.;,]? ?(?:19|20)\d\d(?!\d))"
)
#: "Gupta, NEJM 2024;390", "Saez de la Fuente (JPEN 2016;40:250)", "Schabelman & Kuo, J Emerg Med 2012;42:488"
_IN_A_JOURNAL = rf"(?:(?:,\s|\s(?:&|and)\s){_AUTHOR}){{0,4}}(?:,\s|\s\(|\s)(?:[A-Z][\w&.]{{0,15}}\s){{1,5}}{_IN_YEAR};\s?\d{{1,4}}(?:\(\d[^()\s]{{0,8}}\))?:"
_CITED = re.compile(rf"{_AUTHOR}(?:(?:\s(?:de|la|van|der|von|den|di|ten|ter|el|al)){{1,3}}\s{_AUTHOR})?{_IN_A_JOURNAL}")
_CITED_BEHIND = re.compile(_IN_A_JOURNAL)
_PUBLIC = re.compile(
    r"\b(?:doi[:\s]{0,2}|(?:https?://)?(?:dx\.)?doi\.org/)?10\.\d{4,9}/[^\s\"<>]{2,120}|\b(?:PMIDs?|PMCID|PMC|NCT|ISRCTN|ISBN(?:-1[03])?|ISSN|ACTRN|EudraCT|CRD|ICD-?(?:9|10|11)(?:-CM|-PCS)?|CPT|LOINC|SNOMED(?: CT)?|OMIM|MIM|ORPHA|HP|RxCUI|NDC|CAS|arXiv|GenBank|NM_|(?-i:rs))[:\s#]{0,3}[A-Z]?\d[\w.\-]{2,25}",
    re.I,
)
_CITATION = re.compile(
    r"\b(?:19|20)\d{2}(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?;\s?\d{1,4}(?:\(\d{1,3}(?:-\d{1,3})?\))?:\s?[eE]?\d{1,6}(?:[-–]\d{1,6})?"
)
#: people medicine is named after, and dyes and places that read like a first and a last name
_FOREBEARS = re.compile(
    r"\b(?:Marcus Gunn|Austin Flint|Graham Steell|Carey Coombs|Gr[ae]y Turner|Argyll Robertson|Miller Fisher|Ramsay Hunt|Sister Mary Joseph|"
    r"Charles Bonnet|Lou Gehrig|Hunter Hurler|Claude Bernard|Paul Bunnell|Rose Bengal|Ann Arbor|Jackson[ -]Pratt|Mary Joseph|Bence Jones|"
    r"Hill Sachs|Lewy|Louis Bar|Charles Prentiss|Austin[ -]Moore|Van Herick|Sion Blue|Harris[ -]Galante|Birmingham Hip|Oxford Uni|Sheldon[ -]Catheter|Clark Kent|Trail Making|Beck Depression|Young Mania|Columbia Suicide|Miller[ -]Galante|Judkins Left|Judkins Right|Lloyd Davies|Joel Cohen|St\\.? Mark's Position|Rhys Davies|Maryland forceps|Johns Hopkins (?:grade|scale)|Stanley Milgram|Phineas Gage|Little Albert|Kitty Genovese|Typhoid Mary|Rosenthal Effect|Anton Babinski|Russell Silver|Smith Lemli Opitz|Smith Magenis|Dandy Walker|Russell Bodies|Holt Oram|"
    r"Robert Koch|Louis Pasteur|Joseph Lister|William Osler|Florence Nightingale|Ignaz Semmelweis|John Snow|Edward Jenner|"
    r"Alexander Fleming|James Parkinson|Alois Alzheimer|George Huntington|Thomas Addison|Thomas Hodgkin|Robert Graves|Harvey Cushing|"
    r"Burrill Crohn|Charles Bell|William Harvey|Rudolf Virchow|Theodor Billroth|Virginia Apgar|Helen Taussig|Henry Gray|Percivall Pott|"
    r"Astley Cooper|Langdon Down|Jean-Martin Charcot|Joseph Babinski|Maurice Raynaud|Hakaru Hashimoto|Tomisaku Kawasaki|Geoffrey Rose|(?:Austin )?Bradford Hill|Richard Doll|Archie Cochrane|Henrietta Lacks|Josef Mengele|John Hunter|Edward Bright|Richard Bright|Paul Ehrlich|Emil Kraepelin|Sigmund Freud|Carl Jung|Karl Landsteiner|Willem Einthoven|Werner Forssmann|Christiaan Barnard|Michael DeBakey|Denton Cooley|Alfred Blalock|Vivien Thomas|Elizabeth Blackwell|Rebecca Lee Crumpler|Jonas Salk|Albert Sabin|Abraham Flexner|Avedis Donabedian|Henry Beecher|Claude Beck|Peter Safar|Walter Reed virus|Le Fort|Campbell de Morgan|Dennie[ -]Morgan|Orphan Annie|Homer[ -]Wright|Call[ -]Exner|Schiller[ -]Duval|"
    r"Michaelis[ -]Gutmann|Gamna[ -]Gandy|Von Kossa|Ziehl[ -]Neelsen|Von (?:Willebrand|Hippel|Recklinghausen|Gierke|Meyenburg)|De (?:Quervain|Musset|Morsier)|Di George|"
    r"Van der Woude|Van Buchem|Martin[ -]Gruber|Riche[ -]Cannieu|Tyrer[ -]Cuzick|Paget[ -]Schroetter|Hoehn and Yahr|Lund and Browder|Pell and Gregory|Truelove and Witts|"
    r"Semmes[ -]Weinstein|Mantel[ -]Haenszel|Bland[ -]Altman|Hosmer[ -]Lemeshow|Garth Brooks sign|Loma Linda|Jackson[ -]Rees|Rhys[ -]Davies|Denis[ -]Browne|Bose[ -]Einstein)\b(?:\s(?:[IVX]{1,4}|\d|[A-E]))?(?!\w)"
)
#: a laboratory line as our own charts read it, "(mg/L; ref 0-5): day 228 88", and a pharmacological class
_MEASURED = re.compile(
    r"\bref(?:erence)?\.?\s\d[\d.,]*\s?[-–]\s?\d[\d.,]*|\bday\s-?\d{1,4}\s[<>]?\d[\d.,]*\b|"
    r"\b(?:alpha|beta|calcium|calcium channel|proton pump|receptor|H2|TNF|IL-\d+|PDE\d|angiotensin)[\s-](?:receptor\s)?"
    r"(?:blockers?|inhibitors?|agonists?|antagonists?)\b",
    re.I,
)
#: lines anybody may call: poison control, crisis lines
_PUBLIC_LINE = re.compile(
    r"(?<![\d-])(?:1[-\s.])?(?:\(?800\)?[-\s.]222[-\s.]1222|\(?800\)?[-\s.]273[-\s.](?:8255|TALK)|\(?800\)?[-\s.]662[-\s.](?:4357|HELP)|\(?800\)?[-\s.]799[-\s.](?:7233|SAFE))(?!\d)|(?<!\d)13 11 (?:26|14)(?!\d)"
)
#: towns that gave their name to a grade, with the grade: "West Haven 2-3", "Prague C3M5", "Ann Arbor IIB"
_GRADED_TOWN = re.compile(
    r"(?<!\bin )(?<!\bto )(?<!\bat )(?<!from )(?<!near )\b(?:West Haven|Ann Arbor|Van Nuys|Prague|Los Angeles|Montreal|Chicago|Vienna|Paris|Milan|Kyoto|Sydney|Bethesda|Lugano|Atlanta|Rome|Baveno|Banff|Oxford|"
    r"Edinburgh|Bristol|Nottingham|Manchester|Seattle|Cincinnati|Glasgow|Boston|Portland|Edmonton|Philadelphia|Brisbane|Toronto|Copenhagen|Geneva|Gothenburg|"
    r"Stanford|Lille|Ottawa|Munich|Cambridge|Amsterdam|Denver|Wagner|Rotterdam|Marburg)\s"
    r"(?:(?:grade|stage|type|class|score|criteria|category|index|scale|scoring|classification|definition|protocol|prep)\b(?:\s(?:[0-9][\d\-/.]{0,6}|[IVX]{1,4}[A-Ea-e]?|[A-D])(?!\w))?|"
    r"(?:[0-9](?:[-–/][0-9])?|[IVX]{1,4}[A-Ea-e]?|[A-D]\d?M?\d?)(?![\w/.])(?!\s(?:days?|weeks?|years?|months?|times|hours?)))"
)
#: rules strong enough to win over a shield
_STRONG = frozenset(
    {
        "name.title",
        "name.owner",
        "name.handled",
        "name.signed",
        "name.accompanied",
        "name.aged",
        "employer.cue",
        "city.county",
        "room",
        "field.person",
        "field.caps",
        "field.signature",
        "field.degree",
        "field.dear",
        "must_hide",
    }
)


def protected(text: str) -> Spans:
    """Spans nothing may touch: tokens of an earlier scrub."""
    return Spans(match.span() for match in operators.written_before(text))


_SHIELDS = prefilter.watch_all(
    (
        _FOREBEARS,
        _EPONYM,
        _POSSESSIVE,
        _EPONYM_ALONE,
        _TRIAL,
        _ET_AL,
        _PUBLIC,
        _CITATION,
        _CITED,
        _REFERENCE,
        _MEASURED,
        _GRADED_TOWN,
        _PUBLIC_LINE,
    )
)


def _named_in_medicine(document: Document) -> list[Span]:
    """Spans of clinical and literature language in the plain view."""
    text, possible = document.view.text, document.possible
    found = (match.span() for number, pattern in _SHIELDS if number in possible for match in pattern.finditer(text))
    return [*phrases.known(text), *found]


#: what may stand between two neighbouring shields
_GLUE = re.compile(r"[\s,/\-–.;]{0,2}")


def clinical(document: Document) -> list[Span]:
    """Shields in the plain view: also eponyms that stand alone and measurements; neighbours form one shield.

    ``document`` remembers those that also shield from a name found elsewhere.
    """
    text = document.view.text
    document.shielded = _named_in_medicine(document)
    spans = sorted([*document.shielded, *eponyms.bare(text), *measures.measures(document)])
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and (start <= joined[-1][1] or _GLUE.fullmatch(text, joined[-1][1], start)):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


#: what a paper or guideline may name without identifying anybody
_PUBLIC_IN_PRINT = frozenset(
    "NAME INITIALS CITY LOCATION HOSPITAL EMPLOYER OCCUPATION DATE URL HANDLE OTHERID ROOM AGE DEVICE ACCOUNT LICENSE PHOTO".split()
)


def identifies_even_in_print(candidate: Candidate) -> bool:
    """True for what has no place in a paper: a titled or labelled person, a telephone number, a record number."""
    if candidate.rule in _STRONG or candidate.rule == "date.born":
        return True
    return candidate.category not in _PUBLIC_IN_PRINT and not candidate.rule.startswith(
        ("tagger.", "phone.seven", "plan")
    )


#: before a town, and behind what is named after one
_WHERE = re.compile(r"\b(?:in|from|at|to|near|outside|of)\s$", re.I)
_NAMED_AFTER_IT = re.compile(
    r"(?:['’]s)?[\s-](?:criteri|classif|score|scale|grade|stag|system|consensus|study|trial|cohort|protocol|definition|virus|declaration|agreement|disease|fever|risk|rules?|index|I{1,3}V?\b|\d)"
)
#: score of the taggers to which a shield yields, unless medicine knows the words
_SURE = 0.97
#: the same for a town behind "in" or "from", whatever is named after it
_SURE_OF_A_TOWN = 0.75
#: and for a house of care named by one word, where one can be or be sent: "transferred to Barnes."
_SURE_OF_A_HOUSE = 0.6
#: "4L" is litres, or a bed
_DOOR = re.compile(r"\d{1,2}[A-Z]")
_AT_OR_TO = re.compile(r"\b(?:at|to|from)\s$")
_ENDS_A_CLAUSE = re.compile(r"\s?(?:[.,;)\n]|$)|\s(?:\d{1,2}/|and|for|where|on|by|in|ED|ER|ICU)\b")
#: and for a very common first name written as one: "GRACE" is a score, "Grace" hardly ever
_SURE_OF_GRACE = 0.9


def _is_where_one_is(text: str, start: int, end: int) -> bool:
    """Whether one capitalised word stands as a place does, with nothing behind it that could be named after somebody."""
    return (
        text[start:end].istitle()
        and _AT_OR_TO.search(text, max(0, start - 5), start) is not None
        and _ENDS_A_CLAUSE.match(text, end) is not None
    )


def _is_surely_somebody(candidate: Candidate, text: str) -> bool:
    """ "58M Abdelkarim Zerrouki loop ileostomy": what the taggers are sure of, and no eponym and no phrase."""
    if candidate.rule == "tagger.room":
        return candidate.score >= _SURE and _DOOR.fullmatch(text, candidate.start, candidate.end) is not None
    if candidate.rule not in ("tagger.name", "tagger.place", "tagger.hosp", "tagger.work"):
        return False
    if _CITED_BEHIND.match(text, candidate.end):
        return False
    if candidate.rule == "tagger.place" and _WHERE.search(text, max(0, candidate.start - 8), candidate.start):
        return candidate.score >= _SURE_OF_A_TOWN and not _NAMED_AFTER_IT.match(text, candidate.end)
    if candidate.rule in ("tagger.hosp", "tagger.work") and _is_where_one_is(text, candidate.start, candidate.end):
        return candidate.score >= _SURE_OF_A_HOUSE
    words = re.findall(r"[^\W\d_]{2,}", text[candidate.start : candidate.end])
    if len(words) == 1 and words[0].istitle() and lexicon.first_name(words[0].lower()) >= 6:
        return candidate.score >= _SURE_OF_GRACE and not _NAMED_AFTER_IT.match(text, candidate.end)
    if candidate.score < _SURE:
        return False
    around = text[max(0, candidate.start - 40) : candidate.end + 40]
    return (
        bool(words)
        and not any(lexicon.is_clinical_name(word.lower()) or lexicon.is_named_after(word.lower()) for word in words)
        and not any(words[0].lower() in around[low:high].lower() for low, high in phrases.known(around))
    )


#: they know themselves what else is called so: "Tet spell"
_FEASTS = frozenset({"date.holiday", "date.feast", "date.feast.capital"})


def allows(candidate: Candidate, shields: Spans, text: str) -> bool:
    """False when a weak candidate lies inside a shield of ``text``."""
    if candidate.rule in _STRONG or _is_surely_somebody(candidate, text):
        return True
    if candidate.rule in _FEASTS and text[candidate.start : candidate.end].lower() != "tet":  # the injection
        return True
    if candidate.category not in {
        "NAME",
        "INITIALS",
        "CITY",
        "HOSPITAL",
        "LOCATION",
        "OTHERID",
        "DATE",
        "URL",
        "PHONE",
        "OCCUPATION",
        "HANDLE",
        "ROOM",
        "EMPLOYER",
        "VEHICLE",
    }:
        return True
    return not shields.cover(candidate.start, candidate.end)
