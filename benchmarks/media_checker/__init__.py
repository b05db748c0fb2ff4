"""Judges what a media scrubber left behind. Shares no code with `scrubber`: reads results with exiftool, dcmtk, poppler,
tesseract, Pillow and numpy, and knows what was planted from the corpus' manifest."""
