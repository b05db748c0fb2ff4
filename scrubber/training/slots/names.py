"""Ways to write a person."""

from __future__ import annotations

from scrubber.training.people import Person
from scrubber.training.slots.base import Draw, Segment


class NameSlots(Draw):
    """Slots ``{p}``, ``{d}``, ``{d2}``, ``{r}``, ``{r2}`` with a form behind a dot."""

    def person(self, who: Person, form: str, *, role: str) -> list[Segment]:
        """One person in one form; ``role`` is the slot's name."""
        doctor, kind = role[0] == "d", "NAME_REL" if role[0] == "r" else "NAME"
        text, tag = self._text(who, form, doctor=doctor)
        return [Segment(text, kind, (tag, f"origin:{who.origin}"))]

    def _text(self, who: Person, form: str, *, doctor: bool) -> tuple[str, str]:
        rng = self.rng
        roll = rng.random()
        middle = f" {who.middle[0]}." if roll < 0.15 else f" {who.middle}" if roll < 0.2 else ""
        full = f"{who.first}{middle} {who.last}"
        if not form:
            roll = rng.random()
            if doctor and roll < 0.15:
                full = f"{who.first[0]}. {who.last}"
            elif roll < 0.19:
                quotes = rng.choice(('"{}"', "“{}”", "({})", "'{}'"))
                full = f"{who.first} {quotes.format(who.nick)} {who.last}"
            elif roll < 0.21:
                full += rng.choice((" Jr.", " Sr.", " III", ", Jr.", " II"))
            return full, "name:full"
        if form == "i":
            shape = rng.choice(("{0}.{1}.", "{0}{1}", "{0}. {1}.", "{0}.{1}", "{0}.{2}.{1}.", "{0}{2}{1}"))
            return shape.format(who.first[0], who.last[0], who.middle[0]), "name:initials"
        comma = rng.choice((", ", ", ", ","))
        texts = {
            "f": (who.first, "name:first"),
            "l": (who.last, "name:last"),
            "lf": (f"{who.last}{comma}{who.first}{middle}", "name:reversed"),
            "fi": (f"{who.first} {who.last[0]}.", "name:initial"),
            "n": (who.nick, "name:nickname"),
            "uc": (full.upper(), "name:capitals"),
            "luc": (who.last.upper(), "name:capitals"),
            "fuc": (who.first.upper(), "name:capitals"),
            "lfuc": (f"{who.last}{comma}{who.first}{middle}".upper(), "name:capitals"),
            "lc": (full.lower(), "name:lower"),
            "llc": (who.last.lower(), "name:lower"),
            "flc": (who.first.lower(), "name:lower"),
            "i2": (who.last[0] + rng.choice((".", "")), "name:initials"),
            "fl": (f"{who.first[0]}{rng.choice(('. ', '.', ' '))}{who.last}", "name:initial"),
            "li": (f"{who.last}{rng.choice((' ', ', '))}{who.first[0]}{rng.choice(('.', ''))}", "name:initial"),
        }
        return texts[form]

    def s_namew(self, _: str) -> list[Segment]:
        """A name disguised by spaces, leet, look-alikes or zero-width characters."""
        who = self.rng.choice((self.cast.p, self.cast.r))
        full = self.one(f"{who.first} {who.last}", f"{who.first} {who.last}", who.last, who.first)
        leet = {"o": "0", "i": "1", "e": "3", "a": "4", "s": "5"}
        joined = full.replace(" ", "")
        forms = (
            " ".join(joined),
            "  ".join(" ".join(part) for part in full.split()),
            "".join(leet.get(char, char) if self.rng.random() < 0.6 else char for char in full),
            ".".join(joined),
            "-".join(joined),
            "_".join(joined),
            "*".join(joined),
            full.replace("a", "а").replace("o", "о").replace("e", "е").replace("p", "р"),
            "\u200b".join(full),
            full[0] + "\u200d" + full[1:],
            full[:2] + "\u00ad" + full[2:],
            "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in full),
            full.replace("i", "1").replace("l", "1"),
        )
        text = self.rng.choice(forms)
        return [Segment(text, "NAME", ("obfuscated" if text != full else "name:full", f"origin:{who.origin}"))]
