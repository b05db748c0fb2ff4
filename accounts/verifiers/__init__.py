"""Ways to check a claimed profession."""
