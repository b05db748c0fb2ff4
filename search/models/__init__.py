from search.models.sequence import DocumentSequence

__all__ = ["DocumentSequence"]
