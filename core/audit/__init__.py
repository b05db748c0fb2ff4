"""Append-only, hash-chained record of who did what to which object. Use `recording.record`.

Holds ids, counts and categories, never text.
"""
