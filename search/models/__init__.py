from search.models.saved import Frequency, RecentSearch, SavedSearch, SavedSearchHit
from search.models.sequence import DocumentSequence
from search.models.vector import DocumentVector

__all__ = ["DocumentSequence", "DocumentVector", "Frequency", "RecentSearch", "SavedSearch", "SavedSearchHit"]
