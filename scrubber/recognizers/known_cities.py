"""Cities of two words and more that everybody knows, however they are written: "not baton rouge". Facts; no list was copied."""

from __future__ import annotations

import re

from scrubber.registry import PatternRecognizer, Rule

_CITIES = (
    r"baton rouge|las vegas|los angeles|new orleans|san francisco|san diego|san antonio|san jose|san bernardino|santa fe|santa ana|santa barbara|el paso|fort worth|fort wayne|fort collins|"
    r"fort lauderdale|kansas city|oklahoma city|salt lake city|iowa city|rapid city|carson city|jefferson city|traverse city|st\.? louis|saint louis|st\.? paul|st\.? petersburg|virginia beach|colorado springs|"
    r"long beach|palm springs|palm beach|des moines|sioux falls|sioux city|grand rapids|cedar rapids|grand forks|idaho falls|ann arbor|corpus christi|little rock|green bay|"
    r"winston[- ]salem|new haven|new bedford|cape girardeau|council bluffs|terre haute|eau claire|la crosse|coeur d'alene|walla walla|"
    r"mexico city|buenos aires|rio de janeiro|s[aã]o paulo|porto alegre|belo horizonte|santo domingo|port[- ]au[- ]prince|guatemala city|panama city|san salvador|cape town|port elizabeth|addis ababa|dar es salaam|"
    r"port harcourt|benin city|kuala lumpur|hong kong|ho chi minh city|phnom penh|new delhi|abu dhabi|tel aviv|quezon city|cebu city|davao city|baguio city|iloilo city|"
    r"milton keynes|stoke[- ]on[- ]trent|newcastle[- ]upon[- ]tyne|alice springs|wagga wagga|coffs harbour|palmerston north|new plymouth|thunder bay|moose jaw|medicine hat|"
    r"trois[- ]rivi[eè]res|sault ste\.? marie"
)

RECOGNIZER = PatternRecognizer(
    "known_cities",
    (
        Rule("city.known", "CITY", re.compile(
            rf"(?<![\w-])(?:{_CITIES})(?![\w-]|['’]?\s(?:criteria|score|grade|classification|rules?|risk|syncope|cohort|trial|study|consensus|declaration|protocol|virus|flu|fever|policy|heart study|encephalitis))"),
            0.8, "A city is smaller than a state.", lowered=True),
    ),
)  # fmt: skip
