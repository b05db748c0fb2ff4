"""Names without title or surname in posts, and the signs and diseases that only look like them."""

from __future__ import annotations

import pytest

from scrubber.recognizers import bare_names
from tests.unit.scrubber_text.marking import found_by, unmarked


@pytest.mark.parametrize(
    "marked",
    [
        "discharged ⟦Kowalczyk⟧ yesterday, bounced back at 3am",
        "what to do with ⟦Shaniqua⟧'s rash?",
        "Update on ⟦Yusuf⟧: off the vent",
        "For ⟦Marguerite⟧ the dose was halved",
        "the ⟦Hargreaves⟧ twins, both 32 weekers",
        "Baby girl ⟦Vang⟧ 2.1 kg",
        "extubated ⟦Oduya⟧, all good",
    ],
)
def test_a_single_name_is_found(marked: str) -> None:
    text, spans = unmarked(marked)
    assert found_by(bare_names.RECOGNIZER, text) == [(span, "NAME") for span in spans]


@pytest.mark.parametrize(
    "text",
    [
        "Crohn's disease, Graves' eyes, Wilson's disease and Still's murmur",
        "reviewed Cochrane and discharged Monday",
        "Tuesday clinic in Virginia, India ink from China",
        "Addison's crisis; Morgan lens in",
    ],
)
def test_signs_days_and_places_are_left_alone(text: str) -> None:
    assert found_by(bare_names.RECOGNIZER, text) == []
