"""Search: one query language, two engines. A leaf: it listens to domain signals, and nothing imports it."""
