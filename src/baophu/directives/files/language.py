"""Whether a text is Vietnamese."""

import re
from itertools import islice
from pathlib import Path

from baophu.base.numbers import format_count
from baophu.base.syllables import SYLLABLE, likeness
from baophu.directives.files.refusals import OtherLanguage
from baophu.directives.files.text import Text

_WORD = re.compile(r"[^\W\d_]{2,}")
_MARKED = re.compile(r"[^\x00-\x7f]")
_LOOKED_AT = 1500
_BEGINNING = 60
_LEAST_LIKE, _LEAST_MARKED = 0.5, 0.15


def refuse_other_language(path: Path, text: Text) -> None:
    """Raises OtherLanguage where too few words are spelled as Vietnamese is, or bear its marks."""
    written = str(text)
    words = [found[0] for found in islice(_WORD.finditer(written), _LOOKED_AT)]
    like = [word for word in words if likeness(word) == SYLLABLE]
    marked = [word for word in like if _MARKED.search(word)]
    if words and (len(like) < _LEAST_LIKE * len(words) or len(marked) < _LEAST_MARKED * len(words)):
        raise OtherLanguage(
            file=path.name,
            share=format_count(len(marked)),
            words=format_count(len(words)),
            beginning=" ".join(written.split())[:_BEGINNING],
        )
