"""A held-out corpus: invented notes, letters, reports, posts and questions with their identifiers marked by hand.

Nothing of it is used for training. A file holds many documents, each begun by ``=== kind``; an identifier is written
``[[TYPE.tag:words]]``, where the tags give a name's origin (``vi``, ``ng``, …) or say that it is disguised (``obf``).
The marks are minimal: a name without its title, a written date without its year, a hospital's distinctive name without
"Hospital". Not marked, because not identifying: ages up to 89, years, relative times, states, authors of literature,
trials, device models, laboratory values.
"""

from tests.corpus.deid_text.loading import Document, Mark, documents

__all__ = ["Document", "Mark", "documents"]
