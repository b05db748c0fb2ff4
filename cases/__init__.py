"""Structured cases: revisions, attachments, outcomes. A case opens a community topic; community never hears of cases."""
