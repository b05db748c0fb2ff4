"""Form fields after the GOV.UK and NHS pattern: label, hint and error above the control, all tied by ids."""

from typing import Any

from django.forms import (
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    FileInput,
    HiddenInput,
    RadioSelect,
    Textarea,
)
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_NOTHING = SafeString("")


def render_field(bound: BoundField, *, error_icon: SafeString = _NOTHING, **options: Any) -> SafeString:
    """One field.

    Options: `label`, `hint` (replaces help_text), `optional` (False hides the word), `css` (extra classes of the
    wrapper), `module` (data-module of the wrapper), `hints_url` (live identifier hints; sets module "hints"),
    `wrap_data_x="…"` (data-x of the wrapper). Everything else becomes an attribute of the control.
    """
    if isinstance(bound.field.widget, HiddenInput):
        return SafeString(str(bound))
    parts = _Parts(bound, error_icon, options)
    widget = bound.field.widget
    if isinstance(widget, CheckboxInput):
        return parts.checkbox()
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return parts.choices()
    return parts.control()


class _Parts:
    def __init__(self, bound: BoundField, error_icon: SafeString, options: dict[str, Any]) -> None:
        self.bound = bound
        self.options = options
        self.icon = error_icon
        self.base = bound.auto_id or bound.html_name
        self.label = options.pop("label", None) or bound.label
        self.hint = options.pop("hint", None) or bound.help_text
        self.css = options.pop("css", "")
        self.modules = [name for name in (options.pop("module", ""),) if name]
        self.show_optional = options.pop("optional", True) and not bound.field.required
        self.wrapper: dict[str, Any] = {}
        hints_url = options.pop("hints_url", "")
        if hints_url:
            self.modules.append("hints")
            self.wrapper["data-hints-url"] = hints_url
        for name in [name for name in options if name.startswith("wrap_")]:
            self.wrapper[name.removeprefix("wrap_").replace("_", "-")] = options.pop(name)

    def control(self) -> SafeString:
        label = format_html(
            '<label class="field__label" for="{}">{}{}</label>', self.bound.id_for_label, self.label, self._optional()
        )
        return self._wrap(label, self._hint(), self._errors(), self._widget(), self._foot())

    def checkbox(self) -> SafeString:
        label = format_html(
            '<label for="{}">{}<span>{}{}</span></label>',
            self.bound.id_for_label, self._widget(), self.label, self._hint_inside(),
        )  # fmt: skip
        self.css = f"{self.css} field--check"
        return self._wrap(self._errors(), label)

    def choices(self) -> SafeString:
        described = self._described()
        inner = format_html(
            '<fieldset{}><legend class="field__label">{}{}</legend>{}{}<div class="choices">{}</div></fieldset>',
            format_html(' aria-describedby="{}"', described) if described else _NOTHING,
            self.label, self._optional(), self._hint(), self._errors(), self.bound.as_widget(attrs=self._attrs({})),
        )  # fmt: skip
        return self._wrap(inner)

    def _widget(self) -> SafeString:
        attrs: dict[str, Any] = {}
        described = self._described()
        if described:
            attrs["aria-describedby"] = described
        if self.bound.errors:
            attrs["aria-invalid"] = "true"
        return self.bound.as_widget(attrs=self._attrs(attrs))

    def _attrs(self, attrs: dict[str, Any]) -> dict[str, Any]:
        for name, value in self.options.items():
            attrs[name.strip("_").replace("_", "-")] = value
        return attrs

    def _described(self) -> str:
        ids = [f"{self.base}-hint"] if self.hint else []
        if self.bound.errors:
            ids.append(f"{self.base}-error")
        if self._limit():
            ids.append(f"{self.base}-count")
        return " ".join(ids)

    def _limit(self) -> int | None:
        limit = getattr(self.bound.field, "max_length", None)
        return limit if limit and isinstance(self.bound.field.widget, Textarea) else None

    def _foot(self) -> SafeString:
        limit = self._limit()
        if not limit:
            return _NOTHING
        self.modules.append("count")
        self.wrapper["data-limit"] = limit
        return format_html(
            '<div class="field__foot"><span id="{}-count" data-count>Up to {} characters</span></div>', self.base, limit
        )

    def _optional(self) -> SafeString:
        return SafeString(' <span class="field__optional">(optional)</span>') if self.show_optional else _NOTHING

    def _hint(self) -> SafeString:
        if not self.hint:
            return _NOTHING
        return format_html('<div class="field__hint" id="{}-hint">{}</div>', self.base, self.hint)

    def _hint_inside(self) -> SafeString:
        if not self.hint:
            return _NOTHING
        return format_html('<span class="choice__hint" id="{}-hint">{}</span>', self.base, self.hint)

    def _errors(self) -> SafeString:
        if not self.bound.errors:
            return _NOTHING
        words = format_html_join(" ", "{}", ((error,) for error in self.bound.errors))
        return format_html(
            '<p class="field__error" id="{}-error">{}<span><span class="visually-hidden">Error: </span>{}</span></p>',
            self.base, self.icon, words,
        )  # fmt: skip

    def _wrap(self, *parts: SafeString) -> SafeString:
        classes = " ".join(
            part for part in ("field", self.css.strip(), "field--error" if self.bound.errors else "") if part
        )
        if isinstance(self.bound.field.widget, FileInput):
            classes += " field--file"
        if self.modules:
            self.wrapper["data-module"] = " ".join(self.modules)
        extra = format_html_join("", ' {}="{}"', self.wrapper.items())
        body = format_html_join("", "{}", ((part,) for part in parts))
        return format_html('<div class="{}"{}>{}</div>', classes, extra, body)


def error_target(bound: BoundField) -> str:
    """The id that the error summary links to: the control, or the first choice of a group."""
    if isinstance(bound.field.widget, RadioSelect | CheckboxSelectMultiple):
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id or bound.html_name
