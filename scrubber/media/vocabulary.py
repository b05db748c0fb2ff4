"""The few words that may stay readable in a picture: laterality, positions, leads, units, measurements.

Everything else is covered. A word is here only when it can neither be nor hide a name, a date or a number of a person: no short
name of a month in any language but "avr", which stands alone ("oct" of tomography, "gen" of a console), or "16-Oct-2024" would stay.
"""

import re
from collections.abc import Sequence

SIDES = "l r lt rt left right bilateral ap pa lat lateral oblique axial sagittal coronal"
POSITIONS = (
    "supine prone erect upright sitting standing semi portable mobile decub decubitus inspiration expiration insp exp "
    "a p h f s i anterior posterior superior inferior medial head feet foot view flex flexion ext extension neutral "
    "mlo lmlo rmlo lcc rcc lml rml xcc"
)
LEADS = "i ii iii avr avl avf v1 v2 v3 v4 v5 v6 v3r v4r rhythm"
QUANTITIES = (
    "mi tis tib tic tim fr hr bpm gain gn depth freq frq pwr wl ww wc w c zoom kvp kv mas ma te tr fov thk sl nex fa "
    "thi harm persist map d fps prf wf sv rate thickness spacing dist distance area vol volume length scale"
)
UNITS = (
    "mm cm m um µm μm nm mm2 cm2 cm3 ml cc l mm/s mm/sec mm/mv cm/s m/s cm/sec mv hz khz mhz ghz db % dB fps bpm /min kv kvp ma "
    "mas mgy mgycm ms msec s sec min deg ° hu x t"
)
MODES = "b m cw pw cf cfi cpa color colour doppler 2d 3d 4d res pen t1 t2 flair dwi adc swi stir fs pd cta mra mip mpr"
TISSUES = "bone lung soft tissue brain abdomen mediastinum contrast pre post iv arterial venous portal delayed phase"
# what consoles write beside a measurement or a series; no eponyms, which are names, and nothing a date or number follows
ECHO = "lvidd lvids ivsd ivss lvpwd lvpws lvot tapse mapse psv edv vmax vmean vti pgmax pgmean venc bpd hres focus linear convex sector"
SERIES = (
    "dfov sfov tilt recon helical spiral std eff pitch kernel matrix cor sag tra tse fse gre epi tof mprage pdw t1w t2w fatsat etl "
    "rao lao rpo lpo semierect xtable axillary odontoid inlet outlet frogleg mortise skyline"
)
TRACE = "ecg ekg filter qrs qtc qt pr rr lead leads axis axes sinus"
BREATH = "fev1 fvc pef fef dlco tlc frc pred lln"
VESSELS = "rca lca lad lcx lmca cran caud"
SONOGRAM = (
    "ga hc ac fl crl efw nt mva ef la ao lv rv ra ivc pht lvef gls rvsp hpen cpd tgc vasc msk renal cardiac gyn abd dyn"
)
MONITOR = "spo2 nibp ibp abp resp etco2 pulse temp cvp pap art pvc sys dia"
SCOPE = "nbi wli bli lci eh ce gt gr"
EYES = "od os rnfl gcl gcc ilm rpe nasal temporal cst quality signal strength ir macula disc fovea central microns md psd vfi ght iop acd k1 k2"
RADIOGRAPH = "grid exi dx weight bearing stress"
SECTION = "ihc ki67 ki-67 cd3 cd20 her2 giemsa gram objective obj"
# DICOM (0018,5100): head or feet first, supine, prone or decubitus
IN_THE_GANTRY = "hfs hfp hfdr hfdl ffs ffp ffdr ffdl"
DOSE = "ctdi ctdivol dlp dap"
PARTS = (
    "arm forearm leg thigh calf wrist elbow shoulder knee ankle hip hand foot finger toe pelvis spine skull neck chest thorax breast "
    "eye ear heart liver kidney spleen pancreas bladder gallbladder aorta uterus ovary thyroid prostate"
)
LABORATORY = (
    "sodium potassium chloride creatinine urea bun glucose wbc rbc hb hgb hct plt crp esr alt ast alp ggt bilirubin albumin calcium hba1c inr "
    "troponin lactate ph pco2 po2 hco3 platelets haemoglobin hemoglobin hematocrit haematocrit leukocytes leucocytes erythrocytes lymphocytes "
    "neutrophils monocytes eosinophils basophils alat asat ferritin transferrin tsh ft4 ft3 ldh ck magnesium phosphate triglycerides "
    "cholesterol hdl ldl d-dimer ptt aptt mcv mch mchc rdw mpv gfr egfr bnp procalcitonin amylase lipase folate "
    "result unit units ref reference range value analyte analyse flag"
)
CONCENTRATIONS = (
    "mg/l mg/dl g/l g/dl ug/l µg/l mmol/l umol/l µmol/l nmol/l pmol/l u/l iu/l miu/l mu/l ng/ml ng/l pg/ml meq/l fl pg mmhg 10^9/l x10^9/l "
    "10^12/l x10^12/l"
)
OTHER = "stain he h&e pas scale bar and no of min max mean std avg sd"

