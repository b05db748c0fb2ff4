"""Dates by other calendars, languages and habits: "12/iii/24", "14 mars", "15 Shawwal", "the second Tuesday in May"."""

from __future__ import annotations

import re

from scrubber.recognizers.dates import MONTH, WEEKDAY
from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
_WHY = "A date other than a year ties the case to one moment."
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ROMAN = r"(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})"
#: Spanish, French, German, Italian, Portuguese, Dutch, Malay, Swedish, Polish, Turkish, Swahili, Catalan, Irish; those that are English words or names are left out
_FOREIGN = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|f[eé]vrier|mars|avril|juin|juillet|ao[uû]t|"
    r"septembre|octobre|novembre|d[eé]cembre|januar|februar|m[aä]rz|juni|juli|oktober|dezember|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|"
    r"ottobre|dicembre|janeiro|fevereiro|mar[cç]o|maio|junho|julho|setembro|outubro|dezembro|"
    r"januari|februari|maart|mei|augustus|julai|ogos|disember|agustus|desember|augusti|maj|januára|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|"
    r"listopada|grudnia|ocak|şubat|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|machi|aprili|agosti|septemba|oktoba|novemba|desemba|gener|febrer|març|maig|juny|juliol|agost|"
    r"setembre|desembre|eanáir|feabhra|márta|aibreán|bealtaine|meitheamh|iúil|lúnasa|samhain|nollaig)"
)
_ISLAMIC = (
    r"(?:Muharram|Safar|Rabi(?:'|’)? (?:al-?)?(?:Awwal|Thani|Akhir|I{1,2})|Jumada (?:al-?)?(?:Awwal|Ula|Thani|Akhirah|I{1,2})|Rajab|Sha(?:'|’)?ban|Ramadh?an|Shawwal|"
    r"Dh(?:u|ul)[ -](?:al-?)?(?:Qa(?:'|’)?dah?|Hijjah?))"
)
_NTH = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)"

#: "from the 50th and the 9th centile"
_CENTILE = re.compile(
    r"centile|percent|weight|height|head circ|growth|floor|rib|interspace|nerve|toe|finger|digit|metatarsal|grade|%ile|line|gestation|ward|decade|attempt|time|dose|child|baby|day",
    _I,
)

RECOGNIZER = PatternRecognizer(
    "calendars",
    (
        Rule("date.roman", "DATE", re.compile(rf"(?<![\w/.-]){_DAY}([/.\-]){_ROMAN}\1(?:(?:19|20)\d\d|\d\d)(?![\w/]|[.-]\w)", _I), 0.85, _WHY, digits=True),
        Rule("date.foreign", "DATE", re.compile(rf"(?<![\w./-]){_DAY}\.?\s(?:de\s)?{_FOREIGN}\b(?:\s(?:de\s)?(?:19|20)\d\d)?", _I), 0.85, _WHY, digits=True),
        Rule("date.islamic", "DATE", re.compile(rf"(?<![\w./-]){_DAY}(?:st|nd|rd|th)?\s(?:of\s)?{_ISLAMIC}\b(?:,?\s1[34]\d\d(?:\s?(?:AH|H))?)?", _I), 0.85, _WHY, digits=True),
        Rule("date.named", "DATE", re.compile(r"\b(?:on|since|before|after|until|over|last|this)\s((?:[A-Z][a-z']+\s){1,3}(?<!Every\s)Day)\b(?!\s(?:Surgery|Case|Unit|Centre|Center|Hospital|Care|One|Two|\d))"), 0.75, "A holiday is a date.", 1),
        Rule("date.moved", "DATE", re.compile(rf"\b(?:moved|postponed|rescheduled|deferred|brought forward|put back|booked|listed)\s(?:to|for|until)\s(?:the\s)?({_DAY}(?:st|nd|rd|th))\b", _I), 0.8, _WHY, 1, digits=True),
        Rule("date.list", "DATE", re.compile(rf"\b{MONTH}\.?\s{_DAY}(?:st|nd|rd|th)?(?:(?:,\s(?:and\s|&\s)?|\s(?:and|&|or)\s){_DAY}(?:st|nd|rd|th)?(?![\w/%.:-]*\d|\s?(?:mg|ml|mcg|kg|units?|days?|weeks?|hours?|x\b|%))){{1,5}}\b(?=[\s.,;)]|$)", _I), 0.85, _WHY, check=lambda m: not m.group().islower() or not m.group().startswith(("may", "mar ")), digits=True),
        Rule("date.day.told", "DATE", re.compile(rf"\b(?:now|then|is|was|due|come|next|again|scheduled|rescheduled|appt|appointment|surgery|scan|clinic|visit|admitted|seen|discharged|back|or|and|it's)\s(?:on\s)?(the\s{_DAY}(?:st|nd|rd|th))(?=\s*(?:[.,;:)?!\n]|$|(?:and|at|with|for|but|to|then|or|because)\b))", _I), 0.7, _WHY, 1, lambda m: not _CENTILE.search(m.string, max(0, m.start() - 50), m.end() + 30), digits=True),
        Rule("date.nth", "DATE", re.compile(rf"\b(?:the\s)?{_NTH}\s(?:wk|week|weekend|{WEEKDAY})\s(?:of|in)\s{MONTH}\b", _I), 0.8, _WHY),
        Rule("date.weekday", "DATE", re.compile(rf"\b{WEEKDAY}\.?,?\s(?:the\s)?{_DAY}(?:st|nd|rd|th)\b(?!\s(?:grade|degree|percentile|centile|floor|rib|nerve|toe|digit|metatarsal))", _I), 0.8, _WHY, digits=True),
    ),
)  # fmt: skip
