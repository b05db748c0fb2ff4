"""How many people share a detail. Orders of magnitude from public statistics of the United States, rounded.

Sources, by table:

- ``STATES``, ``REGIONS``: U.S. Census Bureau, Population Estimates Program, Vintage 2023 (1 July 2023), rounded.
- ``AGE_BANDS``: the same estimates by single year of age, summed to the bands a case is stored with.
- ``MALE``/``FEMALE``: the same estimates (49.5 % / 50.5 %).
- ``VISITS_PER_YEAR``: NCHS, National Hospital Ambulatory Medical Care Survey 2022: 47 emergency visits per 100 persons.
- ``PREVALENCE``: the bands of Orphanet's epidemiological data; their midpoint is the geometric mean.
- ``ANCESTRY``: American Community Survey and 2020 Census counts, alone or in combination; Amish: Young Center,
  Elizabethtown College, 2024.
- ``ROLES``: number of holders in the country (Census of Governments 2022 for mayors, NCSL for legislators, BLS
  Occupational Employment and Wage Statistics for jobs), to the nearest order of magnitude.
- ``FEATURES``: NCHS natality 2022 (multiples), CDC/NHANES anthropometry 2015-2018 (height), Williams Institute 2022
  (transgender), MedlinePlus Genetics (albinism, achondroplasia and others).

Why counting works at all: Sweeney, *Simple Demographics Often Identify People Uniquely* (2000): 87 % of the United States
were likely unique by five-digit ZIP, sex and date of birth.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

POPULATION = 335_000_000
MALE, FEMALE = 0.495, 0.505
VISITS_PER_YEAR = 0.47


class AgeBand(NamedTuple):
    """Ages ``low`` up to and including ``high`` years, and the share of the population in them."""

    low: int
    high: int
    share: float
    words: str


AGE_BANDS = (
    AgeBand(0, 0, 0.011, "infant"),
    AgeBand(1, 4, 0.044, "1-to-4-year-old"),
    AgeBand(5, 11, 0.085, "5-to-11-year-old"),
    AgeBand(12, 17, 0.077, "12-to-17-year-old"),
    AgeBand(18, 29, 0.161, "18-to-29-year-old"),
    AgeBand(30, 39, 0.137, "30-to-39-year-old"),
    AgeBand(40, 49, 0.124, "40-to-49-year-old"),
    AgeBand(50, 59, 0.125, "50-to-59-year-old"),
    AgeBand(60, 69, 0.120, "60-to-69-year-old"),
    AgeBand(70, 79, 0.078, "70-to-79-year-old"),
    AgeBand(80, 89, 0.032, "80-to-89-year-old"),
    AgeBand(90, 125, 0.006, "90 or older"),
)


def age_band_of(years: int) -> AgeBand:
    """The band of an age in whole years; anything above 125 counts as 125, below 0 as 0."""
    years = min(max(years, 0), 125)
    return next(band for band in AGE_BANDS if band.low <= years <= band.high)


#: inhabitants
STATES: Mapping[str, int] = MappingProxyType({
    "Alabama": 5_110_000, "Alaska": 733_000, "Arizona": 7_430_000, "Arkansas": 3_070_000, "California": 38_970_000,
    "Colorado": 5_880_000, "Connecticut": 3_620_000, "Delaware": 1_030_000, "Florida": 22_610_000, "Georgia": 11_030_000,
    "Hawaii": 1_440_000, "Idaho": 1_960_000, "Illinois": 12_550_000, "Indiana": 6_860_000, "Iowa": 3_210_000,
    "Kansas": 2_940_000, "Kentucky": 4_530_000, "Louisiana": 4_570_000, "Maine": 1_400_000, "Maryland": 6_180_000,
    "Massachusetts": 7_000_000, "Michigan": 10_040_000, "Minnesota": 5_740_000, "Mississippi": 2_940_000,
    "Missouri": 6_200_000, "Montana": 1_130_000, "Nebraska": 1_980_000, "Nevada": 3_190_000, "New Hampshire": 1_400_000,
    "New Jersey": 9_290_000, "New Mexico": 2_110_000, "New York": 19_570_000, "North Carolina": 10_840_000,
    "North Dakota": 784_000, "Ohio": 11_790_000, "Oklahoma": 4_050_000, "Oregon": 4_230_000, "Pennsylvania": 12_960_000,
    "Rhode Island": 1_100_000, "South Carolina": 5_370_000, "South Dakota": 919_000, "Tennessee": 7_130_000,
    "Texas": 30_500_000, "Utah": 3_420_000, "Vermont": 647_000, "Virginia": 8_720_000, "West Virginia": 1_770_000,
    "Wisconsin": 5_910_000, "Wyoming": 584_000, "Puerto Rico": 3_210_000, "Guam": 169_000,
    "American Samoa": 50_000, "U.S. Virgin Islands": 87_000,
})  # fmt: skip
_REGION_OF = {
    "Northeast": "Connecticut Maine Massachusetts New_Hampshire New_Jersey New_York Pennsylvania Rhode_Island Vermont",
    "Midwest": "Illinois Indiana Iowa Kansas Michigan Minnesota Missouri Nebraska North_Dakota Ohio South_Dakota Wisconsin",
    "West": "Alaska Arizona California Colorado Hawaii Idaho Montana Nevada New_Mexico Oregon Utah Wyoming Washington",
}
#: inhabitants of the four Census regions
REGIONS: Mapping[str, int] = MappingProxyType(
    {"Northeast": 57_000_000, "Midwest": 69_000_000, "South": 130_000_000, "West": 79_000_000}
)


def region_of(state: str) -> str:
    """The Census region of a state; territories count with the South."""
    name = state.replace(" ", "_")
    return next((region for region, states in _REGION_OF.items() if name in states.split()), "South")


class Prevalence(NamedTuple):
    """An Orphanet band: how a physician reads it, and its geometric midpoint per person."""

    words: str
    share: float


PREVALENCE: Mapping[str, Prevalence] = MappingProxyType({
    "ultra": Prevalence("fewer than 1 person in a million", 5e-7),
    "very rare": Prevalence("1 to 9 people in a million", 3e-6),
    "rare": Prevalence("1 to 9 people in 100,000", 3e-5),
    "uncommon": Prevalence("1 to 5 people in 10,000", 2.2e-4),
})  # fmt: skip


class Community(NamedTuple):
    """A small community: its share of the population and the broader word for it."""

    share: float
    broader: str


_SHARES = {
    "Southeast Asian": "Hmong 0.0011 Karen 0.0003", "Native American": "Navajo 0.0013 Diné 0.0013 Hopi 0.00006 Zuni 0.00004 "
    "Lakota 0.0005 Cherokee 0.0045 Yupik 0.0001 Yup'ik 0.0001 Inuit 0.0001 Inupiat 0.0001",
    "African": "Somali 0.0005 Maasai 0.00001", "Pacific Islander": "Samoan 0.0007 Tongan 0.0002 Marshallese 0.00015 "
    "Chuukese 0.00003", "Asian": "Rohingya 0.00004 Bhutanese 0.0001 Tibetan 0.0001 Uyghur 0.00003",
    "Middle Eastern": "Yazidi 0.00001 Chaldean 0.0005 Druze 0.00015 Coptic 0.0015", "European": "Roma 0.003",
    "Central American": "Garifuna 0.0006 Mixtec 0.0006",
    "rural": "Amish 0.0012 Hutterite 0.00006 Mennonite 0.0015", "religious": "Hasidic 0.0009",
}  # fmt: skip
ANCESTRY: Mapping[str, Community] = MappingProxyType(
    {
        words[index]: Community(float(words[index + 1]), broader)
        for broader, words in ((broader, text.split()) for broader, text in _SHARES.items())
        for index in range(0, len(words), 2)
    }
)


class Role(NamedTuple):
    """A public or rare role: how many hold it, and the broader words for it."""

    holders: int
    broader: str


#: how many hold a role, by the broader words for it
_HOLDERS = {
    "government employee": {"astronaut": 50},
    "public official": {"governor": 50, "congressman": 500, "congresswoman": 500, "senator": 2_000,
        "state representative": 5_000, "ambassador": 200, "mayor": 20_000, "city councilor": 100_000,
        "city council member": 100_000},
    "public employee": {"police chief": 15_000, "chief of police": 15_000, "fire chief": 30_000, "sheriff": 3_000,
        "postmistress": 13_000, "postmaster": 13_000, "park ranger": 20_000, "coroner": 2_500},
    "legal professional": {"judge": 30_000, "district attorney": 2_500},
    "member of the clergy": {"bishop": 1_000, "archbishop": 50, "abbess": 50, "pastor": 300_000, "imam": 3_000,
        "rabbi": 10_000},
    "teacher": {"school principal": 90_000},
    "administrator": {"superintendent": 13_000, "college president": 4_000},
    "athlete": {"quarterback": 20_000, "head coach": 20_000, "olympian": 5_000, "jockey": 1_500,
        "professional athlete": 17_000, "olympic athlete": 1_000, "rodeo rider": 5_000, "bull rider": 3_000},
    "media worker": {"news anchor": 5_000, "weatherman": 2_000, "weather presenter": 2_000,
        "television presenter": 5_000, "tv presenter": 5_000, "radio host": 20_000},
    "musician": {"lead singer": 20_000, "concertmaster": 300, "carillonneur": 500},
    "performer": {"ballerina": 3_000, "circus performer": 3_000, "sword swallower": 50, "movie star": 500,
        "pop star": 300},
    "firefighter": {"smokejumper": 450},
    "manual worker": {"commercial diver": 3_000, "saturation diver": 300},
    "caretaker": {"lighthouse keeper": 10},
    "animal handler": {"falconer": 5_000, "zookeeper": 10_000, "snake handler": 1_000, "lion tamer": 50},
    "craft worker": {"taxidermist": 10_000, "luthier": 3_000, "blacksmith": 5_000, "glassblower": 5_000},
    "transport worker": {"air traffic controller": 22_000, "test pilot": 1_000, "harbourmaster": 500,
        "harbormaster": 500, "crop duster": 3_000, "bush pilot": 3_000},
    "farm worker": {"beekeeper": 120_000},
    "scientist": {"nobel laureate": 300},
    "business person": {"billionaire": 750},
}  # fmt: skip

ROLES: Mapping[str, Role] = MappingProxyType(
    {role: Role(holders, broader) for broader, roles in _HOLDERS.items() for role, holders in roles.items()}
)


class Feature(NamedTuple):
    """A visible or social trait: its share, what makes it stand out, and broader words ("" where there are none)."""

    share: float
    words: str
    broader: str
