"""The person: account, verified profession, policy training. Imported by all, imports no forum."""
