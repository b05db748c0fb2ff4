"""Holidays and feasts of many peoples and churches: each is a date. Those that are everyday words too need a capital."""

from __future__ import annotations

import re

from scrubber import lexicon
from scrubber.registry import PatternRecognizer, Rule

_WHY = "A holiday is a date."
#: what belongs to a holiday and tells the day as well
_TAIL = r"(?:['’]?s)?(?:\s(?:day|eve|night|week|weekend|wknd|wkend|morning|evening|afternoon|break|holidays?|monday|tuesday|sunday|saturday|friday|season|festival|celebrations?|party|dinner|parade|feast))?"
#: in lower case; nothing else is called so
#: each line is a pattern of its own, so that most need not be tried (see :mod:`scrubber.prefilter`)
_FEASTS = (
    r"hogmanay|michaelmas|candlemas|lammas|martinmas|childermas|all\s(?:souls|hallows|saints)|burns\snight|up\shelly\saa|twelfth\snight|shrove\stuesday|pancake\s(?:day|tuesday)|fat\stuesday|lundi\sgras",
    r"mothering\ssunday|remembrance\s(?:day|sunday)|armistice\sday|whit\s(?:sunday|monday)|trinity\ssunday|low\ssunday|holy\s(?:week|thursday|saturday)|easter\s(?:week|weekend|saturday|tuesday|break|vigil|holidays)|ascension\s(?:day|thursday)",
    r"corpus\schristi\s(?:day|feast|procession)|feast\sof\s(?:st\.?\s|saint\s|the\s|our\slady\sof\s)?[a-z]{3,14}|immaculate\sconception|nochebuena|noche\sbuena|las\sposadas|nochevieja|semana\ssanta|domingo\sde\sramos",
    r"d[ií]a\sde\s(?:los\sreyes|reyes|la\s(?:madre|virgen|candelaria|raza|independencia|hispanidad)|las\smadres|los\sniños|acci[oó]n\sde\sgracias|todos\slos\ssantos)|fiestas?\spatrias|inti\sraymi|three\skings|los\sreyes\smagos|simbang\sgabi",
    r"ferragosto|san\sgennaro|epifania|befana|pasquetta|ognissanti|carnevale|carnaval|fasching|karneval|rosenmontag|weiberfastnacht|silvester|pfingsten|fronleichnam|oktoberfest|nikolaustag|sinterklaas|koningsdag|koninginnedag",
    r"midsommar|juhannus|vappu|valborg|walpurgis(?:\snight)?|sankt\shans|santa\slucia|syttende\smai|toussaint|quatorze\sjuillet|saint-jean(?:-baptiste)?|st\.?-jean(?:-baptiste)?|f[eê]te\snationale|maslenitsa|kupala\snight|wigilia",
    r"boże\sciało|wszystkich\sświętych|dyngus\sday|namesday|orthodox\sgood\sfriday|julian\schristmas|malanka|vidovdan|slava\sday|kurban\sbayram[iı]?|ramazan(?:\sbayram[iı])?|hıdırellez",
    r"laylat\sal-?qadr|lailat\sal-?qadr|night\sof\spower|arba'?een|mawlid|milad(?:-un-nabi)?|isra\sand\smi'?raj|islamic\snew\syear|hijri\snew\syear|hari\sraya(?:\s(?:puasa|haji))?|bakr[ai]?-?\s?[ie]id|eid-?\s?(?:ul|al|el)-?\s?(?:fitr|adha|azha)|tabaski|korit[eé]|salla(?:h|h\sfestival)",
    r"shab-?e-?\s?(?:barat|yalda)|yalda(?:\snight)?|chaharshanbe\ssuri|sizdah\sbedar|mehregan|newroz|nauryz|norooz|norouz|naw-?r[uú]z",
    r"deepavali|dussehra|dasara|vijayadashami|navratri|navaratri|durga\spuja|kali\spuja|saraswati\spuja|lakshmi\spuja|ganesh(?:\schaturthi)?\sfestival|ganesh\schaturthi|vinayaka\schaturthi|raksha\sbandhan|bhai\sdooj|bhai\sdhooj|janmashtami",
    r"(?:maha\s)?shiv[ar]?a?ratri|ram\snavami|hanuman\sjayanti|karva\schauth|karwa\schauth|chhath(?:\spuja)?|dhanteras|makar\ssankranti|maghe\ssankranti|sankranti|pongal|lohri|baisakhi|vaisakhi|gurpurab|guru\snanak\sjayanti|hola\smohalla|bihu|ugadi|gudi\spadwa|vishu|onam|thrissur\spooram",
    r"rath\syatra|akshaya\stritiya|guru\spurnima|buddha\spurnima|kumbh\smela|republic\sday|gandhi\sjayanti|dashain|tihar|teej|losar|saga\sdawa|poya(?:\sday)?|avurudu|esala\sperahera|pahela\sbaishakh|pohela\sboishakh",
    r"loy\skrathong|visakha\s(?:bucha|puja)|makha\sbucha|vassa|pchum\sben|bon\som\stouk|choul\schnam(?:\sthmey)?|pi\smai(?:\slao)?|boun\s(?:pi\smai|ok\sphansa)|thingyan|wesak|waisak|nyepi|galungan",
    r"tết\snguyên\sđán|tet\s(?:new\syear|holidays?|trung\sthu)|trung\sthu|vu\slan|giỗ\stổ|qing\s?ming|ching\sming|tomb[\s-]sweeping\sday|dragon\sboat\sfestival|duanwu|double\sninth|chongyang|zhongqiu|mid-?autumn|moon\sfestival|mooncake\sfestival",
    r"winter\ssolstice\sfestival|dongzhi|hungry\sghost\sfestival|ghost\smonth|lantern\sfestival|chunjie|chusok|ch?useok|seol-?\s?lal|dano\sfestival|o-?bon|bon\sodori|tanabata|hinamatsuri|shichi-?go-?san|setsubun|oshogatsu|shogatsu|hanami|coming\sof\sage\sday|shōwa\sday",
    r"noj\speb\scaug|hmong\s(?:new\syear'?s?|freedom\sfestival)|lunar\snew\syears?|chinese\snew\syears?|korean\snew\syear|vietnamese\snew\syear|tibetan\snew\syear|thai\snew\syear|lao\snew\syear|coptic\s(?:christmas|easter|new\syear)|russian\s(?:christmas|easter|new\syear)|greek\seaster|old\snew\syear",
    r"timkat|timket|meskel|genna|enkutatash|fasika|irreech?a|ashenda|buhe|filseta|homowo|odwira|hogbetsotso|aboakyer|akwasidae|fetu\safahye|new\syam\sfestival|iri\sji|argungu|ojude\soba|osun[\s-]osogbo|durbar|egungun|eyo\sfestival|detty\sdecember",
    r"incwala|umhlanga|reed\sdance|heritage\sday|jamhuri\sday|madaraka\sday|mashujaa\sday|saba\s?saba|nane\s?nane|heroes\sday|farmers'?\sday|democracy\sday|women's\sday|youth\sday|freedom\sday|day\sof\sreconciliation|workers'?\sday|human\srights\sday",
    r"waitangi\sday|matariki|australia\sday|melbourne\scup|naidoc\sweek|sorry\sday|ekka|royal\sshow\sday|queen's\sbirthday|king's\sbirthday|victoria\sday|may\stwo-?\s?four|civic\sholiday|family\sday|louis\sriel\sday|orange\sshirt\sday|canada\sday|calgary\sstampede|stampede\sweek",
    r"white\ssunday|lotu\stamaiti|teuila|samoa(?:n)?\sindependence\sday|tonga\sday|prince\skūhiō\sday|kuhio\sday|lei\sday|kamehameha\sday|statehood\sday|merrie\smonarch|makahiki",
    r"st\.?\sbrigid'?s|imbolc|beltane|lughnasadh|samhain|yule|nollaig\sna\smban|women's\schristmas|little\schristmas|wren\sday|lá\sfhéile\s\w+|the\stwelfth\sof\sjuly|orangemen's\sday|puck\sfair|fleadh|ploughing\schampionships|galway\sraces",
    r"inauguration\sday|election\s(?:day|night)|super\s?bowl|superbowl|groundhog|pi\sday|tax\sday|labou?r\sday|labou?r\sweekend|memorial\s(?:day|weekend)|mlk(?:\sjr)?|presidents'?|columbus\sday|veterans'?\sday|indigenous\speoples|kwanzaa|juneteenth",
    r"thanksgiving|friendsgiving|black\sfriday|halloween|christmas|xmas|new\syears?'?|st\.?\spatrick'?s|paddy'?s|st\.?\spaddy'?s|valentine'?s?|easter|good\sfriday|mardi\sgras|cinco\sde\smayo|fourth\sof\sjuly|4th\sof\sjuly|july\sfourth|july\s4th|independence\sday",
    r"pride\s(?:weekend|parade|week)|burning\sman|spring\sbreak|homecoming|prom\snight|opening\sday|kentucky\sderby|derby\sday|rodeo\sweek(?:end)?|state\sfair|county\sfair|crow\sfair|gathering\sof\snations|green\scorn|sun\sdance|shalako|yeibichai|navajo\snation\sfair",
    r"rosh\shashana(?:h)?|yom\s(?:kippur|haatzmaut|ha'?atzmaut|hashoah|hazikaron)|erev\s(?:pesach|yom\skippur|rosh\shashana|shabbos|shabbat)|sukk[eo][st]h?|succ(?:os|oth?)|simcha[ts]\storah|shemini\satzeret|hoshana\srabbah?|chol\shamoed|pesach|shavu[eo][ts]h?",
    r"tu\sb['’]?\s?shevat|tu\sbishvat|tisha\sb['’]?av|lag\sb['’]?omer|chanuk[ah]{1,2}|hanuk+ah?|pur[iy]m|ridván|ayyám-i-há|naw-rúz",
)
#: these also belong to a sentence: they are dates behind a word of time, or when they have a tail
_NEVER_A_DAY = r"(?!\w|\s(?:disease|factor|egg|tree|syndrome|island|ornament|dinner plate|spell|card|lights|gift|present|shopping|film|movie|rota\b|rotas|roster|ham\b|edition|issue|jumper|bmj|quiz|eve\sof))"
_TIME = r"(?:on|since|after|before|by|until|till?|over|during|around|near|at|for|last|this|next|past|from|of|every|the|between|and)"
_CAPITAL = (
    r"Lent|Advent|Assumption|Ascension|Carnival|Epiphany|Pentecost|Rakhi|Holi|Eid|EID|HOLI|Tet|Tết|Bon|Durga|Navaratra|Golden Week|Gay Pride|Pride|Holy Week|Spring Festival|Labor|Memorial|Presidents|Veterans|Columbus|Juneteenth|"
    r"Genna|Buhe|Sallah|Teej|Vesak|Purim|Pesach|Sukkot|Shavuos|Noel|Natale|Navidad|Pascua|Ognissanti|Toussaint|Whitsun|Halloween|Samhain|Hajj|Umrah|Ramadan|Ramzan|Muharram|Ashura|Mawlid|Race Week|Regatta|Fiesta|Gala Day|Feis"
)

