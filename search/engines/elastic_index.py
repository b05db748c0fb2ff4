"""What the Elasticsearch index looks like: stock analysers and a strict mapping, named by their hash."""

import hashlib
import json
from typing import Any

from elasticsearch.dsl import DenseVector, Integer, Keyword, Long, Mapping, Text, analyzer, token_filter

from search.documents import VECTOR_SIZE
from search.engines.base import FACETS

# Words come cut by `search.words`; these chains are the stock English one and the same without stemming.
_POSSESSIVE = token_filter("possessive_english", "stemmer", language="possessive_english")
_STEMMER = token_filter("english_stems", "stemmer", language="porter2")
STEMMED = analyzer("stemmed", tokenizer="standard", filter=[_POSSESSIVE, "lowercase", "asciifolding", _STEMMER])
PLAIN = analyzer("plain", tokenizer="standard", filter=["lowercase", "asciifolding"])
EXACT = ("id", "digest", "author", "tag", "mentions", "topic", "audience")
SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    "gc_deletes": "1h",  # how long a removal remembers its sequence
}


def _mapping() -> Mapping:
    mapping = Mapping()
    mapping.meta("dynamic", "strict")
    mapping.meta("_source", enabled=False)  # what is indexed is read from the database, never from here
    for name in ("text", "title", "outcome"):
        mapping.field(name, Text(analyzer=STEMMED))
        mapping.field(f"{name}_plain", Text(analyzer=PLAIN))
    mapping.field("codes", Text(analyzer=PLAIN, index_options="freqs"))
    for name in (*FACETS, *EXACT):
        mapping.field(name, Keyword())
    mapping.field("vocabulary", Keyword(index=False))
    for name in ("updated", "active", "sequence"):
        mapping.field(name, Long())
    mapping.field("votes", Integer())
    options = {"type": "int8_hnsw"}
    mapping.field("vector", DenseVector(dims=VECTOR_SIZE, index=True, similarity="cosine", index_options=options))
    return mapping


def body() -> dict[str, Any]:
    """Settings and mappings of a new index."""
    mapping = _mapping()
    return {"settings": {**SETTINGS, "analysis": mapping._collect_analysis()}, "mappings": mapping.to_dict()}


FINGERPRINT = hashlib.sha256(json.dumps(body(), sort_keys=True).encode()).hexdigest()[:12]
