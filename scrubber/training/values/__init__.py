"""Values the generator fills its slots with."""