RECOGNIZER = PatternRecognizer(
    "festivals",
    (
        *(
            Rule("date.feast", "DATE", re.compile(rf"(?<![\w-])(?:{feasts}){_TAIL}{_NEVER_A_DAY}"), 0.75, _WHY, check=lambda m: _is_no_year_to_come(m), lowered=True)
            for feasts in _FEASTS
        ),
        Rule("date.feast.capital", "DATE", re.compile(rf"\b{_TIME}\s((?:{_CAPITAL})(?:['’]s?)?(?:\s(?:[Dd]ay|[Ee]ve|[Nn]ight|[Ww]eek|[Ww]eekend|wknd|Sunday|Monday))?){_NEVER_A_DAY}"), 0.75, _WHY, 1),
        Rule("date.weekend", "DATE", re.compile(r"(?<![\w'’.-])((?:(?:St|Mt)\.?\s)?(?:[A-Z][a-z]+(?:['’]s?)?\s|[A-Z]{3}\s){1,3}(?:[Ww]eekend|[Ww]knd|Eve|Puja|Jayanti|Purnima|Mela))(?!\w)"), 0.75, "A weekend with a name is a date.", 1, lambda m: _is_feast(m.group(1))),
        Rule("date.saint", "DATE", re.compile(r"(?<![\w-])((?:St|Saint|San|Santa|Sankt)\.?\s[A-Z][a-z]{2,14}(?:['’]s?)?\s(?:[Dd]ay|[Ee]ve|[Nn]ight|[Ww]eek|[Ww]eekend|[Ff]east|[Tt]ide))(?!\w|\s(?:[Ss]urgery|[Uu]nit|[Cc]ent|[Cc]are|[Cc]ase|[Hh]osp|[Cc]linic))"), 0.8, _WHY, 1),
        Rule("date.day.named", "DATE", re.compile(r"\b(?:on|since|before|after|until|till?|over|last|this|by|around|from|for|past|near|through|come|of|next|every|the|and)\s(?:the\s)?((?:[A-Z][a-z]+['’]?s?['’]?\s){1,3}(?<!Every\s)(?<!Case\s)(?<!Same\s)(?<!World\s)Day)(?!\w|\s(?:Surgery|Case|Unit|Cent|Hospital|Care|One|Two|Program|Ward|Treatment|Room|School|Camp|\d))"), 0.75, _WHY, 1, lambda m: _is_feast(m.group(1))),
    ),
)  # fmt: skip


def _is_feast(words: str) -> bool:
    """No weekday, no "First Weekend" and no word of medicine: "Stroke Awareness Day" is one of a campaign."""
    first = words.lower().split()[:-1]
    return not any(
        word in _NO_FEAST or word.endswith("day") or lexicon.is_medical(word) or lexicon.is_technical(word)
        for word in first
    )


_NO_FEAST = frozenset(
    "the a an this that every next last first second third previous following our my his her their long whole holiday bank on over weekend since seen each one good new rest "
    "christmas surgery study case same rain adult world international national awareness sick snow training clinic school field open dress court".split()
)


def _is_no_year_to_come(match: re.Match[str]) -> bool:
    """ "in the new year" is a relative time."""
    return match.group() != "new year" or match.string[max(0, match.start() - 4) : match.start()] != "the "
