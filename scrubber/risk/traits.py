"""Traits others notice, with how many people share them. The sources stand in ``base_rates``."""

from __future__ import annotations

import re

from scrubber.risk.base_rates import Feature

_TRAITS = (
    (r"(?:6['’′]\s?(?:[7-9]|1[01])|7['’′]\s?\d{1,2})(?:[\"”″]|\b)|(?:20[2-9]|21\d|22\d)\s?cm (?:tall|in height)", Feature(4e-5, "Such a height", "very tall")),
    (r"(?:[5-9]\d\d)\s?(?:lb|lbs|pounds)\b|(?:23\d|2[4-9]\d|3\d\d)\s?kg\b(?! ?/)|BMI (?:of )?(?:6[5-9]|[789]\d|1\d\d)(?:\.\d)?", Feature(5e-4, "Such a weight", "severe obesity")),
    (r"conjoined twins?", Feature(1e-6, "Being a conjoined twin", "")),
    (r"(?:one of |a set of )?(?:quadruplets?|quintuplets?|sextuplets?)", Feature(4e-5, "A birth of four or more", "one of several siblings")),
    (r"(?:one of |a set of )?triplets?\b(?! (?:repeat|therapy|oxygen))", Feature(8e-4, "Being a triplet", "one of several siblings")),
    (r"identical twins?|monozygotic twins?", Feature(8e-3, "Being an identical twin", "sibling")),
    (r"albin(?:ism|o)", Feature(5.5e-5, "Albinism", "")),
    (r"dwarfism|dwarf\b(?! tapeworm)", Feature(4e-5, "Dwarfism", "short stature")),
    (r"situs inversus|dextrocardia", Feature(1e-4, "Situs inversus", "")),
    (r"(?:quadruple|triple|four[- ]limb) amputee", Feature(1e-5, "Losing several limbs", "amputee")),
    (r"(?:face|facial|neck|full[- ]body) tattoos?|tattoo(?:ed)? (?:of|with|across|saying|reading)[^.,\n]{0,30}", Feature(5e-3, "A tattoo others would recognise", "tattoo")),
    (r"(?:glass|prosthetic) eye", Feature(1e-3, "An artificial eye", "")),
    (r"trans(?:gender)? (?:man|woman|boy|girl)|transgender", Feature(5e-3, "Being transgender", "")),
    (r"G(?:[89]|1\d)\s?P\d{1,2}|(?:mother|father) of (?:[89]|1\d|nine|ten|eleven|twelve|thirteen)\b", Feature(3e-3, "So many pregnancies or children", "several children")),
    (r"(?:Catholic |cloistered |Carmelite |Benedictine )?(?:nuns?|monks?)\b", Feature(1.5e-4, "Living in a religious order", "member of a religious community")),
    (r"(?:prisoner|inmate|incarcerated)", Feature(5e-3, "Being in prison", "")),
    (r"(?:heart|lung|heart-lung|face|hand|uterus|small bowel|multivisceral) transplant(?: recipient)?", Feature(1e-4, "Such a transplant", "")),
)  # fmt: skip
PATTERNS = tuple((re.compile(rf"(?<!\w)(?:{pattern})", re.I), trait) for pattern, trait in _TRAITS)
