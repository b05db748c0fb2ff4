"""The forms of a case."""

from typing import Any

from django import forms

from accounts.specialties import CHOICES
from cases.models import CaseRevision
from cases.sections import SECTIONS, SETTINGS, SEXES, TEXT_FIELDS
from cases.services import CaseInput


class CaseForm(forms.Form):
    """A case as typed. Nothing of it is stored before it was scrubbed."""

    title = forms.CharField(
        label="Title", max_length=160, help_text="What a colleague would search for, without the diagnosis if unsolved."
    )
    specialty = forms.ChoiceField(label="Specialty", choices=[("", "Choose one"), *CHOICES])
    age = forms.IntegerField(
        label="Age in years", min_value=0, max_value=125, help_text="Stored as a band, e.g. 60 to 69."
    )
    sex = forms.ChoiceField(label="Sex", choices=[("", "Choose one"), *SEXES])
    setting = forms.ChoiceField(label="Setting", choices=[("", "Choose one"), *SETTINGS])
    consent = forms.BooleanField(
        label="Sharing this case is allowed where I work: the patient agreed, or my institution permits it.",
        error_messages={"required": "Confirm that sharing this case is allowed where you work."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for section in SECTIONS:
            self.fields[section.name] = forms.CharField(
                label=section.heading,
                help_text=section.hint,
                required=section.required,
                max_length=8000,
                widget=forms.Textarea(attrs={"rows": section.rows}),
            )

    def typed(self) -> CaseInput:
        """The cleaned form as the service takes it."""
        data = self.cleaned_data
        return CaseInput(
            fields={name: data[name] for name in TEXT_FIELDS},
            specialty=data["specialty"],
            age=data["age"],
            sex=data["sex"],
            setting=data["setting"],
            consent=data["consent"],
        )


def initial_from(revision: CaseRevision | None) -> dict[str, Any]:
    """What the form shows when a draft is opened again. The age was kept as a band only, so it is asked anew."""
    if revision is None:
        return {}
    fields = {name: getattr(revision, name) for name in (*TEXT_FIELDS, "sex", "setting")}
    return {**fields, "specialty": revision.case.specialty}


class OutcomeForm(forms.Form):
    """What it turned out to be."""

    final_diagnosis = forms.CharField(label="Final diagnosis", max_length=200)
    course = forms.CharField(
        label="How it was found, and how the patient did", max_length=8000, widget=forms.Textarea(attrs={"rows": 6})
    )
    teaching_points = forms.CharField(
        label="Teaching points",
        help_text="One per line.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class FileForm(forms.Form):
    """One file and its description."""

    file = forms.FileField(
        label="File",
        help_text="JPEG, PNG, WebP, HEIC, TIFF, GIF, BMP, DICOM or PDF, up to 50 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": "image/*,.dcm,.dicom,application/dicom,application/pdf"}),
    )
    alt = forms.CharField(
        label="Description",
        help_text="What it shows, for people who cannot see it: “Chest radiograph, AP, bilateral infiltrates”.",
        max_length=300,
    )
