"""Side effects as rows: written in the transaction that causes them, done afterwards at least once, in any process.

Use `queueing.enqueue` and `queueing.handler`; `draining.drain` does the work.
"""
