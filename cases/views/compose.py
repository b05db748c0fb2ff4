"""Writing a case: form, check answers, files, send."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cases.checking import checked_fields, risk_rows
from cases.forms import CaseForm, initial_from
from cases.models import Case
from cases.policies import check_can_edit
from cases.screening import Choices, Screening, refuse_if_blocked, safe_case
from cases.selectors import own_case, own_cases
from cases.services import save_revision, screen_case, start_case, submit_case
from cases.views.pictures import picture_rows
from cases.views.steps import FORM_STEPS, LATER_STEPS, steps_at
from core.errors import NotAllowed, Refused
from core.web.access import member_required


@member_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """What to know before starting, one's unfinished cases, and the button that starts one."""
    if request.method == "POST":
        return redirect("cases:edit", pk=start_case(by=request.user).pk)
    drafts = [case for case in own_cases(request.user) if case.state in {"draft", "returned"}]
    return render(request, "cases/new.html", {"drafts": drafts})


@member_required
@never_cache
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The form; posted with `action` check, save or back. What was typed travels in the page only."""
    case = own_case(author=request.user, pk=pk)
    check_can_edit(request.user, case)
    if request.method == "GET":
        return _form_page(request, case, CaseForm(initial=initial_from(case.latest_revision())))
    form = CaseForm(request.POST)
    if request.POST.get("action") == "back":
        return _form_page(request, case, CaseForm(initial=request.POST.dict()))
    if not form.is_valid():
        return _form_page(request, case, form, 422)
    choices = _choices(request)
    try:
        if request.POST.get("action") == "save":
            revision = save_revision(case=case, typed=form.typed(), choices=choices, by=request.user)
            messages.success(request, f"Saved without identifiers (version {revision.number}). Now the pictures.")
            return redirect("cases:files", pk=case.pk)
        screening = screen_case(case, form.typed(), choices)
        refuse_if_blocked(screening)
    except NotAllowed:
        raise
    except Refused as error:
        form.add_error(error.field or None, str(error))
        return _form_page(request, case, form, 422)
    return _check_page(request, case, form, screening, choices)


@member_required
@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Last look at exactly what is stored, then to the moderators."""
    case = own_case(author=request.user, pk=pk)
    problem = ""
    if request.method == "POST":
        try:
            submit_case(case=case, by=request.user)
        except NotAllowed:
            raise
        except Refused as error:
            problem = str(error)
        else:
            messages.success(
                request, "Sent. A moderator looks at it, usually within a few hours; we tell you by e-mail."
            )
            return redirect("cases:detail", pk=case.pk)
    context = {
        "case": case,
        "steps": steps_at(case, "Send"),
        "revision": case.latest_revision(),
        "pictures": picture_rows(case.attachments.all(), request.user),
        "problem": problem,
    }
    return render(request, "cases/send.html", context, status=422 if problem else 200)


def _choices(request: HttpRequest) -> Choices:
    """What was chosen so far, and the button just pressed: `broaden` adds details to generalise, `keep` takes them back."""
    words = request.POST.get("must_hide", "")
    generalised = {*request.POST.getlist("generalise"), *request.POST.get("broaden", "").split()}
    generalised -= {*request.POST.get("keep", "").split()}
    return Choices(
        disputed=frozenset(request.POST.getlist("dispute")),
        generalised=frozenset(generalised),
        must_hide=tuple(word.strip() for word in words.replace("\n", ",").split(",") if len(word.strip()) > 1),
    )


def _form_page(request: HttpRequest, case: Case, form: CaseForm, status: int = 200) -> HttpResponse:
    steps = [
        {"key": key, "heading": heading, "fields": [form[name] for name in names]} for key, heading, names in FORM_STEPS
    ]
    context = {"case": case, "form": form, "steps": steps, "later": LATER_STEPS}
    return render(request, "cases/edit.html", context, status=status)


def _check_page(
    request: HttpRequest, case: Case, form: CaseForm, screening: Screening, choices: Choices
) -> HttpResponse:
    safe = safe_case(screening, choices)
    rows = risk_rows(safe, choices)
    context = {
        "case": case,
        "steps": steps_at(case, "Check"),
        "typed": [(field.html_name, field.value()) for field in form if field.html_name != "consent"],
        "fields": checked_fields(safe),
        "count": screening.redaction_count,
        "risk": safe.risk,
        "risk_rows": rows,
        "all_keys": " ".join(row["keys"] for row in rows if row["keys"] and not row["applied"]),
        "choices": choices,
        "generalised": sorted(choices.generalised),
        "must_hide": request.POST.get("must_hide", ""),
    }
    return render(request, "cases/check.html", context)
