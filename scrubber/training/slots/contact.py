"""Telephone, mail, web, handles and files."""

from __future__ import annotations

from scrubber.training.slots.base import ONES, Draw, Segment


class ContactSlots(Draw):
    """Slots for ways to reach a person."""

    def s_phone(self, _: str) -> list[Segment]:
        """A telephone number."""
        a, b, c = self.rng.randint(201, 989), self.rng.randint(200, 999), self.digits(4)
        text = self.one(
            f"({a}) {b}-{c}", f"{a}-{b}-{c}", f"{a}.{b}.{c}", f"+1 {a} {b} {c}", f"{a} {b} {c}", f"{a}{b}{c}", f"{b}-{c}",
            f"+44 7700 {self.digits(6)}", f"{a}-{b}-{c} x{self.digits(3)}", f"({a}){b}-{c}", f"1-{a}-{b}-{c}", f"{a}/{b}-{c}",
            f"+{self.rng.randint(30, 99)} {self.digits(2)} {self.digits(4)} {self.digits(4)}", f"{a}-{b}-{c}, ext. {self.digits(3)}",
            f"0{self.digits(4)} {self.digits(6)}", f"{b} {c}",
        )  # fmt: skip
        return [Segment(text, "PHONE")]

    def s_fax(self, form: str) -> list[Segment]:
        """A fax number."""
        return [Segment(self.s_phone(form)[0].text, "FAX")]

    def s_pager(self, _: str) -> list[Segment]:
        """A pager number."""
        return [Segment(self.patterned("9999", "99999", "#9999", "999-9999", "9-9999"), "PHONE")]

    def s_ext(self, _: str) -> list[Segment]:
        """A telephone extension."""
        return [Segment(self.patterned("9999", "99999", "9-9999", "999"), "PHONE")]

    def s_phonew(self, _: str) -> list[Segment]:
        """A disguised telephone number."""
        number = str(self.rng.randint(201, 989)) + str(self.rng.randint(200, 999)) + self.digits(4)
        spelled = [ONES[int(char)] for char in number]
        text = self.one(
            " ".join(spelled),
            "-".join(spelled),
            ", ".join(spelled),
            f"{' '.join(spelled[:3])}, {' '.join(spelled[3:6])}, {' '.join(spelled[6:])}",
            " ".join(ONES[int(char)] if self.rng.random() < 0.5 else char for char in number),
            " ".join(number),
            ".".join(number),
            f"{number[:3]} . {number[3:6]} . {number[6:]}",
            f"{number[:3]}*{number[3:6]}*{number[6:]}",
            f"{number[:3]}_{number[3:6]}_{number[6:]}",
            f"({number[:3]}) {' '.join(number[3:6])} - {' '.join(number[6:])}",
            (number[:3] + "-" + number[3:6] + "-" + number[6:]).replace("0", "O").replace("1", "l"),
            "\u200b".join(number),
            "".join(chr(ord(char) + 0xFEE0) for char in number),
            f"{number[:3]} dash {number[3:6]} dash {number[6:]}",
        )
        return [Segment(text, "PHONE", ("obfuscated",))]

    def _user(self) -> str:
        who, n = self.rng.choice((self.cast.p, self.cast.r, self.cast.d)), self.rng.randint(1, 99)
        text = self.one(
            f"{who.first}.{who.last}", f"{who.first[0]}{who.last}", f"{who.last}{n}", f"{who.first}_{who.last}{n}",
            f"{who.nick}{n}", f"{who.last}.{who.first[0]}", f"{who.first}{who.last[0]}{n}", f"dr{who.last}", f"the_real_{who.nick}",
        )  # fmt: skip
        return text.lower().replace(" ", "").replace("'", "")

    def s_email(self, _: str) -> list[Segment]:
        """An e-mail address."""
        hosts = (
            "gmail.com",
            "yahoo.com",
            "hotmail.com",
            "hospital.org",
            "uni.edu",
            "mail.example.org",
            "icloud.com",
            "nhs.net",
            "med.example.edu",
        )
        return [Segment(f"{self._user()}@{self.rng.choice(hosts)}", "EMAIL")]

    def s_emailw(self, _: str) -> list[Segment]:
        """A disguised e-mail address."""
        dot = self.one(" dot ", "(dot)", "[dot]", " . ")
        user, host = (
            self._user().replace(".", dot).replace("_", self.one("_", " underscore ")),
            self.one("gmail", "yahoo", "proton", "outlook"),
        )
        text = self.one(
            f"{user} at {host} dot com", f"{user} (at) {host} (dot) com", f"{user} [at] {host} [dot] com", f"{user} AT {host} DOT com",
            f"{user}(at){host}.com", f"{user} @ {host} . com", f"{user}[@]{host}[.]com", f"{user} at {host}.com", f"{user} {{at}} {host} {{dot}} com",
        )  # fmt: skip
        return [Segment(text, "EMAIL", ("obfuscated",))]

    def s_url(self, _: str) -> list[Segment]:
        """A web address."""
        user = self._user()
        text = self.one(
            f"https://www.{user}.com/story", f"www.facebook.com/{user}", f"instagram.com/{user}", f"http://{user}.blogspot.com",
            f"https://gofund.example/{user}", f"linkedin.com/in/{user}", f"youtu.be/{self.letters(3)}{self.digits(4)}", f"www.{user}.org",
            f"{user}.com", f"https://caringbridge.example/visit/{user}",
        )  # fmt: skip
        return [Segment(text, "URL")]

    def s_urlw(self, _: str) -> list[Segment]:
        """A disguised web address."""
        user = self._user().replace(".", "").replace("_", "")
        return [
            Segment(
                self.one(f"{user} dot com", f"www dot {user} dot org", f"{user}[.]com", f"hxxp://{user}.com"),
                "URL",
                ("obfuscated",),
            )
        ]

    def s_handle(self, _: str) -> list[Segment]:
        """A user name, perhaps without a sign."""
        user = self._user().replace(".", "_")
        if not any(char.isdigit() or char == "_" for char in user):
            user += str(self.rng.randint(1, 99))
        return [Segment(self.one("@", "@", "", "", "u/") + user, "HANDLE")]

    def s_handleb(self, _: str) -> list[Segment]:
        """A user name behind an @."""
        return [Segment("@" + self._user().replace(".", "_"), "HANDLE")]

    def s_ip(self, _: str) -> list[Segment]:
        """A network address."""
        return [Segment(".".join(str(self.rng.randint(1, 254)) for _ in range(4)), "IP")]

    def s_photo(self, _: str) -> list[Segment]:
        """The file name of a picture or recording."""
        last, first = self.cast.p.last.lower().replace(" ", ""), self.cast.p.first.replace(" ", "")
        text = self.one(
            f"{last}_face.jpg", f"IMG_{self.digits(4)}.jpg", f"{first}{self.digits(2)}.png", f"voice-{self.digits(5)}.m4a", f"DSC{self.digits(5)}.JPG",
            f"{last}-{self.digits(4)}.mp4", f"photo_{first.lower()}_{self.year}.heic", f"WhatsApp-{self.digits(8)}.jpeg", f"{last}_gait.mov", f"rec_{self.digits(6)}.wav",
        )  # fmt: skip
        return [Segment(text, "PHOTO")]
