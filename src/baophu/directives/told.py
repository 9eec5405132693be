"""What was read of a directive, in the form that commands and pages tell it."""

from typing import Any

from baophu.base.words import _
from baophu.directives.figures.figures import Figure
from baophu.directives.head.citations import once_each
from baophu.directives.problems import KIND_WORDS, Problem
from baophu.directives.reading import Reading
from baophu.directives.tasks.tasks import Task
from baophu.directives.words.capitals import as_in_sentences

# A title as short as this names the sort of document alone.
_SHORT_TITLE = 30
_TITLE_LINES = 3


def as_json(reading: Reading) -> dict[str, Any]:
    """The directive as an object; `text` stands in `paragraph` from `start` to `end` (of a pdf on `page`)."""
    header = reading.header
    return {
        "number": header.number,
        "date": header.day,
        "issuer": header.issuer and as_in_sentences(header.issuer),
        "addressees": [name for name, _words in header.addressees],
        "copies": [{"name": name, "role": role, **words.as_json()} for name, role, words in header.copies],
        "cited": [
            {"number": one.number, "date": one.day, "kind": one.kind, **one.words.as_json()}
            for one in once_each(reading.cited)
            if one.number != header.number
        ],
        "indicators": [_figure(one, reading) for one in reading.figures],
        "tasks": [_task(one) for one in reading.tasks],
        "problems": [_problem(one) for one in reading.problems],
        "title": _title(reading),
        "area": reading.ground.name,
        "area_key": reading.ground.key_of(reading.ground.name),
        "places": _places(reading),
    }


def _title(reading: Reading) -> str | None:
    """What it is and what it is about; of a line that only says its sort the next ones too, to the first
    that is not all in capitals: `CHỈ THỊ`, `CỦA BAN THƯỜNG VỤ HUYỆN ỦY`, `về tăng cường …`.
    """
    lines = [*reading.header.title]
    if lines and (short := lines[-1]).text.isupper() and len(short.text) <= _SHORT_TITLE:
        for one in reading.text.paragraphs[short.number : short.number + _TITLE_LINES]:
            if one in reading.header.body:
                break
            lines.append(one)
            if not one.text.isupper():
                break
    return " ".join(line.text for line in lines) or None


def _places(reading: Reading) -> dict[str, Any]:
    """Where number, date, issuer and addressees stand."""
    header = reading.header
    found = {"number": header.number_words, "date": header.day_words}
    return {name: words.as_json() for name, words in found.items() if words} | {
        "issuer": [words.as_json() for words in header.issuer_words],
        "addressees": [words.as_json() for _name, words in header.addressees],
    }


def _figure(one: Figure, reading: Reading) -> dict[str, Any]:
    return {
        "area": one.area,
        "area_key": reading.ground.key_of(one.area),
        "scheme": one.scheme,
        "measure": one.measure,
        "kind": one.kind,
        "value": format(one.value.normalize(), "f"),
        "unit": one.unit,
        "date": one.day,
        "qualifier": one.qualifier,
        **one.words.as_json(),
        "number": one.number.as_json(),
    }


def _task(one: Task) -> dict[str, Any]:
    due, rhythms = one.due, one.rhythms
    return {
        "assignees": list(one.assignees),
        "leads": list(one.leads),
        "with": list(one.partners),
        "without": list(one.without),
        "action": one.action.text,
        "deadline": due.deadline.day if due else None,
        "deadline_text": due.words.text if due else rhythms[0].text if rhythms else None,
        "deadline_before": due.deadline.before if due else False,
        "deadline_doubtful": due.doubtful if due else False,
        "deadline_place": due.words.as_json() if due else None,
        "recurrence": rhythms[0].every if rhythms else None,
        "also": list(dict.fromkeys(one.every for one in rhythms[1:] if one.every != rhythms[0].every)),
        "rhythms": [rhythm.as_json() for rhythm in rhythms],
        "route": one.route,
        "section": one.section or None,
        "unsure": one.unsure,
        **one.words.as_json(),
    }


def _problem(one: Problem) -> dict[str, Any]:
    place = one.words.as_json() if one.words else {"text": None}
    return {"kind": one.kind, "words": _(KIND_WORDS[one.kind]), "note": one.note, **place}
