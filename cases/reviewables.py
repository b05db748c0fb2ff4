"""How moderation judges a case: the adapter it is given at start-up."""

from typing import Any

from django.http import Http404
from django.template.loader import render_to_string
from django.urls import reverse

from accounts.models import User
from cases.models import Case, CaseRevision
from cases.sealing import unseal_passage
from cases.sections import HEADINGS, TEXT_FIELDS
from cases.services import (
    hide_case,
    publish_case,
    purge_case,
    reject_case,
    remove_case,
    restore_case,
    return_case,
)
from cases.states import DisputeState, FileState
from cases.views.pictures import picture_rows
from moderation.registry import Snapshot, SnapshotDispute, SnapshotFile
