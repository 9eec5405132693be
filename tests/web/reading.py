"""What a page says to its reader, and which of it is English."""

import re
from functools import cache
from html.parser import HTMLParser

from tools.words import message_ids, read_words

SAID_BY = ("title", "alt", "aria-label", "placeholder", "aria-description")
VOID = {"meta", "link", "input", "img", "br", "hr", "wbr", "col", "source"}
SILENT = {"script", "style"}
ENGLISH_WORD = re.compile(r"(?<![\w.@/-])[A-Za-z]{4,}(?![\w@/-])")


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        # What stands in another language on purpose, such as the switch to it.
        foreign = "lang" in given and tag != "html"
        if tag not in VOID:
            self._open.append("script" if foreign else tag)
        self.texts += [value for name in SAID_BY if (value := given.get(name))]
        if tag in ("input", "button") and given.get("type") in ("submit", "button"):
            self.texts.append(given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not SILENT & set(self._open) and data.strip():
            self.texts.append(" ".join(data.split()))


def texts_of(page: str) -> list[str]:
    """The texts that a reader of a page meets, with those read aloud."""
    parser = _Texts()
    parser.feed(page)
    return parser.texts


@cache
def english_words() -> frozenset[str]:
    """Words of our message ids that no Vietnamese text of ours uses."""
    vietnamese = {word.casefold() for text in read_words().values() for word in re.findall(r"\w+", text)}
    english = {
        word for message in message_ids() for word in re.findall(r"[a-z]{4,}", re.sub("{.*?}", "", message))
    }
    return frozenset(english - vietnamese)


def english_in(page: str, known: list[str]) -> set[str]:
    """Texts of a Vietnamese page that hold English words; `known` are data, such as names of accounts."""
    data = re.compile("|".join(map(re.escape, known)) or "(?!)")
    return {text for text in texts_of(page) if _words(data.sub("", text)) & english_words()}


def _words(text: str) -> set[str]:
    return {word.casefold() for word in ENGLISH_WORD.findall(text)}