MARKS = (
    SIDES,
    POSITIONS,
    LEADS,
    QUANTITIES,
    UNITS,
    MODES,
    TISSUES,
    ECHO,
    SERIES,
    TRACE,
    BREATH,
    VESSELS,
    IN_THE_GANTRY,
)
# heads of tables: behind them a number may be a patient's ("Ref 4471", "No. 4471", "Unit 12")
HEADS = frozenset("result unit units ref reference range value analyte analyse flag no".split())
DEVICES = (SONOGRAM, MONITOR, SCOPE, EYES, RADIOGRAPH, SECTION)
VALUES = (DOSE, PARTS, LABORATORY, CONCENTRATIONS, OTHER)
WORDS = frozenset(" ".join((*MARKS, *DEVICES, *VALUES)).lower().split())
MEASURED_IN = frozenset(f"{UNITS} {CONCENTRATIONS}".lower().split())
NUMBER = re.compile(r"[-+±<>~]?\d{1,4}(?:[.,]\d{1,3})?")
MEASURE = re.compile(r"([-+±<>~]?\d{1,4}(?:[.,]\d{1,3})?)([a-zµμ°%/]{1,7}[23]?)")
NAMED_VALUE = re.compile(r"([a-z]{1,6})[:=]?(\d{1,4}(?:[.,]\d{1,3})?)([a-zµμ°%/]{0,7})")
DYNAMIC_RANGE = re.compile(r"dr\s?:?\s?\d{2,3}(\s?db)?", re.IGNORECASE)  # not "Dr" before a name
# reference values of a laboratory, or a filter; days of two months look so too ("3.5-8.8"), so alone they do not stay (`looking`)
DECIMALS = re.compile(
    r"[<>]?(?:\d{1,3}[.,]\d|0[.,]\d{1,3})\s?[-–]\s?\d{1,3}(?:[.,]\d)?(?:\s?hz)?(?=\s|$)", re.IGNORECASE
)
DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}:\d{2}")
# People are called so too (the commoner names of US Census lists): such words stay beside others, not among themselves, and
# those that are given names or short family names not alone.
GIVEN = frozenset("max tim rao lao thi tse alt ast alp bun ga ac la ao ra art dia eh ce".split())
NAMES_TOO = GIVEN | frozenset(
    "min post head bone brain lung pen res hand foot knee eye ear finger heart kidney toe lad ref range abd pulse temp pap signal weight stress gram gr dx".split()
)
# Read as one another: "Tlb 0.7", "mlU/L", "Sp02"; what people are called as well ("Li", "Vi") is left out
LOOK_ALIKE = str.maketrans("l1|0", "iiio")
LOOKS = frozenset(word.translate(LOOK_ALIKE) for word in WORDS)
NAMES_THAT_LOOK = frozenset("il li ti si wi avi mio dip eti vi lil ill lii lv".split())
GESTATION = re.compile(r"\d{1,2}w(?:\d?d)?")  # weeks and days
# a number that may be a day and a month: it stays beside what it measures
DAY_AND_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])")
YEAR = re.compile(r"(?:19|20)\d\d")
APRIL = "avr"  # in French: the lead stands without a number
LONG_NUMBER = re.compile(r"\d{5,}|\d[\d\s-]{6,}\d")
SHORTEST_CUT = 3  # letters of a word cut by the edge of a picture
MOST_TOKENS = 8
PLAIN_NUMBERS = 3  # more bare numbers in one line than this look like an identifier written in groups


