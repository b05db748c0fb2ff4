"""Recording the outcome."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cases.forms import OutcomeForm
from cases.policies import check_can_record_outcome
from cases.selectors import own_case
from cases.services import record_outcome
from core.errors import NotAllowed, Refused
from core.web.access import member_required


@member_required
@never_cache
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Form for final diagnosis, course and teaching points; scrubbed before it is stored."""
    case = own_case(author=request.user, pk=pk)
    check_can_record_outcome(request.user, case)
    known = getattr(case, "outcome", None)
    initial = {name: getattr(known, name) for name in OutcomeForm.base_fields} if known else {}
    form = OutcomeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            record_outcome(case=case, by=request.user, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            messages.success(request, "Thank you. Everyone who took part was told.")
            return redirect("cases:detail", pk=case.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "cases/outcome.html", {"case": case, "form": form}, status=status)
