"""Whether capitalised words before a kind ("ferry", "club", "sleep lab") are the name of one place or firm, or describe it."""

from __future__ import annotations

import re

from scrubber import lexicon
from scrubber.unidentifying import COUNTRIES, PEOPLES, STATES

#: describe a place without naming it
_DESCRIBES = frozenset(
    "the a an our this that your my his her their its no any some every each all both same other another new old big small large main local nearby outside private public free busy "
    "general central regional national international state county city town village community university college medical surgical clinical acute chronic primary secondary tertiary "
    "urgent emergency family home day night outpatient inpatient ambulatory adult pediatric paediatric neonatal maternity obstetric prenatal antenatal postnatal women womens men mens "
    "children childrens child baby senior seniors elderly geriatric veterans va military army navy cardiac heart stroke burn trauma cancer pain sleep wound eye dental skin foot hand "
    "memory mental behavioral psychiatric psych rehab rehabilitation nursing skilled long short term assisted independent residential hospice palliative infusion dialysis transplant "
    "high middle elementary primary grammar secondary nursery catholic christian lutheran jewish islamic medical dental law business graduate boarding charter night summer winter "
    "day monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "first second third one two three four five six upper lower left right north south east west northern southern eastern western good best great better bad only also "
    "labor birth birthing delivery recovery research teaching academic specialty telehealth virtual covid flu std sti hiv ivf iud walk drop in fast track step down "
    "he she they we you it i is was has had at from to with and or of for on by after before then when while if but not per via as so".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def names_one(words: str, *, rank: int = 6) -> bool:
    """True when none of the words is of medicine or of a people, and one of them is a name or no word of English.

    ``rank`` is the class from which an English word is so rare that a capital makes it a name.
    """
    parts = [part.lower().replace("’", "'") for part in _WORD.findall(words)]
    stems = [part.removesuffix("'s").removesuffix("s'") for part in parts if len(part) > 1]
    kept = [stem for stem in stems if stem not in _SMALL]
    if not kept or any(map(_of_medicine, kept)):
        return False
    telling = [stem for stem in kept if not _only_describes(stem)]
    return any(_tells(stem, rank) for stem in telling) or (
        len(telling) > 1 and all(lexicon.word_class(stem) != 1 for stem in telling)
    )


def is_no_medicine(words: str) -> bool:
    """True when none of the words is of medicine or only describes; "grand" is a seizure and a canal."""
    parts = [part.lower() for part in _WORD.findall(words) if part != "Grand"]
    return bool(words.strip()) and not any(
        _of_medicine(part) or part in _DESCRIBES or lexicon.is_medical(part) for part in parts
    )


_SMALL = frozenset("st ste mt ft san santa los las el la le of the and de del du da on upon y".split())


def _only_describes(word: str) -> bool:
    if word in _DESCRIBES or word in COUNTRIES or word in PEOPLES:
        return True
    return (
        lexicon.is_medical(word)
        and max(lexicon.surname(word), lexicon.first_name(word)) < 5
        and lexicon.place(word) < 2
    )


def _tells(word: str, least: int) -> bool:
    if word in STATES:
        return False
    rank = lexicon.word_class(word)
    if rank == 0:
        return len(word) > 2 and not lexicon.is_derived(word)
    if rank <= 2:
        return max(lexicon.surname(word), lexicon.first_name(word)) >= 6 and lexicon.place(word) > 0
    return rank >= least or bool(lexicon.place(word)) or max(lexicon.surname(word), lexicon.first_name(word)) >= 4


def _of_medicine(word: str) -> bool:
    """No everyday word, and known to medicine more than as anybody's or any town's name."""
    if lexicon.is_abbreviation(word.upper()) or lexicon.is_drug(word) or lexicon.is_technical(word):
        return True
    if 0 < lexicon.word_class(word) <= 4:
        return False
    common = max(lexicon.surname(word), lexicon.first_name(word)) >= 5 or lexicon.place(word) > 1
    if lexicon.is_clinical_name(word):
        return not (common and lexicon.place(word))
    return lexicon.is_medical(word) and not common and not (word in _DESCRIBES or lexicon.place(word))
