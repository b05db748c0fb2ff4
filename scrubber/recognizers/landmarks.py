"""Where people live and things happen: "the Nantucket ferry", "Kilcrumper parish", "at Shaw and Blackstone", "88 Weir St, 2nd fl rear"."""

from __future__ import annotations

import re

from scrubber import lexicon, proper
from scrubber.recognizers.bare_names import NO_PERSON
from scrubber.registry import PatternRecognizer, Rule

_CAP = r"(?:St\.?\s|Mt\.?\s|Ft\.?\s)?[A-Z\u00c0-\u00de][a-z\u00df-\u024f'’][\w'’\-]{1,20}"
_NAME = rf"{_CAP}(?:\s(?:of\s(?:the\s)?|on\s|upon\s|de\s(?:la\s)?|and\s|&\s)?{_CAP}){{0,3}}"
_WHY = "A place people know points to where it happened."
#: in small letters behind the name
_KIND = (
    r"(?:ferry|ferries|ferry terminal|bridge|crossing|parish|car ?park|parking (?:lot|garage|deck|structure)|multi-?stor(?:e?y)|shopping (?:cent(?:er|re)|mall|precinct|plaza)|strip mall|outlet mall|mall|"
    r"retail park|business park|industrial estate|housing estate|council estate|estate|estates|trailer park|mobile home park|trailer court|caravan park|park and ride|retirement village|"
    r"community hall|village hall|parish hall|church hall|town hall|guildhall|union hall|pub|tavern|saloon|tunnel|summit|mountain pass|pier|docks?|dockyard|boat (?:ramp|launch)|jetty|quay|wharf|"
    r"marina|harbou?r|lighthouse|canal|weir|causeway|roundabout|interchange|overpass|underpass|flyover|viaduct|rest (?:stop|area)|truck stop|service station|petrol station|gas station|"
    r"promenade|boardwalk|levee|reservoir|lagoon|beach|cove|campground|campsite|trailhead|trail|ski (?:hill|area|resort|slope|lift)|golf (?:course|club|links)|racetrack|racecourse|speedway|raceway|"
    r"fairgrounds?|showgrounds?|stadium|arena|ballpark|rink|velodrome|amphitheat(?:er|re)|farmers'? market|flea market|fish market|night market|swap meet|market square|bus (?:station|depot|terminal|stop)|train station|tube station|metro station|"
    r"subway station|railway station|underground station|checkpoint|border crossing|border post|port of entry|reservation|rez|pueblo|chapter house|rancheria|homestead|hamlet|"
    r"neighbou?rhood|district|barrio|borough|subdivision|precinct|waterfront|foothills|canyon|gorge|ravine|mesa|butte|bayou|swamp|marsh|wetlands|nature reserve|"
    r"national (?:park|forest)|state (?:park|forest|beach)|provincial park|country park|woods?|forest|quarry|colliery|mosque|temple|gurdwara|mandir|synagogue|shul|cathedral|chapel|church|kirk|abbey|"
    r"monastery|shrine|cemetery|courthouse|jail|prison|detention cent(?:er|re)|encampment|refugee camp|camp|tent city|food bank|soup kitchen|skate ?park|dog park|playground|water ?park|leisure cent(?:er|re)|"
    r"recreation cent(?:er|re)|rec cent(?:er|re)|bingo hall|bowling alley|casino|hotel|motel|hostel|high street|allotments)"
)
#: what may follow the name of a place and belongs to it
TAIL = re.compile(
    r"\s(?:ferry|bridge|crossing|parish|car ?park|parking (?:lot|garage)|shopping cent(?:er|re)|mall|bus station|train station|station|airport|pier|marina|harbou?r|beach|stadium|arena|lighthouse|"
    r"canal|roundabout|interchange|truck stop|rest (?:stop|area)|reservation|campground|trailhead|fairgrounds|racetrack|golf course|casino|hotel|motel|church|mosque|temple|gurdwara|synagogue|cathedral|"
    r"cemetery|library|courthouse|pub|tavern|village hall|community hall|hall|rink|park|milk bar|lanes)(?![\w-])"
)
#: "in the Fremont district": only what stands behind "the" and before an area
_CORNER = rf"(?:{_CAP}(?:\s{_CAP})?)"
_ROAD = r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Crescent|Cres|Terrace|Way|Court|Ct|Place|Pl|Row|Gardens|Grove|Parade|Boulevard|Blvd)\b\.?"
_SIDE = r"(?:\s(?:rear|front|left|right|back|side|unit|apt))?"


