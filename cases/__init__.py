"""Structured cases: revisions, attachments, outcomes. A case opens a topic; community never hears of cases."""
