"""Words of medicine that read like names: eponyms standing alone, brands, abbreviations, organisms, short specialties."""

from __future__ import annotations

from functools import lru_cache

from scrubber import lexicon
from scrubber.training.slots.base import Draw, Segment
from scrubber.training.values.clinical import items

_SHORT = (
    "Physio|Derm|Cards|Neuro|Ortho|Heme|Onc|Renal|Gastro|Micro|Psych|Surg|Haem|Rheum|Endo|Uro|Gynae|Obs|Anaesthetics|Paeds|Peds|Rads|Path|"
    "Pharmacy|Dietetics|Resp|Pulm|Vascular|Plastics|Max fax|Neurosurg|Geris|Pall care|Pain|Tox|Audiology|Podiatry|Speech|Nutrition|Wound care|"
    "Stoma|Chaplaincy|Radiology|Cardiology|Surgery|Nursing|Triage|Theatre|Recovery|Dialysis|Genetics|Transfusion|Bed management|Social work"
)
_GENUS = ("Actino Aero Alcali Arcano Bacill Bartho Brevi Burk Capno Chryseo Clado Coryne Crypto Curvu Dermato Eiken Elizabeth Entero Erysipel Fuso "
    "Gemel Granuli Haemo Histo Kluy Kocur Lepto Lomento Malasse Micro Mora Myco Neo Nocar Ochro Oligel Paeni Pandor Pasteur Pepto Plesio Porphyro "
    "Prevo Propi Proto Raoul Rhodo Roseo Saksen Scedo Serra Shewan Spiro Streno Strepto Talaro Tricho Urea Vari Veillon Wohl Yers Zygo").split()  # fmt: skip
_GENUS_END = "bacter bacterium coccus monas myces nella ella ia ium phaga sporium stoma theca zoa rhiza philus".split()
_SPECIES = ("aeru albi aqua auri bov brevi cani capit carin ceren copr denti equi faec flav fragi fulv fum gland grise hirs homin indol influ jejun lact lugd "
    "lute marcesc mirab mucil multoc nigr odor oral ozae parap perfr pneum pyog rhin rubr sang septic simul sord sting subt tert vagin virid vulg xyl").split()  # fmt: skip
_SPECIES_END = "osa ensis icola ans ata iae inum ica alis atus oides idis ii".split()
_BRAND = "Ab Acti Adva Al Am Bel Bi Bri Ca Cele Cor Da Dil Du El En Epi Evo Fa Fen Flo For Ga Gly Hu In Jar Ka Ke Lo Lu Ly Mav Mi Mon Na Neo Nu O Ore Pan Per Pra Qui Re Ri Ro Sa Sim Sol Su Sy Ta Te Tre Tru Ul Va Ve Vi Vo Xa Xi Ya Ze Zo Zy".split()
_BRAND_MIDDLE = "ba ca cle co cto da di do fa flu ga ki la li lo lu ma mi mu na ni no pa pi po ra ri ro sa si so sta ta ti to tra va vi vo xa xi za zi zu".split()
_BRAND_END = "cort cin dex dine fen flex gen kis la lin lis lix max mig nta nza pro qa quin ris rix sa sept sta stat tra tyl va vex via vid vio vy xan xia zac zem zol zyme".split()


