"""Addresses as other countries write them: "House 14, Road 7, Block C", "Hauptstr. 14", "Plot 44 Adeola Odeku Street"."""

from __future__ import annotations

import re

from scrubber import lexicon
from scrubber.registry import PatternRecognizer, Rule

_CAP = r"[A-Z][\w'.-]{1,20}"
_PART = r"(?:(?:Road|Block|Sector|Lane|Street|Phase|Level|Floor|Ward|Cross|Main|Stage|Avenue|Line|Zone|Lorong|Jalan|Gali|Mohalla)\s(?:no\.?\s)?[A-Z0-9]{1,4}"
_WHY = "A postal address."
_ROAD = r"(?:Street|St|Road|Rd|Parade|Pde|Avenue|Ave?|Crescent|Cres|Terrace|Tce|Court|Ct|Place|Pl|Drive|Dr|Highway|Hwy|Esplanade|Esp|Lane|Ln|Way|Close|Cl|Grove|Boulevard|Blvd|Cct|Circuit|Mews|Gdns|Gardens|Quay|Sq|Square)"
_AUSTRALIA = r"(?:NSW|QLD|VIC|TAS|ACT|WA|SA|NT|Qld|Vic|Tas)"
_SUBURB_BEFORE = re.compile(r"(?<![\w'’-])[A-Z][a-z'’-]{2,20}$")

RECOGNIZER = PatternRecognizer(
    "addresses",
    (
        Rule("address.house", "STREET", re.compile(
            rf"(?<![\w-])(?:House|Plot|Villa|Shop|Door|Quarters?|Hse|H\.\s?No\.?|Blk|Block|Lot|Unit)\s?(?:no\.?\s)?#?\d{{1,4}}[A-Z]?(?:[/-]\d{{1,4}})?(?:,?\s{_PART}|{_CAP}(?:\s{_CAP}){{0,3}})){{1,4}}(?![\w])"),
            0.8, _WHY, check=lambda m: "," in m.group() or bool(re.search(r"\b(?:Street|Road|Avenue|Close|Crescent|Lane|Estate|Layout|Way|Park|Drive|Nagar|Colony)\b", m.group())), digits=True),
        Rule("address.behind", "STREET", re.compile(
            r"(?<!\w)(?:[A-ZÄÖÜ][\wäöüß'-]{2,24}(?:str\.|straße|strasse|gasse|weg|platz|gatan|vägen|vej|laan|straat|gade)|"
            r"(?:Rue|Via|Calle|Rua|Avenida|Carrer|Jalan|Jl\.|Ulica|ul\.)\s(?:d[aeiou]s?\s|della\s|del\s|la\s)?[A-ZÁÉÍÓÚ][\w'-]{2,20}(?:\s[A-Z][\w'-]{2,20})?),?\s\d{1,4}[a-zA-Z]?(?!\w)"),
            0.85, _WHY, digits=True),
        Rule("address.numbered", "STREET", re.compile(r"\b(?:near|off|up on|down on|corner of|between)\s(\d{1,3}(?:st|nd|rd|th)(?:\s(?:and|&)\s(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]{2,15}))?)(?=\s*(?:[.,;)]|$))"), 0.75, _WHY, 1, digits=True),
        Rule("address.mile", "STREET", re.compile(r"\b(mile\s\d{1,4})(?=\s(?:of|on)\s(?:the\s)?(?:Highway|Hwy|Route|Interstate|I-|US|A\d|M\d))"), 0.8, _WHY, 1, digits=True),
        Rule("address.unit", "STREET", re.compile(rf"(?<![\w.,/-])((?:(?:[Uu]nit|[Ff]lat|[Aa]pt|[Ss]hop)\s)?\d{{1,4}}[A-Za-z]?/\d{{1,5}}[A-Za-z]?\s(?:[A-Z][\w'’-]{{1,18}}\s){{1,3}}{_ROAD})(?![\w'’])"), 0.85, _WHY, 1, digits=True),
        Rule("address.suburb", "CITY", re.compile(rf"(?<![\w'’-])([A-Z][a-z'’-]{{2,18}}(?:\s[A-Z][a-z'’-]{{2,18}}){{0,2}}),?\s{_AUSTRALIA},?\s\d{{4}}(?!\w|\s(?:units?|mg|mcg|ml|IU|guide))"), 0.85, _WHY, 1, digits=True),
        Rule("address.postcode", "ZIP", re.compile(rf"(?<=[a-z]),?\s{_AUSTRALIA},?\s(\d{{4}})(?!\w|\s(?:units?|mg|mcg|ml|IU|guide))"), 0.8, "A post code.", 1, lambda m: bool(_SUBURB_BEFORE.search(m.string, max(0, m.start() - 30), m.start())), digits=True),
        Rule("address.street.postcode", "ZIP", re.compile(rf"(?<![\w.,])\d{{1,4}}[A-Za-z]?\s(?:[A-Z][\w'’-]{{1,18}}\s){{1,3}}{_ROAD}\.?,\s(?:[A-Z][a-z]{{2,15}}(?:\s[A-Z][a-z]{{2,15}})?,?\s)?(\d{{4}})(?![\w/]|\s(?:units?|mg|mcg|ml|h|hrs))"), 0.75, "A post code.", 1, digits=True),
        Rule("address.pin", "ZIP", re.compile(r"(?<!\w)(?:PIN|Pin)(?:\s?[Cc]ode)?[\s:-]{1,3}(\d{3}\s?\d{3})(?!\w)"), 0.85, "A post code.", 1, digits=True),
        Rule("address.village", "CITY", re.compile(r"(?<!\w)(?:[Vv]illage|Vill\.?)(?:\sof|:)?\s([A-Z][a-z'’-]{3,20})(?!\w)"), 0.75, "A village.", 1, lambda m: not lexicon.word_class(m.group(1).lower())),
    ),
)  # fmt: skip
