"""Street addresses, ZIP codes, cities, coordinates, rooms, named institutions. States are not identifiers."""

from __future__ import annotations

import re

from scrubber import lexicon
from scrubber.registry import PatternRecognizer, Rule
from scrubber.unidentifying import COUNTRIES, STATE_NAMES

_I = re.IGNORECASE
STATES = "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR"
_SUFFIX = (
    r"(?:street|st|avenue|ave|av|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|terrace|ter|circle|cir|way|parkway|pkwy|highway|hwy|trail|trl|square|sq|"
    r"loop|alley|crescent|cres|close|row|plaza|pike|turnpike|tpke|run|path|crossing|xing|route|rte|heights|hts|mews|grove|walk|cove|ridge|hill|hollow|bend|pass|point|pt|commons|gardens|landing|park|view|expressway|expy|causeway|esplanade|broadway|parade|quay|wharf|nagar|marg|vihar|colony|strasse|straße|gasse|platz|allee|passage|wynd|brae|rise|vale|arcade|green|gate)"
)
_UNIT = r"(?:[,\s]{1,3}(?:apt|apartment|unit|suite|ste|#|flat|lot|bldg|building|floor|fl|rm)\.?\s?#?[A-Z0-9]{1,5}(?:-[A-Z0-9]{1,3})?\b)?"
_CAP = r"[A-Z0-9][\w'.\-]{0,20}"
_STREET = "A street address."
#: what is called so in Ireland and England, smaller than a state: "Co. Mayo"
_COUNTIES = (
    "Antrim|Armagh|Carlow|Cavan|Clare|Cork|Derry|Donegal|Down|Dublin|Durham|Fermanagh|Galway|Kerry|Kildare|Kilkenny|Laois|Leitrim|Limerick|Londonderry|Longford|Louth|Mayo|Meath|"
    "Monaghan|Offaly|Roscommon|Sligo|Tipperary|Tyrone|Waterford|Westmeath|Wexford|Wicklow"
)


