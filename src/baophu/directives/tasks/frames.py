"""Where in a directive something is asked for, and of whom where a sentence does not say."""

import re
from dataclasses import dataclass, field

from baophu.areas.offices import office_key
from baophu.directives.names.offices import Office
from baophu.directives.tasks.structure import Block
from baophu.directives.tasks.subjects import Subject, addressed, is_proper
from baophu.directives.words.verbs import begins_action, counts, instruct, is_modal

_OPENS = re.compile(
    r"có\s+ý\s+kiến|tổ\s+chức\s+thực\s+hiện|phân\s+công|trách\s+nhiệm"
    r"|kết\s+luận|quyết\s+định|nhiệm\s+vụ|giải\s+pháp|nội\s+dung\s+sau"
    r"|yêu\s+cầu|chỉ\s+đạo|đề\s+nghị|giao|chỉ\s+thị|như\s+sau",
    re.IGNORECASE,
)
_THEREBY = re.compile(r"(?:theo\s+đó|cụ\s+thể|trong\s+đó)\b", re.IGNORECASE)
_HANDED_OUT = re.compile(
    r"(?:giao\s+(?:nhiệm\s+vụ|việc|trách\s+nhiệm)|phân\s+công|chỉ\s+đạo|yêu\s+cầu)(?!\s+của)\b", re.IGNORECASE
)
_MANY_OF_OWNER = 2
_UNNUMBERED = 10


@dataclass(frozen=True, slots=True)
class Assigned:
    """The offices of a task; `unsure` where the text leaves open whose it is."""

    offices: tuple[Office, ...]
    unsure: bool = False


@dataclass
class Frames:
    """Goes through the blocks of a body and remembers who was asked last.

    Until something opens it, a text only tells. A letter's tasks without an office are its addressees'.
    """

    issuer: str
    addressees: tuple[str, ...]
    letter: bool
    _opened: bool = False
    _speakers: frozenset[str] = frozenset()
    _first: tuple[Office, ...] = ()
    _first_count: int = 0
    _last: tuple[Office, ...] = ()
    _framed: tuple[Office, ...] = field(default=())
    _whole: tuple[Office, ...] = ()  # those asked before the first number: all below is theirs
    _numbered: bool = False

    def enter(self, block: Block) -> None:
        """A new paragraph: in running text whose it is begins anew."""
        self._numbered = self._numbered or block.rank < _UNNUMBERED
        self._first, self._last, self._first_count = (), (), 0
        if block.heading and block.words.text:
            self.lead_in(block.words.text, None)
        if block.owner and block.owned_by_heading and (block.heading or not counts(block.words.text)):
            self._opened = True

    def heard(self, subject: Subject) -> None:
        """Somebody requires something: what follows is asked for, and what the speakers do is only told."""
        self._opened = True
        self._speakers |= {office_key(office.name) for office in subject.by}

    def follows(self, text: str, before: str) -> None:
        """`… đã giao nhiệm vụ cho từng bộ phận. Theo đó, …`: what was said to be handed out comes now."""
        if _THEREBY.match(text) and _HANDED_OUT.search(before):
            self._opened = True

    def lead_in(self, text: str, subject: Subject | None) -> None:
        """A line that opens a list: `UBND huyện yêu cầu các phòng, ban … sau:`."""
        if _OPENS.search(text) or (subject and subject.offices):
            self._opened = True
        self._framed = subject.offices if subject and subject.instructed else addressed(text)
        if self._framed and not self._numbered:
            self._whole = self._framed

    def asks(self, block: Block) -> bool:
        return self._opened and not block.telling

    def addressed(self, text: str) -> Subject | None:
        """A sentence that begins with addressees as they were named, though no list knows them."""
        found: list[Office] = []
        for name in self.addressees:
            start = found[-1].end + 2 if found else 0
            if text.startswith(name, start) and (not found or text[start - 2 : start] == ", "):
                found.append(Office(name, start, start + len(name), name.lower().startswith("các")))
        acts = bool(found) and begins_action(text[found[-1].end :].lstrip(" :,"))
        return Subject(tuple(found), found[-1].end + 1) if acts else None

    def takes(self, block: Block, subject: Subject, text: str) -> bool:
        """Whether a sentence with an action asks for it."""
        if subject.instructed:
            return True
        if block.telling:
            return False
        if not self._opened:
            # Somebody quoted in the press says who must do what.
            return (
                not self.letter and is_modal(text[subject.action :]) and any(map(is_proper, subject.offices))
            )
        if self.letter or block.rank < _UNNUMBERED or block.owner:
            return True
        if subject.offices and all(self._speaks(office) for office in subject.offices):
            return False
        return bool(subject.offices or self._first or is_modal(text) or instruct().match(text))

    def _speaks(self, office: Office) -> bool:
        """Whether it is one of those who require, named with its place or without."""
        key = office_key(office.name)
        return any(one.startswith(key) for one in self._speakers)

    def assignees(self, block: Block, subject: Subject | None) -> Assigned:
        """Those of the sentence; else of the heading; else of the paragraph; else those addressed."""
        if subject is None:
            return Assigned(())
        if subject.offices and not (block.owner and subject.each):
            return Assigned(self._remember(block, subject.offices))
        if block.owner:
            return Assigned(block.owner)
        if self._last:
            back = self._first != self._last and self._first_count >= _MANY_OF_OWNER
            self._first_count += self._first == self._last
            return Assigned(self._first if back else self._last, unsure=self._first != self._last)
        if self._framed or self._whole:
            return Assigned(self._framed or self._whole)
        return Assigned(tuple(Office(name, 0, 0, several=True) for name in self.addressees))

    def _remember(self, block: Block, offices: tuple[Office, ...]) -> tuple[Office, ...]:
        """The heading's own name for an office that a sentence names again in another way."""
        if block.owner and same_offices(block.owner, offices):
            return block.owner
        if not self._first:
            self._first = offices
        self._last = offices
        self._first_count += self._first == offices
        return offices


def same_offices(some: tuple[Office, ...], others: tuple[Office, ...]) -> bool:
    """`BHXH huyện` and `Bảo hiểm xã hội huyện` are one."""
    return [office_key(office.name) for office in some] == [office_key(office.name) for office in others]
