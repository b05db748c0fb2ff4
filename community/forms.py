"""Forms of the forum. They keep what was typed; the services scrub it."""

from django import forms

from community.services.posts import LONGEST_POST
from community.services.topics import LONGEST_TITLE
from community.states import Label

HINT = "Leave out names, dates and numbers that could identify a patient. We check before anything is stored. @name asks a colleague."


class ReplyForm(forms.Form):
    """A reply, or the new words of one."""

    text = forms.CharField(
        label="Your reply",
        help_text=HINT,
        max_length=LONGEST_POST,
        error_messages={"required": "Write your reply first."},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class EditForm(ReplyForm):
    """The new words, and the version they replace."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class NewTopicForm(forms.Form):
    """A discussion without a case."""

    title = forms.CharField(
        label="Title",
        help_text="What you want to discuss, in one line.",
        max_length=LONGEST_TITLE,
        error_messages={"required": "Give the discussion a title."},
    )
    text = forms.CharField(
        label="First post",
        help_text=HINT,
        max_length=LONGEST_POST,
        error_messages={"required": "Write the first post."},
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class LabelForm(forms.Form):
    """What the topic is now."""

    label = forms.ChoiceField(label="Label", choices=Label.choices)
