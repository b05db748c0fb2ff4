"""Page plumbing: access marks, refusals, health, the styleguide, shared template tags."""
