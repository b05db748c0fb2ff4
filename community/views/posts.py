"""Replying and editing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from community import selectors
from community.forms import EditForm, ReplyForm
from community.models import Post
from community.policies import check_can_edit_post, check_can_reply
from community.scrubbing import redaction_notice
from community.services import edit_post, write_post
from community.subjects import topic_url
from core.errors import Refused
from core.web.access import member_required


@member_required
@require_POST
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a reply. What cannot be made safe comes back with the words still in the box."""
    topic = get_object_or_404(selectors.visible_topics(request.user), pk=pk)
    check_can_reply(request.user, topic)
    form = ReplyForm(request.POST)
    if form.is_valid():
        try:
            post = write_post(topic=topic, text=form.cleaned_data["text"], by=request.user)
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            return _shown(request, post)
    context = {"topic": topic, "topic_page": topic_url(topic), "reply_form": form}
    return render(request, "community/reply.html", context, status=422)


@member_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change one's own reply."""
    post = get_object_or_404(selectors.visible_posts(request.user), pk=pk)
    check_can_edit_post(request.user, post)
    initial = {"text": post.source, "version": post.version}
    form = EditForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            post = edit_post(post=post, by=request.user, **form.cleaned_data)
        except Refused as error:
            form.add_error(error.field or None, str(error))
        else:
            return _shown(request, post)
    status = 422 if request.method == "POST" else 200
    context = {"post": post, "topic": post.topic, "topic_page": topic_url(post.topic), "form": form}
    return render(request, "community/edit_post.html", context, status=status)


def _shown(request: HttpRequest, post: Post) -> HttpResponse:
    if notice := redaction_notice(post.receipt):
        messages.warning(request, notice)
    return redirect(f"{topic_url(post.topic)}#post-{post.pk}")