def is_clinical(text: str) -> bool:
    """Whether every token of a line is in the vocabulary and nothing in it is like a date or an identifier."""
    if DYNAMIC_RANGE.fullmatch(text):
        return True
    tokens = re.sub(r"[,;:=()\[\]|*]+(?=\s|$)|(?<=\s)[(\[|*]+|^[(\[|*]+", " ", text.lower().replace("×", "x")).split()
    if not tokens or len(tokens) > MOST_TOKENS or _is_day_or_number(text, tokens):
        return False
    words = [token for token in tokens if len(token) > 1 or not token.isalpha()]  # "Tim L": a letter may be an initial
    if words and NAMES_TOO.issuperset(words) and (len(words) > 1 or words[0] in GIVEN):
        return False
    return all(_is_clinical_token(token) for token in tokens)


def _is_day_or_number(text: str, tokens: Sequence[str]) -> bool:
    """Whether something in a line may be a date, a time, a year or the number of a person."""
    numbers = sum(map(is_number, tokens))
    if DATE.search(DECIMALS.sub(" ", text)) or LONG_NUMBER.search(text) or numbers > PLAIN_NUMBERS:
        return True
    if numbers == len(tokens) and any(map(YEAR.fullmatch, tokens)):
        return True
    if not any(map(str.isalpha, text)) and any(map(DAY_AND_MONTH.fullmatch, tokens)):
        return True
    parts = re.findall(r"[^\W\d_]+|\d+", text.lower())
    return any(map(str.isdigit, parts)) and (APRIL in parts or not HEADS.isdisjoint(parts))


def is_number(text: str) -> bool:
    """Whether a line or a token is a plain number and nothing else."""
    return bool(NUMBER.fullmatch(text.strip()))


def is_range(text: str) -> bool:
    """Whether a line is nothing but two decimals: reference values, or days of two months."""
    return bool(DECIMALS.fullmatch(text.strip()))


def reads_alike(text: str, other: str) -> bool:
    """Whether two readings have the same letters and figures, those that are read as one another allowed for: "vi", "V1"."""
    one, two = ("".join(filter(str.isalnum, part.lower())).translate(LOOK_ALIKE) for part in (text, other))
    return one == two


def is_cut_word(text: str) -> bool:
    """Whether all letters but the last are those of a word of the vocabulary that is as long."""
    return len(text) >= SHORTEST_CUT and any(
        len(word) == len(text) and word[:-1] == text[:-1].lower() for word in WORDS
    )


def _is_clinical_token(token: str) -> bool:
    token = token.strip(".,;:")
    if token in WORDS or NUMBER.fullmatch(token) or DECIMALS.fullmatch(token) or GESTATION.fullmatch(token):
        return True
    if token.translate(LOOK_ALIKE) in LOOKS and token not in NAMES_THAT_LOOK and not token.isdigit():
        return True
    if measure := MEASURE.fullmatch(token):
        return measure[2] in MEASURED_IN
    if named := NAMED_VALUE.fullmatch(token):
        return named[1] in WORDS and (not named[3] or named[3] in MEASURED_IN)
    parts = re.split(r"[/x\-+]", token)
    if any(map(YEAR.fullmatch, parts)):
        return False
    return len(parts) > 1 and all(part in WORDS or NUMBER.fullmatch(part) for part in parts if part)
