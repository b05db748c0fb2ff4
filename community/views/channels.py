"""Channels and what is discussed in them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from community import selectors
from community.forms import NewTopicForm
from community.scrubbing import redaction_notice
from community.services import start_discussion
from community.states import Label
from core.errors import Refused
from core.web.access import member_required


@member_required
@require_GET
def channel_list(request: HttpRequest) -> HttpResponse:
    """Every channel, with what is new in it."""
    return render(request, "community/channels.html", {"channels": selectors.channels_with_news(request.user)})


@member_required
@require_GET
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The topics of a channel by latest activity (`?label=`, `?before=`); grows live."""
    channel = get_object_or_404(selectors.channels(), slug=slug)
    label = request.GET.get("label", "")
    label = label if label in Label.values else ""
    before = request.GET.get("before", "")
    page = selectors.topics_in(request.user, channel, label=label, before=before)
    context = {
        "channel": channel,
        "page": page,
        "label": label,
        "labels": Label.choices,
        # A filtered or earlier page would not know where a new row belongs.
        "live_group": f"channel:{channel.pk}" if not (label or before) else "",
        "live_after": channel.last_seq,
    }
    return render(request, "community/channel.html", context)


@member_required
@require_http_methods(["GET", "POST"])
def new_topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Open a discussion without a case."""
    channel = get_object_or_404(selectors.channels(), slug=slug)
    form = NewTopicForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            topic, post = start_discussion(channel=channel, by=request.user, **form.cleaned_data)
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            for receipt in (topic.receipt, post.receipt):
                if notice := redaction_notice(receipt):
                    messages.warning(request, notice)
            return redirect("topics:detail", pk=topic.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "community/new_topic.html", {"channel": channel, "form": form}, status=status)
