"""Migrations, and the triggers they install on SQLite (tests reinstall them after a flush)."""

SQLITE_TRIGGERS = [
    "CREATE TRIGGER IF NOT EXISTS audit_no_update BEFORE UPDATE ON audit_auditevent"
    " BEGIN SELECT RAISE(ABORT, 'audit rows are append-only'); END",
    "CREATE TRIGGER IF NOT EXISTS audit_no_delete BEFORE DELETE ON audit_auditevent"
    " BEGIN SELECT RAISE(ABORT, 'audit rows are append-only'); END",
]
