"""Shows what the scrubber replaced: as an outlined token whose words name the kind, never by colour alone."""

import re
from collections.abc import Iterable
from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from core.web.words import TOKEN_WORDS, kind_words

# What the scrubber leaves behind in stored text, e.g. [person], [record number].
_TAGS = re.compile(r"(<[^>]*>)")
PLACEHOLDER = re.compile(r"\[(" + "|".join(map(re.escape, TOKEN_WORDS)) + r")\]")


def mark_findings(text: str, findings: Iterable[Any], *, doubtful: Iterable[Any] = (), prefix: str = "f") -> SafeString:
    """Safe text as HTML with the replacements (`out_start`..`out_end`) as tokens and doubtful spans lit.

    Tokens get the ids `<prefix>-<n>`, n counting `findings` from 1, so that the list beside the text can link to them.
    Spans that overlap an earlier one, or lie outside the text, are left as plain text.
    """
    spans = [(f.out_start, f.out_end, f, f"{prefix}-{number}") for number, f in enumerate(findings, 1)]
    spans += [(f.out_start, f.out_end, f, "") for f in doubtful]
    spans.sort(key=lambda span: (span[0], -span[1]))
    parts: list[str] = []
    at = 0
    for start, end, finding, anchor in spans:
        if start < at or end > len(text) or start >= end:
            continue
        parts.append(escape(text[at:start]))
        parts.append(_token(text[start:end], finding, anchor) if anchor else _doubt(text[start:end], finding))
        at = end
    parts.append(escape(text[at:]))
    return mark_safe("".join(parts))  # every part was escaped or built by format_html


def mark_placeholders(html: str) -> SafeString:
    """Escaped text or sanitised HTML whose placeholders become tokens; what stands inside tags is left alone."""
    parts = _TAGS.split(str(html))
    parts[::2] = [PLACEHOLDER.sub(_placeholder, part) for part in parts[::2]]
    return mark_safe("".join(parts))  # only fixed markup was added


def _placeholder(match: re.Match[str]) -> str:
    return format_html(
        '<mark class="redaction" title="Taken out to protect the patient">'
        '<span class="visually-hidden">removed: </span>{}</mark>',
        match[1],
    )


def _token(shown: str, finding: Any, anchor: str) -> SafeString:
    kind = kind_words(finding.category)
    match = PLACEHOLDER.fullmatch(shown.strip())
    inner = shown if match is None else "removed" if match[1] in kind else match[1]
    return format_html(
        '<mark class="redaction" id="{}" tabindex="-1" title="{}"><span class="redaction__kind">{}</span>{}</mark>',
        anchor, getattr(finding, "reason", ""), kind, inner,
    )  # fmt: skip


def _doubt(shown: str, finding: Any) -> SafeString:
    return format_html(
        '<mark class="doubt" title="{}">{}<span class="doubt__kind">possible {}</span></mark>',
        getattr(finding, "reason", ""), shown, kind_words(finding.category),
    )  # fmt: skip
