"""How far the demo is, for the first page."""

from functools import cache

from cases.models import Attachment
from cases.states import FileState
from config.demo import loading
from config.demo.journal import has_begun
from config.demo.models import SeedStep

_complete = False


def demo_progress() -> str:
    """One sentence while sample cases still come in; "" when they are there, or when this is no demo."""
    global _complete
    if _complete:  # asked at every visit of the first page
        return ""
    if not has_begun() or SeedStep.objects.filter(key="finished").exists():
        _complete = True
        return ""
    there = SeedStep.objects.filter(key__startswith="decide:").count()
    being_cleaned = Attachment.objects.filter(state=FileState.CHECKING).count()
    pictures = f" Pictures still being cleaned: {being_cleaned}." if being_cleaned else ""
    return f"Sample cases are coming in: {there} of {_decided_cases()} so far.{pictures}"


@cache
def _decided_cases() -> int:
    return sum(case.state != "submitted" for case in loading.cases())
