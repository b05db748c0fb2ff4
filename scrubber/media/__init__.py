"""Files rebuilt from their pixels, never stripped: nothing of the original container survives.

`clean_in_child` is what the product calls: the same as `cleaning.clean_file`, in a limited child process.
"""

from scrubber.media.child import clean_in_child
from scrubber.media.result import Box, MediaResult
from scrubber.media.vocabulary import WORDS as CLINICAL_WORDS

__all__ = ["CLINICAL_WORDS", "Box", "MediaResult", "clean_in_child"]
