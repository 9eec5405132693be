"""What the office of the example has decided or been given: hamlets, classes, targets, its letterhead."""

from datetime import date
from typing import NamedTuple, TypedDict

from baophu.areas.classes import ClassFacts, ClassKind
from baophu_examples.places import BY_CODE, REFORM, Hamlet, area_of, areas_on, former_name, hamlet_name

HOME = "614@"
INVENTED = "ví dụ minh họa, không phải số liệu thật"
_LATER_ZONES = {"23479": "I", "23485": "III", "23497": "II"}


class GivenHamlet(NamedTuple):
    """A hamlet of a commune (its code of the day) with other names that lists use for it."""

    commune: str
    name: str
    aliases: tuple[str, ...]


class GivenClass(NamedTuple):
    """A class of a commune (its code of the day) or of one hamlet in it (code and name)."""

    place: str | tuple[str, str]
    kind: str
    value: str
    source: str


class GivenTarget(TypedDict):
    """A target; `rate` is per million of the scheme's denominator."""

    area: str
    scheme: str
    rate: int
    due: date
    document: str
    issuer: str
    decided_on: date


class Letterhead(TypedDict):
    """What the office's letters carry."""

    name: str
    superior: str
    place: str
    signer_authority: str
    signer_title: str
    signer_name: str
    addressees: list[str]
    copies: list[str]


def zone_of(hamlet: Hamlet, on: date) -> str:
    """The zone of the commune that a hamlet belongs to on a day."""
    return BY_CODE[hamlet.commune].zone if on < REFORM else _LATER_ZONES[area_of(hamlet, on)]


def class_facts(hamlet: Hamlet, on: date) -> ClassFacts:
    """The classes that hold in a hamlet on a day, its commune's with its own."""
    facts = {(ClassKind.ZONE, zone_of(hamlet, on))}
    if hamlet.hard:
        facts.add((ClassKind.SPECIAL_HARDSHIP, "yes"))
    return frozenset(facts)


def given_hamlets(on: date) -> list[GivenHamlet]:
    """The 49 hamlets in their communes of the day."""
    return [
        GivenHamlet(area.code, hamlet_name(hamlet, on), _aliases(hamlet, on))
        for area in areas_on(on)
        for hamlet in area.hamlets
    ]


def _aliases(hamlet: Hamlet, on: date) -> tuple[str, ...]:
    """After a merger some lists still say the old name."""
    return () if on < REFORM else (former_name(hamlet),)


def given_classes(on: date) -> list[GivenClass]:
    """Zones of communes and hamlets of special hardship. All invented."""
    zones = {area.code: zone_of(area.hamlets[0], on) for area in areas_on(on)}
    hard = [(area.code, hamlet_name(h, on)) for area in areas_on(on) for h in area.hamlets if h.hard]
    return [
        *(GivenClass(code, "zone", zone, INVENTED) for code, zone in zones.items()),
        *(GivenClass(place, "special_hardship", "yes", INVENTED) for place in hard),
    ]


def given_targets(on: date) -> list[GivenTarget]:
    """The district's targets of 2023 as it printed them; for 2026 the nation's for health insurance."""
    if on < REFORM:
        # The district's decision shares out what Decision 793/QĐ-UBND of 09/12/2022 gave to it.
        document, issuer = "Quyết định số 275/QĐ-UBND ngày 09/3/2023", "UBND huyện Kon Rẫy"
        rates = {"BHYT": 978_900, "BHXH": 188_000, "BHTN": 95_000, "BHXH_TN": 82_000}
        return [_target(scheme, rate, document, issuer, date(2023, 3, 9)) for scheme, rate in rates.items()]
    national = "Nghị quyết số 244/2025/QH15", "Quốc hội"
    invented = f"Chỉ tiêu giả định ({INVENTED})", "UBND tỉnh Quảng Ngãi"
    return [
        _target("BHYT", 955_000, *national, date(2026, 1, 1)),
        _target("BHXH", 205_000, *invented, date(2026, 1, 1)),
        _target("BHTN", 100_000, *invented, date(2026, 1, 1)),
        _target("BHXH_TN", 95_000, *invented, date(2026, 1, 1)),
    ]


def _target(scheme: str, rate: int, document: str, issuer: str, decided_on: date) -> GivenTarget:
    return {
        "area": HOME,
        "scheme": scheme,
        "rate": rate,
        "due": date(decided_on.year, 12, 31),
        "document": document,
        "issuer": issuer,
        "decided_on": decided_on,
    }


def letterhead(on: date, signer: str) -> Letterhead:
    """The social insurance office of the day; `signer` is a made-up name."""
    later = on >= REFORM
    committees = "UBND các xã" if later else "UBND các xã, thị trấn"
    steering = "Ban Chỉ đạo thực hiện chính sách BHXH, BHYT"
    return {
        "name": "Bảo hiểm xã hội cơ sở Kon Rẫy" if later else "Bảo hiểm xã hội huyện Kon Rẫy",
        "superior": f"Bảo hiểm xã hội tỉnh {'Quảng Ngãi' if later else 'Kon Tum'}",
        "place": "Kon Braih" if later else "Kon Rẫy",
        "signer_authority": "",
        "signer_title": "Giám đốc",
        "signer_name": signer,
        "addressees": _addressees(later, steering),
        "copies": ["Như trên", "Bảo hiểm xã hội tỉnh (b/c)", f"{committees} (p/h)", "Lưu: VT"],
    }


def _addressees(later: bool, steering: str) -> list[str]:
    if later:
        return ["Ủy ban nhân dân các xã Đăk Kôi, Kon Braih, Đăk Rve", f"{steering} các xã"]
    return ["Ủy ban nhân dân huyện Kon Rẫy", f"{steering} huyện"]
