"""A discussion's own page, its events over HTTP, its label and the read mark."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from community import selectors
from community.forms import LabelForm
from community.live import topic_events
from community.services import mark_read, set_label
from community.subjects import has_page, topic_url
from community.views.discussing import shown_discussion
from core.errors import Refused
from core.web.access import member_required

EVENTS_A_TIME = 500


@member_required
@require_GET
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The discussion. A topic that belongs to a case is shown on the case's page."""
    topic = get_object_or_404(selectors.visible_topics(request.user), pk=pk)
    if has_page(topic):
        return redirect(topic_url(topic))
    return render(request, "community/topic.html", shown_discussion(request, topic))


@member_required
@require_GET
def events(request: HttpRequest, pk: int) -> HttpResponse:
    """What happened after `?after=<seq>`: {"events": […], "head": seq}. At most 500; ask again until the head."""
    topic = get_object_or_404(selectors.visible_topics(request.user), pk=pk)
    after = request.GET.get("after", "")
    found = topic_events(topic.pk, int(after) if after.isdigit() else 0, EVENTS_A_TIME)
    return JsonResponse({"events": found, "head": max([topic.last_seq, *(event["seq"] for event in found)])})


@member_required
@require_POST
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Remember how far the member read (`seq`); sent by the page while new replies come in."""
    topic = get_object_or_404(selectors.visible_topics(request.user), pk=pk)
    seq = request.POST.get("seq", "")
    if seq.isdigit():
        mark_read(topic=topic, seq=int(seq), by=request.user)
    return HttpResponse(status=204)


@member_required
@require_POST
def label(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the label."""
    topic = get_object_or_404(selectors.visible_topics(request.user), pk=pk)
    form = LabelForm(request.POST)
    if not form.is_valid():
        raise Refused("Choose one of the labels.", field="label")
    set_label(topic=topic, label=form.cleaned_data["label"], by=request.user)
    return redirect(topic_url(topic))