@lru_cache(maxsize=2)
def _lines(file: str) -> tuple[str, ...]:
    text = (lexicon.FOLDER / file).read_text(encoding="utf-8")
    return tuple(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


_VERBED = (
    "Intubated|Extubated|Proned|Sedated|Bolused|Cardioverted|Reintubated|Transfused|Lined|Catheterised|Diuresed|Ventilated|Weaned|Mobilised|Fasted|Scoped|Stented|"
    "Biopsied|Debrided|Irrigated|Splinted|Reduced|Plated|Nailed|Grafted|Explored|Packed|Sutured|Consented|Clerked|Reviewed|Discussed|Counselled|Rehydrated|Cultured|"
    "Treated|Swabbed|Vaccinated|Desensitised|Uptitrated|Downtitrated|Rechallenged|Restarted|Nebulised|Suctioned|Turned|Washed|Dressed|Monitored|Observed|Referred|Listed"
)
_CLIP = (
    "creps|chole|appy|trach|clinda|vanc|dapto|gent|amox|augmentin|levo|norad|norepi|phenyl|roc|sux|fent|midaz|ket|prop|benzos|nebs|pred|dex|methylpred|azithro|"
    "doxy|cipro|mero|pip tazo|cef|flucon|vori|acyclo|val|tac|cyclo|myco|ritux|pembro|nivo|carbo|taxol|doce|gem|cis|metho|hydroxychlor|allopur|colch|amio|dilt|metop|"
    "biso|rampi|amlo|furo|spiro|bumet|tolva|hep|enox|warf|apix|riva|clopi|asa|statin|atorva|metf|gliclaz|sema|dapa|empa|insulin|thyro|carbi|pramip|leve|valpro|"
    "lamo|carba|gaba|prega|sert|mirt|venla|quet|olanz|halo|lith|clozap|meth|bup|naltrex|tranq|molly|weed|coke|etoh|lap|ex lap|coloc|crani|thora|paras|bronch|endo|"
    "flexi|colo|echo|stress|cath|angio|dopp|duplex|tap|drain|peg|foley|stoma|graft|fistula|hernia|appendix|nodes|mets|recurrence|seroma|rash|wheeze|rhonchi|rales"
)
_LABEL = (
    "Dispo|Plan|Imp|Impr|Obs|Exam|Bloods|Imaging|Micro|Sens|Lines|Drains|Access|Airway|Breathing|Circulation|Disability|Exposure|Resp|CVS|Abdo|Neuro|Skin|Renal|"
    "Nutrition|Diet|Mobility|Mood|Sleep|Pain|Wound|Bowels|Bladder|Fluids|Lytes|Heme|Endo|Social|Collateral|Capacity|Escalation|Ceiling|Goals|Baseline|Function|Tasks|"
    "Jobs|Handover|Issues|Events|Subjective|Objective|Background|Indication|Technique|Comparison|Findings|Opinion|Comment|Sample|Stain|Flow|Karyotype|Grade|Margins|"
    "Immunostains|Cytology|Histology|Macroscopy|Microscopy|Aspirate|Trephine|Protocol|Sequence|Dose|Cycle|Regimen|Response|Toxicity|Consent|Counts|Offload|Footwear|Orthotics"
)
_THING = (
    "Bone|Bowel|Mouth|Skin|Foot|Eye|Hearing|Falls|Sepsis|Stroke|Pain|Sleep|Weight|Diet|Smoking|Alcohol|Driving|Travel|Vaccine|Cancer|Heart|Kidney|Liver|Lung|Memory|"
    "Frailty|Wound|Stoma|Line|Device|Pacing|Fertility|Menopause|Contraception|Thyroid|Diabetes|Asthma|Allergy|Headache|Tremor|Gait|Balance|Swallow|Voice|Hand|Spine|Burns"
)
_CONF = "Euro Inter Neuro Cardio Pedi Derm Onco Rad Path Gastro Rheum Neph Hep Uro Gyn Psych Anes Crit Fam Geri Sim Med Doc Doctor Ward Board Curb Pulm Renal Bone Heart Brain".split()
_CONF_END = "PCR CON Con Fest Live Cast Digest Prep Hub Minds Rounds siders Space Matters Weekly World Talk Bites Review Club Net Force".split()
_AMINO = "ACDEFGHIKLMNPQRSTVWY"


class MedicineSlots(Draw):
    """Slots for what is called like a person or written like initials, and is neither."""

    def s_lone(self, _: str) -> list[Segment]:
        """An eponym, mostly a listed one, sometimes any surname: lists of eponyms are never complete."""
        roll = self.rng.random()
        if roll < 0.7:
            return [Segment(self.rng.choice(_lines("clinical_names.txt")))]
        if roll < 0.85:
            return [Segment(self.people.mutated(self.rng.choice(_lines("clinical_names.txt"))))]
        return [Segment(self.people.word("L"))]

    def s_brand(self, _: str) -> list[Segment]:
        """A trade name, mostly an invented one."""
        if self.rng.random() < 0.3:
            return [Segment(self.rng.choice(_lines("clinical_names.txt")[-1200:]))]
        middle = "".join(self.rng.choice(_BRAND_MIDDLE) for _ in range(self.rng.choice((0, 1, 1, 2))))
        return [Segment(self.rng.choice(_BRAND) + middle + self.rng.choice(_BRAND_END))]

    def s_abbr(self, _: str) -> list[Segment]:
        """An abbreviation, mostly a listed one."""
        if self.rng.random() < 0.8:
            return [Segment(self.rng.choice(_lines("abbreviations.txt")))]
        return [
            Segment("".join(self.rng.choice("ABCDEFGHILMNOPRSTUV") for _ in range(self.rng.choice((2, 3, 3, 4, 4, 5)))))
        ]

    def s_short(self, _: str) -> list[Segment]:
        """A specialty or service as colleagues call it."""
        return [Segment(self.rng.choice(items(_SHORT)))]

    def s_genus(self, _: str) -> list[Segment]:
        """A genus nobody has described."""
        return [Segment(self.rng.choice(_GENUS) + self.rng.choice(_GENUS_END))]

    def s_species(self, _: str) -> list[Segment]:
        """A species nobody has described."""
        return [Segment(self.rng.choice(_SPECIES) + self.rng.choice(_SPECIES_END))]

    def s_roman(self, _: str) -> list[Segment]:
        """A stage or type."""
        return [Segment(self.one("I", "II", "III", "IV", "V"))]

    def s_ab(self, _: str) -> list[Segment]:
        """A subtype."""
        return [Segment(self.one("a", "b", "A", "B", "C"))]

    def s_verbed(self, _: str) -> list[Segment]:
        """What was done, as it opens a telegram."""
        return [Segment(self.rng.choice(items(_VERBED)))]

    def s_verbed2(self, _: str) -> list[Segment]:
        """What was done, in lower case."""
        return [Segment(self.rng.choice(items(_VERBED)).lower())]

    def s_clip(self, _: str) -> list[Segment]:
        """A clipped word of the wards."""
        return [Segment(self.rng.choice(items(_CLIP)))]

    def s_label(self, _: str) -> list[Segment]:
        """A heading of a note or report."""
        return [Segment(self.rng.choice(items(_LABEL)))]

    def s_thing(self, _: str) -> list[Segment]:
        """An everyday noun that opens a line with a capital."""
        return [Segment(self.rng.choice(items(_THING)))]

    def s_conf(self, _: str) -> list[Segment]:
        """A congress, podcast or application nobody has founded."""
        return [Segment(self.rng.choice(_CONF) + self.rng.choice(_CONF_END))]

    def s_mut(self, _: str) -> list[Segment]:
        """A variant of a protein in short."""
        return [Segment(f"{self.rng.choice(_AMINO)}{self.rng.randint(12, 980)}{self.rng.choice(_AMINO)}")]

    def s_lead(self, _: str) -> list[Segment]:
        """Leads of an electrocardiogram."""
        return [Segment(self.one("V1", "V2-V4", "V5", "V1-V3", "II, III, aVF", "aVR", "aVL", "I", "III", "V4R"))]
