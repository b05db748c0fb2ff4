"""Diagnoses few people have, by Orphanet prevalence band (see ``base_rates.PREVALENCE``).

For acute infections the band is that of the yearly cases reported to the CDC divided by the population. The list is
meant to cover what gets discussed because it is rare; a diagnosis it does not know counts as common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubber.risk.base_rates import PREVALENCE
from scrubber.risk.detail import Detail

_BANDS = {
    "ultra": """
        erdheim[- ]chester|fibrodysplasia ossificans|hutchinson[- ]gilford|progeria|fatal familial insomnia|kuru|susac
        gorham[- ]stout|cronkhite[- ]canada|congenital insensitivity to pain|cogan'?s? syndrome|vipoma|glucagonoma|tafro
        bickerstaff|rasmussen'?s? encephalitis|rabies|ebola|marburg|anthrax|plague|yersinia pestis|botulism|tularemia
        naegleria|balamuthia|amebic meningoencephalitis|hantavirus|powassan|eastern equine|leprosy|hansen'?s? disease
        melioidosis|brucell(?:a|osis)|q fever|coxiella burnetii|psittacosis|trichinellosis|loiasis|visceral leishmaniasis
        poliomyelitis|foreign accent syndrome
    """,
    "very rare": """
        whipple'?s? disease|tropheryma whipp?lei|t\\. whipplei|creutzfeldt[- ]jakob|cjd|xeroderma pigmentosum|alkaptonuria|cystinosis
        stiff[- ]person|lambert[- ]eaton|anti[- ]?nmda|nmda receptor encephalitis|relapsing polychondritis|poems syndrome
        insulinoma|atypical hus|atypical hemolytic uremic|anti[- ]gbm|goodpasture|vascular ehlers[- ]danlos|kleine[- ]levin
        adult[- ]onset still|hemophagocytic lymphohistiocytosis|hlh|niemann[- ]pick|hurler|mucopolysaccharidosis|castleman
        takayasu|moyamoya|paroxysmal nocturnal h(?:a)?emoglobinuria|amniotic fluid embolism|carney complex|birt[- ]hogg[- ]dub[eé]
        lymphangioleiomyomatosis|pulmonary alveolar proteinosis|heavy chain disease|acquired h(?:a)?emophilia|progressive multifocal leukoencephalopathy
        adrenocortical carcinoma|merkel cell|hepatopulmonary echinococcosis
    """,
    "rare": """
        wilson'?s? disease|gaucher|pompe|fabry|acute intermittent porphyria|acromegaly|cushing'?s? disease|ph(?:a)?eochromocytoma
        cystic fibrosis|spinal muscular atrophy|duchenne|huntington'?s? disease|amyotrophic lateral sclerosis|als\\b
        guillain[- ]barr[eé]|cidp|neuromyelitis optica|thrombotic thrombocytopenic purpura|ttp\\b|granulomatosis with polyangiitis
        egpa|eosinophilic granulomatosis|churg[- ]strauss|polyarteritis nodosa|beh[cç]et|al amyloidosis|mastocytosis|hairy cell leuk
        waldenstr[oö]m|langerhans cell histiocytosis|von hippel|budd[- ]chiari|rett syndrome|angelman|prader[- ]willi
        achondroplasia|osteogenesis imperfecta|tuberous sclerosis|kawasaki|myelofibrosis|aplastic an(?:a)?emia|chagas
        stevens[- ]johnson|toxic epidermal necrolysis|pemphigus|neurocysticercosis|lemierre|hereditary angioedema|carcinoid
    """,
    "uncommon": """
        marfan|neurofibromatosis|myasthenia gravis|narcolepsy|sarcoidosis|systemic sclerosis|scleroderma|giant cell arteritis
        addison'?s? disease|primary biliary cholangitis|primary sclerosing cholangitis|autoimmune hepatitis|digeorge
        sickle cell|h(?:a)?emophilia|klinefelter|turner syndrome|idiopathic pulmonary fibrosis|takotsubo
    """,
}


def _pattern(terms: str) -> re.Pattern[str]:
    alternatives = "|".join(line.strip() for line in terms.strip().splitlines())
    return re.compile(rf"\b(?:{alternatives})", re.IGNORECASE)


#: rarest first
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple((band, _pattern(terms)) for band, terms in _BANDS.items())


#: a diagnosis somebody thought of and dropped says nothing about the patient
_DROPPED_BEFORE = re.compile(
    r"(?:\b(?:no|not|without|rule(?:d)? out|r/o|exclude[ds]?|negative for|vs\.?|versus|unlikely|differential|consider(?:ed|ing)?|or|like)\b|\?)[^.;\n]{0,24}$",
    re.I,
)
_DROPPED_AFTER = re.compile(
    r"[^.;,\n]{0,24}?(?:\?|\b(?:vs\.?|versus|excluded|ruled out|unlikely|negative|less likely|trial|study)\b)", re.I
)


def diagnoses(text: str) -> Iterator[Detail]:
    """Rare diagnoses the text holds for true."""
    for band, pattern in PATTERNS:
        prevalence = PREVALENCE[band]
        for match in pattern.finditer(text):
            if _DROPPED_BEFORE.search(text, max(0, match.start() - 40), match.start()):
                continue
            if _DROPPED_AFTER.match(text, match.end()):
                continue
            why = f"A rare diagnosis: {prevalence.words}. The case is about it, so make the other details broader."
            yield Detail(*match.span(), "diagnosis", match.group().lower(), why, share=prevalence.share)
