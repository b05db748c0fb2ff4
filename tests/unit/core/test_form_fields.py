"""Fields tie label, hint, error and control together by ids."""

from django import forms

from core.web.fields import error_target, render_field
from core.web.templatetags.ui import error_list


class SampleForm(forms.Form):
    title = forms.CharField(label="Title", help_text="One line", max_length=50)
    story = forms.CharField(widget=forms.Textarea, max_length=100, required=False)
    sex = forms.ChoiceField(choices=[("f", "Female")], widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="Agreed")


def test_hint_and_error_describe_the_control():
    html = render_field(SampleForm({})["title"])
    assert 'aria-describedby="id_title-hint id_title-error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_title-error"' in html and 'id="id_title-hint"' in html


def test_an_optional_field_says_so_and_a_long_text_counts():
    html = render_field(SampleForm()["story"])
    assert "(optional)" in html
    assert 'data-limit="100"' in html and 'data-module="count"' in html


def test_choices_are_a_fieldset_and_errors_lead_to_the_first_choice():
    form = SampleForm({})
    html = render_field(form["sex"])
    assert "<fieldset" in html and "<legend" in html
    assert error_target(form["sex"]) == "id_sex_0"


def test_a_checkbox_has_its_label_around_it():
    html = render_field(SampleForm()["agreed"])
    assert html.index("<label") < html.index("<input")


def test_options_reach_the_control_and_the_wrapper():
    html = render_field(SampleForm()["title"], hints_url="/hints/", autocomplete="off", wrap_data_x="1")
    assert 'data-hints-url="/hints/"' in html and 'autocomplete="off"' in html and 'data-x="1"' in html


def test_above_the_form_a_missing_value_is_told_by_the_name_of_its_field():
    told = [row["text"] for row in error_list(SampleForm({"title": "x" * 51}))]
    assert told[1:] == ["Sex: This field is required.", "Agreed: This field is required."]
    assert told[0].startswith("Ensure this value has at most 50 characters")