def _is_named(match: re.Match[str]) -> bool:
    return proper.names_one(match.group(1), rank=5)


def _crosses(match: re.Match[str]) -> bool:
    """Two names of streets and no two people, wards, months or diseases."""
    return all(map(_is_road, match.group("one", "two"))) and not lexicon.is_abbreviation(match.group("one"))


def _is_road(name: str) -> bool:
    words = [word.lower().strip("'’.") for word in name.split()]
    if not NO_PERSON.isdisjoint(words):
        return False
    if any(
        (lexicon.is_medical(word) and lexicon.surname(word) < 5)
        or lexicon.is_abbreviation(word.upper())
        or lexicon.is_drug(word)
        or lexicon.is_technical(word)
        for word in words
    ):
        return False
    if any(lexicon.is_clinical_name(word) or lexicon.is_eponym(word) for word in words):
        return False
    return any(lexicon.place(word) or lexicon.surname(word) >= 3 for word in words)


RECOGNIZER = PatternRecognizer(
    "landmarks",
    (
        Rule("landmark.kind", "LOCATION", re.compile(rf"(?:(?<=\s)|(?<=[(\"“/]))({_NAME}\s{_KIND}(?:\s(?:at|in|near|by)\s{_CAP})?)(?![\w-]|\s(?:syndrome|sign|therapy|view|position|test|score|nails?|exam)\b)"), 0.7, _WHY, 1, lambda m: _has_a_name(m.group(1))),
        Rule("landmark.canal", "LOCATION", re.compile(rf"\b(?:by|along|near|on|in|beside|at|off|from)\sthe\s((?P<name>(?:[A-Z][\w'’-]{{2,18}}\s){{1,3}})(?:Canal|Creek|River|Basin|Locks?|Falls|Point|Gap|Ridge|Trail|Greenway|Towpath|Ferry|Tunnel|Viaduct|Crossing|Pass|Pike|Landing|Docks?|Tower|Center|Centre|Arms|Exchange|Hall|Plaza|Atrium|Fountain|Statue|Shelter|Mission|Rez|Reservation|Pueblo)(?:\s(?:at|near|in|by)\s{_CAP})?)(?![\w-])"), 0.72, _WHY, 1, lambda m: proper.is_no_medicine(m.group("name"))),
        Rule("landmark.capital", "LOCATION", re.compile(r"\b(?:at|from|near|by|outside|off|behind|under|via|past|to|over|in|on|across|along|opposite|of)\s(?:the\s)?((?:[A-Z][\w'’-]{2,18}\s){1,3}(?:Parish|Ferry|Crossing|Parkland|Mall|Car Park|Shopping Cent(?:er|re)|Interchange|Roundabout|Services|Parade|Esplanade|Docks?|Summit|Pass|Barracks|Reservation|Pueblo|Rancheria|Chapter House|Estate|Towers?|Flats|Green|Common|Arcade|Market|Raceway|Ballpark|Rink|Gurdwara|Mandir|Shul|Kirk|Parsonage|Food Bank|Mission))(?![\w-])"), 0.7, _WHY, 1, _is_named),
        Rule("landmark.parish", "LOCATION", re.compile(rf"\b(?:[Pp]arish|[Tt]ownland|[Bb]arony|[Dd]istrict|[Ww]ard|[Mm]oo\s?ban|[Bb]arangay|[Bb]rgy\.?|[Kk]ampung|[Mm]andal|[Tt]aluk|[Tt]ehsil|[Uu]pazila|LGA|[Vv]illage|[Hh]amlet|[Ss]uburb)\s(?:of|:)\s({_CAP}(?:\s{_CAP})?)(?!\w)|\b(?:[Bb]arangay|[Bb]rgy\.?|[Kk]ampung|[Mm]oo\s?ban)\s({_CAP}(?:\s{_CAP})?)(?!\w)"), 0.7, _WHY, 0, lambda m: _has_a_name(m.group(1) or m.group(2))),
        Rule("street.crossing", "STREET", re.compile(rf"(?:\b(?:at|near|@|corner|intersection of|corner of)\s|@\s?)(?P<both>(?P<one>{_CORNER})\s(?:and|&)\s(?P<two>{_CORNER}))(?=\s?(?:[.,;)]|$|\n|by|when|while|at|this|last|with|w/|after|where|and|on))"), 0.72, "Two roads cross at one place.", "both", _crosses),
        Rule("street.floor", "STREET", re.compile(rf"(?<![\w.,/\-])(\d{{1,5}}[A-Za-z]?(?:[-/]\d{{1,4}})?,?\s(?:[A-Z][\w'’.-]{{1,18}}\s){{0,2}}(?:[A-Z][\w'’.-]{{1,18}}),?\s(?:\d{{1,2}}(?:st|nd|rd|th)|[Gg]round|[Tt]op|[Uu]pper|[Ll]ower|[Ff]irst|[Ss]econd|[Tt]hird|[Bb]asement|[Gg]arden)\s(?:fl\b\.?|floor|flat|apt\b|apartment|unit|level){_SIDE})(?!\w)"), 0.85, "A street address.", 1, lambda m: not _measured(m.group(1)), digits=True),
        Rule("street.flat", "STREET", re.compile(rf"\b((?:Flat|Unit|Apt\.?|Apartment|Suite|Ste|Shop|Level)\s[\dA-Z]{{1,4}}(?:/\d{{1,3}})?,\s\d{{1,5}}[A-Z]?\s(?:[A-Z][\w'’-]{{1,18}}\s){{1,3}}{_ROAD})(?!\w)"), 0.85, "A street address.", 1, digits=True),
        Rule("street.off", "LOCATION", re.compile(rf"\s{_ROAD},?\s(?:off|opp\.?|opposite|behind|beside|by)\s(?:the\s)?({_CAP}(?:\s{_CAP})?)(?!\w)"), 0.75, _WHY, 1),
        Rule("street.unit", "STREET", re.compile(r"(?<![\w.,/\-])(\d{2,5}[A-Za-z]?\s(?:[NSEW]\.?\s)?(?:[A-Z][a-z'’.-]{2,18}\s){0,1}[A-Z][a-z'’.-]{2,18},?\s(?:unit|apt\.?|apartment|suite|ste|#|no\.?)\s?#?\d{0,4}[A-Z]?\d{0,3})(?<=[\dA-Z])(?!\w)"), 0.8, "A street address.", 1, lambda m: not _measured(m.group(1)), digits=True),
        Rule("street.rural", "STREET", re.compile(r"\b((?:rural route|star route|r\.?r\.?|hc|r\.?d\.?)\s?#?\d{1,4},?\s(?:box|bx|stop)\s#?\d{1,5}[A-Z]?)(?!\w)", re.I), 0.88, "A postal address.", 1, digits=True),
        Rule("street.house", "STREET", re.compile(r"(?<![\w-])((?:The\s(?:Old|New|Little|Upper|Lower)\s|The\s)?(?:[A-Z][\w'’-]{2,18}\s){0,2}(?:Cottages?|Rectory|Vicarage|Manse|Farmhouse|Croft|Bungalow|Schoolhouse|Gatehouse|Almshouses|Crofts)(?:,\s(?:[A-Z][\w'’-]{2,18}\s?){1,3})?)(?=[.,;\n)]|$)"), 0.72, "The name of a house.", 1, lambda m: " " in m.group(1) and not lexicon.is_medical(m.group(1).split()[0].lower())),
    ),
)  # fmt: skip

_UNIT = re.compile(r"\d[\d/-]*[A-Za-z]?,?\s(?:mg|ml|cm|mm|kg|days?|weeks?|units?|yo|y/o|[MF])\b", re.I)


def _measured(found: str) -> bool:
    return bool(_UNIT.match(found)) or any(
        lexicon.is_abbreviation(word) or lexicon.is_drug(word.lower()) or lexicon.is_technical(word.lower())
        for word in re.findall(r"[A-Z][\w'’-]{3,}", found)
    )


_TRAILING = re.compile(rf"\s{_KIND}(?:\s(?:at|in|near|by)\s{_CAP})?$|\s[A-Z]\w+$")


def _has_a_name(found: str) -> bool:
    return proper.names_one(_TRAILING.sub("", found), rank=5)
