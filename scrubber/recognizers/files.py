"""Names of photographs, recordings and biometric files: Safe Harbor's full-face photos and biometric identifiers."""

from __future__ import annotations

import re

from scrubber.registry import PatternRecognizer, Rule

_I = re.IGNORECASE
RECOGNIZER = PatternRecognizer(
    "files",
    (
        Rule("file.name", "PHOTO", re.compile(
            r"(?<![\w./\\-])(?:[A-Za-z]:\\|/|\\\\)?[\w\-.\\/()+%]{1,120}\.(?:jpe?g|png|heic|heif|gif|bmp|tiff?|webp|mp4|mov|avi|mkv|wav|mp3|m4a|aac|ogg|flac|amr|dcm|dicom|nii|svs|raw|cr2|nef|3gp|webm|pdf|docx?|xlsx?|zip|wsq|eft|an2|iso|tpl|bin|dat|fpt|iris|edf|npy|obj|stl|ply|glb|usdz)(?!\w)", _I),
            0.93, "A file name of a picture, recording or document can carry or lead to the person.",
            check=lambda m: len(m.group()) > 4),
        Rule("file.taken", "PHOTO", re.compile(
            r"(?<!\w)(?:WhatsApp (?:Image|Video|Audio|Ptt)|Screen ?[Ss]hot|Photo|Image|Recording|Scan) (?:\d{4}-\d\d-\d\d|\d{8})(?: at)?(?: [\d.:]{4,8})?(?: [AP]M)?(?: ?[–—-] ?[\w-]{1,60}| ?\(\d{1,3}\)){0,2}\.[a-z0-9]{3,4}(?!\w)"),
            0.93, "A file name of a picture, recording or document can carry or lead to the person.", digits=True),
        Rule("biometric", "BIOMETRIC", re.compile(
            r"\b(?:finger ?print|retinal? scan|iris(?: scan| code)?|voice ?print|palm ?print|hand geometry|face ?(?:id|print|template|scan|recognition)|facial (?:recognition|template|scan)|biometric|gait signature|dna profile|thumb ?print|vein scan|ear ?print)s?"
            r"(?: ?(?:template|hash|record|file|id|identifier|code|ref(?:erence)?|number|no|scan|image|sample|token|enrol?lment|key|card|profile|data|on file|stored as|saved as|is|as|was|of|captured|registered|under)){0,4}[\s:#=(]{1,4}((?=[\w\-./]{0,20}\d)[A-Za-z0-9][\w\-./]{3,60}\w)", _I),
            0.93, "A biometric record identifies one person.", 1, digits=True),
        Rule("biometric.code", "BIOMETRIC", re.compile(r"(?<![\w-])(?:FP|IRIS|VOICE|VP|BIO|RET|FACE|FID|VPR|PALM|VOX|RETINA|BIOM?|GAIT|DNA)[-_](?=[\w-]*\d)[\w-]{3,40}(?![\w-])"), 0.85,
             "A biometric record identifies one person."),
    ),
)  # fmt: skip
