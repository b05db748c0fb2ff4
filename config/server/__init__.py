"""`manage.py serve`: the embedded product. Wiring of pages, sockets, outbox and demo in one process."""
