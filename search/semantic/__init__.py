"""Meaning beside words: sentences as vectors of a small language model, made and compared on this machine."""
