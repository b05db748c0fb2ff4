from search.views.results import results
from search.views.saving import change, delete, open_one, save, saved
from search.views.suggesting import similar_to_case, similar_to_draft, suggest

__all__ = [
    "change", "delete", "open_one", "results", "save", "saved", "similar_to_case", "similar_to_draft", "suggest",
]  # fmt: skip
