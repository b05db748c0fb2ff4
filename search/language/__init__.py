"""The words of clinicians: abbreviations, lay names, spellings, and how to write them right."""
