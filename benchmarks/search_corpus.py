"""A generated forum for measuring search: invented posts about real conditions, reproducible by seed, with nobody in it.

Shared by the benchmarks and by the tests that compare the two engines.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate

import numpy as np

from search.documents import VECTOR_SIZE, Document

CONDITIONS = """giant cell arteritis|aortic dissection|pulmonary embolism|infective endocarditis|acute pancreatitis|diabetic ketoacidosis|
community acquired pneumonia|atrial fibrillation|heart failure|myasthenia gravis|multiple sclerosis|acute kidney injury|nephrotic
syndrome|lupus nephritis|polymyalgia rheumatica|rheumatoid arthritis|septic arthritis|bacterial meningitis|herpes encephalitis|
status epilepticus|ischaemic stroke|subarachnoid haemorrhage|iron deficiency anaemia|immune thrombocytopenia|multiple myeloma|
Hodgkin lymphoma|tumour lysis syndrome|ulcerative colitis|coeliac disease|autoimmune hepatitis|primary biliary cholangitis|variceal
bleeding|Kawasaki disease|intussusception|croup|bronchiolitis|preeclampsia|placental abruption|ectopic pregnancy|postpartum
haemorrhage|thyroid storm|adrenal crisis|phaeochromocytoma|Cushing syndrome|hypercalcaemia|hyponatraemia|anaphylaxis|serotonin
syndrome|neuroleptic malignant syndrome|delirium tremens|catatonia|toxic epidermal necrolysis|bullous pemphigoid|psoriasis|melanoma|
retinal detachment|optic neuritis|acute angle closure glaucoma|scaphoid fracture|compartment syndrome""".replace(
    "\n", " "
).split("|")
FINDINGS = """fever|rash|jaundice|dyspnoea|haemoptysis|syncope|palpitations|chest pain|back pain|headache|jaw claudication|diplopia|ptosis|
weakness|paraesthesia|ataxia|seizure|confusion|vomiting|diarrhoea|melaena|haematuria|oedema|weight loss|night sweats|lymphadenopathy|
splenomegaly|murmur|crackles|wheeze|stridor|hypotension|bradycardia|tachycardia|hypoxia|petechiae|purpura|blisters|ulcer|swelling"""
MEASURES = """HbA1c 58|CRP 120|troponin 45|ferritin 900|creatinine 240|sodium 118|potassium 6.2|lactate 4.1|D-dimer raised|CHA2DS2-VASc 3|
block 2:1|blood pressure 90/50|EF 35%|FEV1 1.2|INR 3.5|platelets 12|haemoglobin 62|ESR 98|BNP 1200|pH 7.12"""
DRUGS = """prednisolone 40 mg|infliximab 5 mg/kg|heparin|apixaban 5 mg|amoxicillin 500 mg|ceftriaxone 2 g|levetiracetam|insulin|labetalol|
furosemide 80 mg|rituximab|methotrexate 15 mg|azathioprine|ciclosporin|tocilizumab|adrenaline|amiodarone|magnesium|mannitol|fluconazole"""
GLUE = """the patient was seen on day 3 and|we started|after two doses of|there was no response to|we wondered about|imaging showed|the biopsy
was reported as|what would you do next with|has anybody seen|my first thought was|it settled with|repeat tests showed|in my experience|
the family noticed|on examination there was|the guideline suggests|we stopped|before discharge|the second opinion was|I would consider"""
SPECIALTIES = (
    "cardiology",
    "neurology",
    "rheumatology",
    "nephrology",
    "gastroenterology",
    "haematology",
    "paediatrics",
    "dermatology",
)
LABELS = ("unsolved", "solved", "discussion", "case_study")
KINDS = ("post", "post", "post", "post", "case", "topic")
START = datetime(2022, 1, 1, tzinfo=UTC)
DAYS = 1500
HANDLES = [f"member-{number}" for number in range(400)]


def _listed(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("|")]


class Forum:
    """Documents and questions, the same for the same seed.

    Args:
        size: how many documents.
        audiences: tokens dealt out to documents; a fifth of them get the second, and so on.
        vectors: give every document a random direction, near that of its condition.
    """

    def __init__(self, size: int, *, seed: int = 1, audiences: tuple[str, ...] = ("members",), vectors: bool = False):
        self.size, self.audiences, self.vectors, self._seed = size, audiences, vectors, seed
        self._conditions, self._findings = CONDITIONS, _listed(FINDINGS)
        self._measures, self._drugs, self._glue = _listed(MEASURES), _listed(DRUGS), _listed(GLUE)
        self._conditions = [" ".join(name.split()) for name in self._conditions]
        # Common things are common: the n-th condition is written about 1/n as often as the first.
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._conditions))))
        directions = np.random.default_rng(seed).standard_normal((len(self._conditions), VECTOR_SIZE))
        self._directions = directions / np.linalg.norm(directions, axis=1, keepdims=True)

    def documents(self) -> Iterator[Document]:
        """Every document, one after the other."""
        rng, noise = random.Random(self._seed), np.random.default_rng(self._seed)
        for number in range(1, self.size + 1):
            yield self._document(number, rng, noise)

    def vector(self, rng: random.Random) -> np.ndarray:
        """The meaning of some question."""
        return self._near(rng.randrange(len(self._conditions)), np.random.default_rng(rng.randrange(2**32)))

    def _document(self, number: int, rng: random.Random, noise: np.random.Generator) -> Document:
        condition = rng.choices(range(len(self._conditions)), cum_weights=self._weights)[0]
        kind, topic = rng.choice(KINDS), number if number < 10 else rng.randrange(1, max(2, number // 8))
        written = START + timedelta(minutes=rng.randrange(DAYS * 1440))
        specialty = SPECIALTIES[condition % len(SPECIALTIES)]
        has = tuple(
            sorted(
                {item for item, share in (("image", 0.2), ("reference", 0.1), ("dicom", 0.03)) if rng.random() < share}
            )
        )
        return Document(
            id=f"{kind}:{number}",
            kind=kind,
            title=f"{self._conditions[condition]} with {rng.choice(self._findings)}",
            body=self._text(rng, condition, rng.randrange(2, 9)),
            outcome=f"It was {self._conditions[condition]}." if kind == "case" and rng.random() < 0.4 else "",
            topic=str(topic),
            specialty=specialty,
            channel=specialty,
            author=rng.choice(HANDLES),
            label=rng.choices(LABELS, (5, 3, 3, 1))[0],
            has=has,
            mentions=(rng.choice(HANDLES),) if rng.random() < 0.1 else (),
            updated=written,
            active=written + timedelta(hours=rng.randrange(400)),
            audience=tuple(token for level, token in enumerate(self.audiences) if rng.random() < 0.8 / (level + 1))
            or self.audiences[:1],
            vector=self._near(condition, noise) if self.vectors else None,
        )

    def _near(self, condition: int, noise: np.random.Generator) -> np.ndarray:
        vector = self._directions[condition] + noise.standard_normal(VECTOR_SIZE) * 0.04
        return (vector / np.linalg.norm(vector)).astype(np.float32)

    def _text(self, rng: random.Random, condition: int, sentences: int) -> str:
        parts = []
        for _ in range(sentences):
            things = [rng.choice(self._findings), rng.choice(self._measures), rng.choice(self._drugs),
                      self._conditions[rng.choices((condition, rng.randrange(len(self._conditions))), (2, 1))[0]]]  # fmt: skip
            rng.shuffle(things)
            parts.append(f"{rng.choice(self._glue)} {things[0]}, {things[1]} and {things[2]}".capitalize())
        return ". ".join(parts) + f". Note {rng.randrange(100_000)}."

    # --- questions ---

    def questions(self, count: int, *, seed: int = 7) -> list[str]:
        """Ranked questions of two to six words, as people type them."""
        rng = random.Random(seed)
        return [self._question(rng) for _ in range(count)]

    def narrowed(self, count: int, *, seed: int = 8) -> list[str]:
        """Questions with conditions, phrases, exclusions, alternatives: their result is a set, whatever the ranking."""
        rng = random.Random(seed)
        return [self._narrowed(rng) for _ in range(count)]

    def _question(self, rng: random.Random) -> str:
        pool = (self._conditions, self._findings, self._findings, self._drugs, self._measures)
        return " ".join(rng.choice(rng.choice(pool)) for _ in range(rng.randrange(1, 4)))

    def _narrowed(self, rng: random.Random) -> str:
        shapes = (
            lambda: f'"{rng.choice(self._conditions)}"',
            lambda: f"{rng.choice(self._findings).split()[0]} -{rng.choice(self._drugs).split()[0]}",
            lambda: f'({rng.choice(self._findings)} OR {rng.choice(self._drugs)}) -"{rng.choice(self._conditions)}"',
            lambda: f"{rng.choice(self._findings)[:5]}*",
            lambda: f"in:title {rng.choice(self._conditions)}",
            lambda: f"-in:title {rng.choice(self._conditions)}",
            lambda: f"in:outcome {rng.choice(self._conditions)}",
            lambda: rng.choice(self._measures).split()[0],
        )
        conditions = (
            lambda: f"specialty:{rng.choice(SPECIALTIES)}",
            lambda: f"-channel:{rng.choice(SPECIALTIES)}",
            lambda: f"kind:{rng.choice(KINDS)}",
            lambda: rng.choice(("is:solved", "-is:solved", "is:unsolved", "is:mine", "-is:following", "is:following")),
            lambda: f"{rng.choice(('', '-'))}has:{rng.choice(('image', 'reference', 'dicom', 'poll'))}",
            lambda: f"{rng.choice(('after', 'before', '-after'))}:{rng.randrange(2022, 2026)}-0{rng.randrange(1, 10)}",
            lambda: f"{rng.choice(('from', '-from', 'mentions'))}:{rng.choice(HANDLES)}",
            lambda: f"(is:solved OR specialty:{rng.choice(SPECIALTIES)})",
            lambda: f"-(kind:post has:{rng.choice(('image', 'reference'))})",
            lambda: rng.choice(("votes:>0", "-votes:>0", "tag:none", "-tag:none")),
        )
        return " ".join([rng.choice(shapes)(), *(rng.choice(conditions)() for _ in range(rng.randrange(0, 3)))])
