"""Telephone, fax and pager numbers, e-mail, web and network addresses, handles."""

from __future__ import annotations

import re
from ipaddress import ip_address

from scrubber import lexicon
from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
_PHONE_CUE = (
    r"(?:phones?|tel(?:ephone)?|cell(?:ular|phone)?|mobile|mob|home|work|call(?:ed|ing|s|back)?|reach(?:ed|able)?|"
    r"dial|text(?:ed|s)?|ring|contact(?:ed)?|ph|voicemail|vm|whatsapp|sms|hotline|number|#|line|desk|direct|office|"
    r"pager?s?|paged?|bleep|beeper|pgr)"
)
_SEP = r"[\s.\-/·]{0,3}"
_DIGITS7 = r"\d{3}[\s.\-]\d{4}"
_EXT = r"(?:[\s,;]{0,2}(?:x|ext\.?|extn\.?|extension)[\s.:#]{0,2}\d{1,6})?"


def _phone_like(match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match.group())
    return len(set(digits)) > 1 or len(digits) == 10


def _is_chosen(match: re.Match[str]) -> bool:
    """A user name is no word of English: "mama_lani", but not "every Reddit thread"."""
    return not match.group(1).isalpha() or not lexicon.word_class(match.group(1).lower())


RECOGNIZER = PatternRecognizer(
    "contact",
    (
        Rule("email", "EMAIL", re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,5}"), 0.99,
             "An e-mail address identifies its owner."),
        Rule("email.spaced", "EMAIL", re.compile(
            r"(?<![\w.+-])[\w.+-]{1,64} ?@ ?[\w-]{1,63}(?: ?\. ?[\w-]{1,63}){0,3} ?\. ?(?:com|org|net|edu|gov|io|co|us|uk|ca|de|fr|health|med|info|me)\b", _I),
            0.95, "An e-mail address identifies its owner."),
        Rule("url", "URL", re.compile(
            r"\b(?:https?|hxxps?|ftp)://(?!(?:dx\.)?doi\.org|(?:www\.|pubmed\.)?ncbi\.nlm|pubmed|(?:www\.)?clinicaltrials\.gov)[^\s<>\"')\]]{3,300}[^\s<>\"')\].,;:!?]", _I),
            0.95, "A web address can lead to a person."),
        Rule("url.defanged", "URL", re.compile(r"\b(?:https?|hxxps?)://[^\s<>\"']{0,80}\[\.\][^\s<>\"']{1,200}", _I), 0.95, "A web address can lead to a person."),
        Rule("url.place", "URL", re.compile(r"(?<![\w@./-])(?:[a-z0-9-]{2,63}\.){1,3}(?:example(?:\.[a-z]{2})?|test|clinic|care|doctor|hospital|online|site|xyz|cloud|link|nhs\.uk|org\.uk|ac\.uk|com\.au|co\.nz)(?:/[\w\-./?%&=#~+@]{0,200})?(?![\w@])"), 0.85, "A web address can lead to a person.", check=lambda m: _web(m.group())),
        Rule("url.bare", "URL", re.compile(
            r"(?<![\w@./-])(?:www\.)?(?:[a-z0-9-]{2,63}\.){1,3}(?:com|org|net|edu|io|co\.uk|co|me|info|us|blog|health|page|app|dev|tv|ly|ca|gov)"
            r"(?:(?<=\.gov)(?!)|/[\w\-./?%&=#~+@]{1,200}|(?<=www\.\w)|\b(?![\w@]))", _I),
            0.85, "A web address can lead to a person.", check=lambda m: _web(m.group())),
        Rule("url.www", "URL", re.compile(r"(?<![\w@./-])www\.[\w-]{2,63}(?:\.[\w-]{2,63}){1,3}(?:/[\w\-./?%&=#~+@]{0,200})?", _I), 0.9,
             "A web address can lead to a person.", check=lambda m: _web(m.group())),
        Rule("ip.v4", "IP", re.compile(r"(?<![\d.A-Z])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)"),
             0.9, "A network address can be traced to a household.", check=lambda m: _ip_context(m), digits=True),
        Rule("ip.v6", "IP", re.compile(r"(?<![\w:.])(?=[0-9a-f]{0,4}:)[0-9a-f:]{6,39}(?![\w:])", _I),
             0.9, "A network address can be traced to a household.", check=lambda m: _ipv6(m.group())),
        Rule("mac", "DEVICE", re.compile(r"(?<![\w:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])", _I), 0.95,
             "A hardware address identifies one device."),
        Rule("fax", "FAX", re.compile(
            r"\b(?:fax(?:ed)?|facsimile|f)(?: (?:number|no|to|at|is|line))?[\s.:#]{1,4}(?:to |at |is )?(\+?[\d(][\d\s().\-/]{5,18}\d)", _I),
            0.97, "A fax number identifies a person or practice.", group=1, digits=True),
        Rule("phone.nanp", "PHONE", re.compile(
            r"(?<![\w.\-/+])(?:\+?1[\s.\-]?)?(?:\(\d{3}\)[\s.\-]{0,2}|\d{3}[\s.\-/]{1,3})\d{3}[\s.\-–]{1,3}\d{4}(?![\w]|-\d)" + _EXT, _I),
            0.93, "A telephone number identifies its owner.", check=_phone_like, digits=True),
        Rule("phone.intl", "PHONE", re.compile(r"(?<![\w.])\+\d{1,3}[\s.\-(]{0,2}(?:\d[\s.\-()]{0,2}){6,13}\d(?!\w)"), 0.95,
             "A telephone number identifies its owner.", digits=True),
        Rule("phone.uk", "PHONE", re.compile(r"(?<![\w.\-/])0\d{2,4}[\s\-]\d{3,4}[\s\-]?\d{3,4}(?!\w)"), 0.8,
             "A telephone number identifies its owner.", digits=True),
        Rule("phone.plain10", "PHONE", re.compile(
            r"\b" + _PHONE_CUE + r"[\w\s]{0,18}[\s:.#(@]{1,4}(\d{10}|\d{3}[\s.\-]?\d{3}[\s.\-]?\d{4})(?!\w)" + _EXT, _I),
            0.95, "A telephone number identifies its owner.", group=1, digits=True),
        Rule("phone.seven", "PHONE", re.compile(
            r"\b" + _PHONE_CUE + r"(?: ?(?:no|number|is|at|back|him|her|them|me|us|the|to|on|family|wife|husband|mom|son|daughter|pt|patient)\b){0,4}[\s.:#@(]{1,4}(" + _DIGITS7 + ")" + r"(?![\w-])" + _EXT, _I),
            0.93, "A telephone number identifies its owner.", group=1, digits=True),
        Rule("phone.seven.bare", "PHONE", re.compile(r"(?<![\w.\-/–])(?:555|[2-9]\d\d)-\d{4}(?![\w-])"), 0.45,
             "This looks like a local telephone number.", digits=True),
        Rule("pager", "PHONE", re.compile(
            r"\b(?:pagers?|paged?|pgr|beeper|bleep|bleeped|ascom|vocera|spectralink)(?: ?(?:no|number|is|at|me|on|id|her|him|them|us|on-call|team|resident|fellow)\b){0,4}[\s.:#@(]{1,4}(?:#\s?)?(\d{3,7}(?:-\d{3,4})?)(?!\w|\.\d|\sof\b)", _I),
            0.95, "A pager number identifies its holder.", group=1, digits=True),
        Rule("extension", "PHONE", re.compile(r"\b(?:ext(?:ension|n)?\.?|x)[\s:#]{0,2}(\d{3,6})(?![\w.]*\d|\s?(?:mg|ml|cm|mm|units?))", _I), 0.9,
             "An extension reaches one desk.", group=1,
             check=lambda m: m.group().lower().startswith("ext") or len(m.group(1)) >= 4, digits=True),
        Rule("handle", "HANDLE", re.compile(r"(?<![\w@.])@(?!(?:everyone|here|all|channel|team|room)\b)(?=\w*[A-Za-z])[\w.\-]{2,40}(?<![.\-])"), 0.93,
             "A user name leads to a person's account."),
        Rule("handle.cue", "HANDLE", re.compile(
            r"\b(?:user ?names?|user ?ids?|handles?|screen ?names?|logins?|(?:instagram|insta|ig|twitter|tiktok|snapchat|snap|facebook|reddit|telegram|discord|skype|whatsapp|wechat|linkedin|mychart|venmo|youtube|twitch|bluesky|mastodon)(?: (?:account|handle|name|id|user(?:name)?|profile|channel|page))?)"
            r"(?: (?:is|as|was|under|at|to|on|of|called|named|by|account|profile)){0,2}[\s:=]{1,3}[\"'(]?(?!(?:handle|account|name|user|username|page|profile|id|channel|dm|post|posts|story|group)\b)([A-Za-z][\w.\-]{2,40}\w)", _I),
            0.85, "A user name leads to a person's account.", group=1, check=_is_chosen),
        Rule("handle.quoted", "HANDLE", re.compile(r"[\"“']([\w.]{4,24})[\"”']\s(?:on|in)\s(?:twitch|insta(?:gram)?|tik ?tok|twitter|reddit|discord|youtube|snap(?:chat)?|facebook|telegram|threads|bluesky|roblox|steam|strava)\b", _I), 0.9,
             "A user name leads to a person's account.", 1),
        Rule("handle.reddit", "HANDLE", re.compile(r"(?<![\w/])/?u/[\w-]{3,30}"), 0.93,
             "A user name leads to a person's account."),
    ),
)  # fmt: skip

_JOURNALS = re.compile(
    r"(?:doi|pubmed|ncbi|nejm|nih|cdc|who|uptodate|clinicaltrials|fda|medscape|radiopaedia|mdcalc|cochrane|thelancet|bmj|jamanetwork|nice|medlineplus|drugs|epocrates|orpha|omim|acc|esc|escardio|heart|idsociety|uspreventiveservicestaskforce|rcog|acog|aafp|mayoclinic|amboss|statpearls|wikipedia)\b",
    _I,
)


def _web(found: str) -> bool:
    """Public literature and guideline sites are not identifiers."""
    return not _JOURNALS.search(found) and not found.lower().startswith("e.g") and not re.fullmatch(r"[\d.]+\w*", found)


def _ip_context(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 20) : match.start()].lower()
    return not re.search(r"(?:version|v|firmware|software|release|section|ver)\.?\s?$", before)


def _ipv6(found: str) -> bool:
    """An address that is no time of day: with letters or a long group, and three groups at least."""
    groups = [group for group in found.split(":") if group]
    try:
        ip_address(found)
    except ValueError:
        return False
    return len(groups) >= 3 and bool(re.search(r"[a-f]|\d{3}", found, _I))
