"""What each kind of notice says. No kind quotes content: a mail server must never see a case."""

WORDS: dict[str, tuple[str, bool]] = {
    # kind: (sentence, also sent by e-mail)
    "verification.approved": ("Your profession was confirmed. Read and accept the policy to enter.", True),
    "verification.declined": ("Your verification was declined. See the reason and what you can do.", True),
    "verification.revoked": ("Your verification was ended. See the reason and what you can do.", True),
    "verification.expired": ("Your verification ran out. Claim your profession again to go on.", True),
    "verification.waiting": ("A clinician waits for verification.", False),
    "case.published": ("Your case was published. Colleagues can answer now.", True),
    "case.returned": ("Your case came back with a note from a moderator.", True),
    "case.rejected": ("Your case was not published. See the reason; you can appeal.", True),
    "case.in_specialty": ("A new case in your specialty.", False),
    "case.outcome": ("The outcome of a case you took part in is known.", False),
    "attachment.ready": ("A file of your case was cleaned. Look at the result.", False),
    "attachment.held": ("A file of your case needs a person to look at it.", False),
    "dispute.accepted": ("A moderator agreed: the redaction you disputed was lifted.", False),
    "dispute.declined": ("A moderator kept the redaction you disputed.", False),
    "post.mention": ("A colleague asked you by name in a discussion.", True),
    "post.reply": ("New reply in a discussion you take part in.", False),
    "content.approved": ("Something you wrote was looked at and is published.", True),
    "content.returned": ("Something you wrote came back with a note from a moderator.", True),
    "content.rejected": ("Something you wrote was not published. See the reason; you can appeal.", True),
    "content.hidden": ("Something you wrote was hidden while a moderator looks at it.", True),
    "content.restored": ("Something you wrote is visible again.", True),
    "content.removed": ("Something you wrote was removed. See the reason; you can appeal.", True),
    "flag.decided": ("A moderator decided on something you flagged.", False),
    "appeal.decided": ("Your appeal was decided.", True),
    "search.alert": ("New results for a saved search.", False),
    "search.digest": ("New results for your saved searches.", True),
}


def sentence(kind: str) -> str:
    """The sentence of a kind. Raises KeyError for a kind nobody described."""
    return WORDS[kind][0]


def goes_by_mail(kind: str) -> bool:
    """Whether the kind is also sent as e-mail."""
    return WORDS[kind][1]