#: words that make a number in front of a street word something else: "5 cm down the hill", "2 times a way"
_NO_STREET = frozenset(
    "mg ml cm mm days day weeks years year hours hour minutes patients of and with in is was times units x to for per week out no the h yo y/o min mins miles mile km while on a each every long way pt dr".split()
)
#: "seen by Bassam, CT head": not Connecticut
_SCAN = re.compile(
    r",\s(?:CT|MS|PA|MD|OR)\s(?:head|brain|chest|abdo\w*|pelvis|neck|spine|scan|angio\w*|thorax|KUB|cord|pulm\w*|c-spine|view|film|to|in|and|on)\b",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SAINT = re.compile(r"\.?\s[A-Z][a-z]+(?:'s|s'|\s(?:Hospital|Infirmary|Clinic|Hospice|Surgery|Church|School|Ward))")
#: street words that are believed in lower case
_PLAIN_SUFFIX = frozenset(
    "street st avenue ave road rd lane ln drive dr boulevard blvd court ct terrace parkway pkwy highway hwy circle pl way".split()
)


def _street(match: re.Match[str]) -> bool:
    """A house number with a street word."""
    words = match.group("name").split()
    if any(word.lower().strip(".,") in _NO_STREET or _YEAR.fullmatch(word) for word in words):
        return False
    suffix = match.group("suffix")
    if _YEAR.fullmatch(match.group("number")) and words[0].islower():  # "NICE 2024 lets you go either way"
        return False
    if "\n" in match.group() and len(suffix) == 2:  # "D-dimer 9\nAngiography by CT", "2 Sept\nPt"
        return False
    if any(word.endswith(".") and len(word) > 3 and word[0].isupper() for word in words):  # "UA 5 WBC. CT of the head"
        return False
    if suffix.lower() == "st" and _SAINT.match(match.string, match.end("suffix")):  # "3 March 2024 at St Bride's"
        return False
    if suffix[0].isupper():
        return words[0][0].isupper() or words[0][0].isdigit()
    return suffix.lower() in _PLAIN_SUFFIX and (len(match.group("number")) >= 2 or words[0][0].isupper())


def _coordinates(match: re.Match[str]) -> bool:
    """Latitude and longitude, not two estimates such as "0.123, 0.456"."""
    found = match.group()
    whole = [int(part) for part in re.findall(r"(\d+)\.", found)]
    exact = all(len(part) >= 4 for part in re.findall(r"\.(\d+)", found))
    return whole[0] <= 90 and whole[1] <= 180 and min(whole) > 0 and (exact or bool(re.search(r"[NSEW°]", found)))


def _known_place(match: re.Match[str]) -> bool:
    words = [word.strip(".,'").lower() for word in match.group(1).split()]
    return (
        bool(words)
        and all(lexicon.place(word) or word in {"st", "of", "the", "on", "la", "el", "de", "upon"} for word in words)
        and not all(0 < lexicon.word_class(word) <= 2 for word in words)
    )


def _is_no_medicine(match: re.Match[str]) -> bool:
    """Whether no word of it is of medicine, and it is no country or state: "outside the United States"."""
    words = [word.lower().strip("'&-") for word in match.group(1).split()]
    return not any(
        word in COUNTRIES or lexicon.is_medical(word) or lexicon.is_technical(word) or lexicon.is_clinical_name(word)
        for word in words
    ) and not re.search(STATE_NAMES, match.group(1))


RECOGNIZER = PatternRecognizer(
    "places",
    (
        Rule("street", "STREET", re.compile(r"(?<![\w.,/\-])(?P<number>\d{1,6}(?:-\d{1,4})?[A-Za-z]?)(?:[^\S\n]|\n(?!\w+\s\d))(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.?\s)?(?P<name>(?:[\w'.\-]{1,20}\s){1,4}?)(?P<suffix>" + _SUFFIX + r")\b\.?(?:\s(?:N|S|E|W|NE|NW|SE|SW)\b\.?)?" + _UNIT, _I), 0.92, _STREET, check=_street, digits=True),
        Rule("city.county", "CITY", re.compile(rf"\bCo\.?\s({_COUNTIES})(?!\w)"), 0.85, "A county.", 1),
        Rule("street.comma", "STREET", re.compile(r"(?<![\w.,/\-])\d{1,5}[A-Za-z]?,\s(?:[A-Z][\w'-]{2,18}\s){1,3}(?:Street|Road|Avenue|Lane|Drive|Close|Crescent|Terrace|Gardens|Grove|Way|Court|Place|Rd\b|Ave\b)(?!\w)"), 0.85, _STREET, digits=True),
        Rule("street.ave", "STREET", re.compile(r"(?<![\w.])\d{1,5}\s(?:Avenue|Ave\.?|Rue|Calle|Via|Avenida)\s(?:of the\s|de la\s|de\s|du\s)?" + _CAP + r"(?:\s" + _CAP + r"){0,2}"), 0.85, _STREET, digits=True),
        Rule("street.named", "STREET", re.compile(r"\b(?:on|at|off|lives? (?:on|at)|corner of|near)\s((?:(?:N|S|E|W|North|South|East|West)\.?\s)?(?:[A-Z][\w'\-]{1,18}\s){1,3}(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Lane|Ln\.?|Drive|Boulevard|Blvd\.?|Court|Parkway|Pkwy|Highway|Terrace|Circle)(?:\s(?:and|&)\s(?:[A-Z][\w'\-]{1,18}\s?){1,3}(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?)?)?)(?!\w)"), 0.85, _STREET, 1),
        Rule("street.highway", "STREET", re.compile(
            r"(?<![\w-])(?:(?:Old |US |State )?(?:Highway|Hwy\.?|Route|Rte\.?)|Interstate|County Road|State Road|Farm Road)\s\d{1,4}[A-Z]?(?![\w%])|(?:(?<=\bon )|(?<=\boff )|(?<=\bnear )|(?<=, ))Rt\.?\s\d{1,3}(?=[.,;]|$)|"
            r"(?<![\w-])I-(?!12[345]|131)\d{1,3}(?=\s(?:at|near|exit|north|south|east|west|in|toward|by|between|off|outside)\b|,?\s(?:mile|exit))"), 0.8, _STREET, digits=True),
        Rule("street.corner", "STREET", re.compile(
            rf"(?:(?<=corner of\s)|(?<=intersection of\s))(?:{_CAP}(?:\s{_CAP})?\s(?:and|&)\s{_CAP}(?:\s{_CAP})?)|(?<=\bat\s)(?:[A-Z][a-z]{{2,15}}\s(?:and|&)\s\d{{1,3}}(?:st|nd|rd|th))(?!\w)"), 0.8, _STREET),
        Rule("street.home", "STREET", re.compile(
            rf"\b(?:live[sd]?|living|resid(?:es|ing)|address|home|stay(?:s|ing))\s(?:at|is)\s(\d{{1,5}}(?:-?[A-Z])?\s{_CAP}(?:\s{_CAP}){{0,2}}" + _UNIT + r")(?!\w)"), 0.85, _STREET, 1, digits=True),
        Rule("street.numbered", "STREET", re.compile(r"(?<![\w.,/\-])\d{1,5}\s(?:N|S|E|W|North|South|East|West)\.?\s\d{1,3}(?:st|nd|rd|th)(?:\s(?:St|Street|Ave|Avenue)\b\.?)?"), 0.85, _STREET, digits=True),
        Rule("pobox", "STREET", re.compile(r"\b(?:(?:p\.?\s?o\.?\s?box|post office box|rural route)\s#?\d{1,6}|(?:rr|hc)\s?#?\d{1,3},? box \d{1,5})\b", _I), 0.9, "A postal address.", digits=True),
        Rule("zip.state", "ZIP", re.compile(r"\b(?:" + STATES + "|" + STATE_NAMES + r")\.?,?\s{1,2}(\d{5}(?:-\d{4})?)(?!\d)"), 0.96, "A ZIP code.", 1, digits=True),
        Rule("zip.four", "ZIP", re.compile(r"(?<![\w\-])\d{5}-\d{4}(?![\w\-])"), 0.85, "A ZIP code.", digits=True),
        Rule("zip.label", "ZIP", re.compile(r"\b(?:zip(?: ?code)?|postal ?code|postcode)[\s:#]{1,3}(?:is |of )?(\d{3,5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d)\b", _I), 0.96, "A ZIP or post code.", 1, digits=True),
        Rule("zip.spaced", "ZIP", re.compile(r"\b(?:zip(?: ?code)?|postal ?code)[\s:#]{1,3}(?:is )?(\d(?:[\s.\-_]{1,2}\d){4})(?!\w)", _I), 0.9, "A ZIP code with its digits spread out.", 1, digits=True),
        Rule("postcode.ca", "ZIP", re.compile(r"(?<!\w)[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]\d[ABCEGHJ-NPRSTV-Z]\d(?!\w)"), 0.9, "A post code.", digits=True),
        Rule("postcode.uk", "ZIP", re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?!\w)"), 0.85, "A post code.", digits=True),
        Rule("postcode.ie", "ZIP", re.compile(r"(?<!\w)[AC-FHKNPRTV-Y]\d[\dW]\s(?=[A-Z\d]{0,3}\d)(?=[A-Z\d]{0,3}[A-Z])[\dAC-FHKNPRTV-Y]{4}(?!\w)"), 0.85, "A post code.", digits=True),
        Rule("city.postcode", "CITY", re.compile(r"(?<!\w)([A-Z][a-z'\-]{2,20}(?:[\s-](?:[A-Z][a-z'\-]{2,15}|on|upon|under|le)){0,2}),?\s(?=[A-Z]{1,2}\d[A-Z\d]?\s\d[ABD-HJLNP-UW-Z]{2}(?!\w)|[ABCEGHJ-NPRSTVXY]\d[A-Z]\s\d[A-Z]\d(?!\w))"), 0.85, "A town before its post code.", 1, digits=True),
        Rule("city.out_of", "CITY", re.compile(r"\b(?:out of|resident of|native of|sailing from|fishes out of|evacuated from|from the village of|village of|town of|hamlet of|suburb of|lives)\s([A-Z][a-z'\-]{3,20}(?:\s[A-Z][a-z'\-]{2,15})?)(?!\w)"), 0.7, "A town smaller than a state.", 1, lambda m: _is_nothing_else(m.group(1))),
        Rule("street.motorway", "STREET", re.compile(r"(?<![\w-])[MA]\d{1,4}(?:\(M\))?(?=\s(?:services|motorway|junction|slip road|hard shoulder|near|towards|northbound|southbound|eastbound|westbound)\b)"), 0.8, _STREET, digits=True),
        Rule("landmark.turn", "LOCATION", re.compile(r"\b(?:by|at|near|off|past|before|after|in)\s(?:the\s)?([A-Z][a-z]{3,18}(?:\s[A-Z][a-z]{2,15})?)(?=\s(?:turn-?off|exit|junction|roundabout|crossroads|bypass|interchange|overpass|trailhead|boat ramp|truck stop|car park|campground|reservoir|ferry|pier|slip)\b)"), 0.7, "A place people know.", 1, lambda m: _is_nothing_else(m.group(1))),
        Rule("landmark.water", "LOCATION", re.compile(r"\b(?:to|at|on|in|near|from|around|by|across|off|visited)\s((?:Lake|Loch|Lough|Mount|Camp|Glen|Isle of|Cape|River|Mt\.?)\s[A-Z][a-z]{2,15})(?!\w|\s(?:score|criteria|consensus|Hospital|fever|virus))"), 0.7, "A place people know.", 1),
        Rule("gps", "LOCATION", re.compile(r"(?<![\w.])[+-]?\d{1,2}\.\d{3,8}\s?°?\s?[NS]?[,;/\s]{1,3}[+-]?\d{1,3}\.\d{3,8}\s?°?\s?[EW]?(?![\w.])"), 0.95, "Coordinates point to one place.", check=_coordinates, digits=True),
        Rule("gps.dms", "LOCATION", re.compile(r"\d{1,3}\s?°\s?\d{1,2}\s?['′]\s?(?:\d{1,2}(?:\.\d+)?\s?[\"″]\s?)?[NSEW](?:[,;/\s]{1,3}\d{1,3}\s?°\s?\d{1,2}\s?['′]\s?(?:\d{1,2}(?:\.\d+)?\s?[\"″]\s?)?[NSEW])?"), 0.95, "Coordinates point to one place.", digits=True),
        Rule("plus.code", "LOCATION", re.compile(r"(?<!\w)[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?!\w)"), 0.85, "A plus code points to one place."),
        Rule("city.state", "CITY", re.compile(r"(?<![\w.])((?:(?:St|Ft|Mt|San|Santa|Los|Las|New|North|South|East|West|El|La|Port|Fort|Mount|Saint|Lake|Grand|Palm|Long|Little)\.?\s)?[A-Z][a-z'\-]{2,20}(?:\s[A-Z][a-z'\-]{2,15}){0,1}),\s(?:(?:" + STATES + r")\b|(?:" + STATE_NAMES + r")\b)(?!-\d|\s?[a-z]{3,}ing\b)"), 0.9, "A town smaller than a state.", 1, lambda m: not _SCAN.match(m.string, m.end(1))),
        Rule("city.cue", "CITY", re.compile(r"\b(?i:lives? in|living in|lived in|resid(?:es|ing|ent of|ed) in|born (?:and raised )?in|moved (?:here )?(?:from|to)|travel(?:l?ed|s|l?ing) (?:to|from|in)|trip to|return(?:ed|ing) from|native of|originally from|hometown of|visiting|visited|flew (?:to|from)|drove (?:to|from)|transferred from|vacation(?:ing)? in|works in|grew up in|based in|outside of|suburb of|came from|home in)\s((?:(?:St|Ft|Mt|San|Santa|Los|Las|New|North|South|East|West|El|La|Port|Fort)\.?\s)?[A-Z][a-z'\-]{2,20}(?:\s[A-Z][a-z'\-]{2,15})?)"), 0.8, "A town smaller than a state.", 1,
             lambda m: _known_place(m) and not re.fullmatch(STATE_NAMES, m.group(1)) and m.group(1).lower() not in COUNTRIES),
        Rule("landmark", "LOCATION", re.compile(
            r"\b(?:at|near|by|behind|beside|outside|inside|off|from|in|into|to|under|past|around|along|on|opposite|visiting|visited|the)\s(?:the\s)?"
            r"((?!Cochrane|American|British|European|National)(?:St\.?\s)?[A-Z][a-z'’\-]{2,18}(?:\s[A-Z][a-z'’\-]{2,18}){0,2}\s(?:Lighthouse|Bridge|Beach|Pier|Park|Stadium|Arena|Mall|Cathedral|Chapel|Church|Temple|Mosque|Synagogue|Abbey|Museum|Zoo|"
            r"Aquarium|Airport|Station|Lake|Reservoir|Waterfall|Canyon|Caverns?|Caves?|Quarry|Dam|Castle|Plaza|Fairgrounds?|Racetrack|Speedway|Racecourse|Theatre|Theater|Library|Marina|Harbou?r|"
            r"Wharf|[Pp]ub|Inn|Tavern|Hotel|Hostel|Campground|Trailhead|Ski (?:Area|Resort)|Golf (?:Club|Course)|Market|Town Hall|Courthouse|Cemetery|Memorial|Monument|Square|Gardens))(?![\w-])"), 0.72,
            "A place people know points to where it happened.", 1, lambda m: not _of_medicine(m.group(1))),
        Rule("city.home", "CITY", re.compile(
            r"\b(?:(?:lives?|living|lived|stay(?:s|ed|ing)|grew up|farms?|retired)(?:\s(?:alone|there|now|with\s(?:\w+\s){1,2}))?\s(?:in|on|near|outside|to)|fled(?: from)?|emigrated from|evacuated from|deported from|posted (?:in|to)|fostered in)\s([A-Z][a-z'\-]{3,20}(?:\s[A-Z][a-z'\-]{2,15})?)(?!\w)"), 0.7, "A town smaller than a state.", 1, lambda m: _is_nothing_else(m.group(1))),
        Rule("city.county", "CITY", re.compile(r"(?<![\w.])((?:[A-Z][a-z'\-]{2,20}\s){1,2})(?=County\b(?!\s(?:General|Hospital|Medical|Durham)))"), 0.8, "A county is smaller than a state.", 1,
             lambda m: _known_place(m) or not any(map(lexicon.word_class, m.group(1).lower().split()))),
        Rule("landmark.behind", "LOCATION", re.compile(
            r"\b(?:behind|outside|in front of|next to|across from|opposite|car park of|parking lot of|parking lot at|queue at|bench at)\s(?:the\s)?((?:[A-Z][a-z'&\-]{3,20}\s?){2,4})(?<!\s)(?!\w)"), 0.7, "A place people know.", 1, _is_no_medicine),
        Rule("city.office", "CITY", re.compile(r"\b(?:mayor(?:ess)?|vicar|sheriff|(?:parish|village) priest|post(?:master|mistress)|harbou?rmaster|M\.?P\.?|councillor|member of parliament) (?:of|for|in)\s((?:[A-Z][a-z'\-]{2,20})(?:[ -](?:[A-Z][a-z'\-]{2,20}|on|upon|in|the|le|under|sub)){0,3})(?<! on| in)(?!\w)", ), 0.85, "An office held in one place."  , 1,
             lambda m: m.group(1).lower() not in COUNTRIES and not re.fullmatch(STATE_NAMES, m.group(1))),
        Rule("street.bare", "STREET", re.compile(r"\b(?:at|on|of|above|behind|near)\s(\d{1,5}\s(?:N|S|E|W|NE|NW|SE|SW)\.?\s[A-Z][a-z]{2,20})(?!\w)"), 0.8, _STREET, 1, digits=True),
        Rule("street.mile", "STREET", re.compile(r"\b(?:mile marker|mile ?post|mile mkr)\s#?(\d{1,3}[A-C]?)(?![\w%]|\.\d)", _I), 0.8, _STREET, 1, digits=True),
        Rule("city.after_street", "CITY", re.compile(r",\s([A-Z][a-z'\-]{2,20}(?:\s[A-Z][a-z'\-]{2,15})?)\s(?:AZ|CA|FL|GA|IL|KY|MA|MN|NC|NE|NH|NJ|NM|NV|NY|OH|SD|TN|TX|UT|VT|WA|WI|WV|WY|KS|MO|IA|RI|SC|ND)(?=[\s.,;]|$)"), 0.85, "A town smaller than a state.", 1),
        Rule("city.in", "CITY", re.compile(r"\b(?i:in|near|outside|off to|over in|drives? to|down in|up in|back to|home to)\s((?:(?:St|Ft|Mt|San|Santa|Los|Las|New|El|La|Port|Fort)\.?\s)?[A-Z][a-z'\-]{3,20}(?:\s[A-Z][a-z'\-]{2,15})?)(?!\w|\s(?:criteria|score|protocol|classification))"), 0.7, "A town smaller than a state.", 1,
             lambda m: _town(m.group(1))),
    ),
)  # fmt: skip


def _town(words: str) -> bool:
    """Known as a town by every word, and neither an everyday word, a state, a country nor a name of medicine."""
    parts = [part.lower().strip(".'") for part in words.split()]
    if (
        words.lower() in COUNTRIES
        or words in _MONTHS
        or re.fullmatch(STATE_NAMES, words)
        or any(map(lexicon.is_clinical_name, parts))
    ):
        return False
    if len(parts) == 1 and not lexicon.place(parts[0]):
        return False
    return all(lexicon.place(part) or part in _BEFORE_TOWN for part in parts) and not any(
        lexicon.is_medical(part) or (0 < lexicon.word_class(part) <= 5 and len(parts) == 1) for part in parts
    )


def _of_medicine(words: str) -> bool:
    """ "the Nasal Bridge": named by words of medicine alone."""
    first = words.split()[:-1]
    return all(lexicon.is_medical(word.lower()) or lexicon.is_technical(word.lower()) for word in first)


def _is_nothing_else(words: str) -> bool:
    """A town, or a word in no list: no country, state, month, people or word of medicine."""
    if re.fullmatch(STATE_NAMES, words) or words in _MONTHS:
        return False
    parts = [part.lower().strip("'") for part in words.split()]
    if len(parts) > 1 and parts[0] in _BEFORE_TOWN:
        parts = parts[1:]
    return not any(
        part in COUNTRIES
        or lexicon.is_medical(part)
        or lexicon.is_clinical_name(part)
        or (0 < lexicon.word_class(part) <= 5 and not lexicon.place(part))
        for part in parts
    )


_MONTHS = frozenset(
    "January February March April May June July August September October November December Easter".split()
)
_BEFORE_TOWN = frozenset("st ft mt san santa los las new el la port fort".split())
