"""Notices to a person: what happened, where, never the content itself. Use `notifying.notify`."""
