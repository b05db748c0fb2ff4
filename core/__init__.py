"""What every app needs and no feature owns: audit, outbox, notices, live events, page plumbing. Imports no app."""
