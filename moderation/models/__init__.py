from moderation.models.decision import Appeal, Decision
from moderation.models.incident import Incident
from moderation.models.item import Flag, ReviewItem

__all__ = ["Appeal", "Decision", "Flag", "Incident", "ReviewItem"]
