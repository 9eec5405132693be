"""Employers and how many work there. Offices and schools are named for the place; firms are invented."""

from dataclasses import dataclass
from datetime import date

from baophu_examples.chance import apportion
from baophu_examples.people import Numbers
from baophu_examples.places import COMMUNES, MERGED_INTO, REFORM, areas_on
from baophu_examples.schools import SCHOOLS

SEAT = "23497"


@dataclass(frozen=True, slots=True)
class Employer:
    """An employer. `unemployment` says whether its workers are in unemployment insurance (officials are not).

    `commune` is the code on the day; `public` that the budget pays its wages.
    """

    name: str
    commune: str
    code: str
    tax_code: str
    workers: int
    group: str
    public: bool
    unemployment: bool


type _Draft = tuple[str, str, float]  # name, commune of 2023, weight

_FIRMS: tuple[_Draft, ...] = (
    ("Công ty TNHH MTV Lâm nghiệp Kon Rẫy", "23497", 42), ("Công ty Cổ phần Thủy điện Đăk Ring", "23482", 34),
    ("Công ty TNHH Xây dựng Trường Xanh", "23497", 22), ("Công ty TNHH MTV Xuân Phú", "23494", 16),
    ("Doanh nghiệp tư nhân Hoàng Gia Phát", "23497", 11), ("Công ty TNHH Nông sản Đăk Bla", "23494", 19),
    ("Công ty Cổ phần Tinh bột sắn Kon Rẫy", "23488", 38), ("Công ty TNHH Tân Lập Phát", "23497", 9),
    ("Công ty TNHH Vận tải Măng Đen Xanh", "23479", 12), ("Doanh nghiệp tư nhân Thanh Bình", "23479", 8),
    ("Công ty TNHH Gỗ Đăk Rve", "23479", 15), ("Công ty TNHH MTV Cà phê Đăk Ruồng", "23488", 20),
    ("Công ty Cổ phần Đầu tư Đăk Pne", "23491", 13), ("Công ty TNHH Dược liệu Sâm Dây", "23485", 10),
    ("Công ty TNHH Điện Kon Braih", "23488", 14), ("Doanh nghiệp tư nhân Xăng dầu Kon Braih", "23488", 7),
    ("Công ty TNHH Khai thác đá Đăk Tờ Re", "23494", 17), ("Công ty TNHH MTV Nước sạch Kon Rẫy", "23497", 9),
    ("Hợp tác xã Nông nghiệp Tân Lập", "23497", 8), ("Hợp tác xã Nông nghiệp Đăk Tờ Re", "23494", 6),
    ("Công ty TNHH Dịch vụ Hải Vân Phát", "23497", 6), ("Công ty TNHH Chăn nuôi Đăk Kôi", "23482", 8),
    ("Công ty TNHH Tư vấn Kon Rẫy", "23497", 7), ("Doanh nghiệp tư nhân Vật liệu Tân Lập", "23497", 5),
)  # fmt: skip
_SERVICES: tuple[_Draft, ...] = (
    ("Trung tâm Y tế huyện Kon Rẫy", SEAT, 96), ("Ban Quản lý rừng phòng hộ Kon Rẫy", SEAT, 30),
    ("Trung tâm Văn hóa, Thể thao, Du lịch và Truyền thông huyện Kon Rẫy", SEAT, 18),
    ("Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện Kon Rẫy", SEAT, 15),
    ("Ban Quản lý dự án đầu tư xây dựng huyện Kon Rẫy", SEAT, 13),
    ("Trung tâm Dịch vụ nông nghiệp huyện Kon Rẫy", SEAT, 16),
)  # fmt: skip
_OFFICES: tuple[_Draft, ...] = (
    ("Văn phòng Huyện ủy Kon Rẫy", SEAT, 34), ("Văn phòng HĐND và UBND huyện Kon Rẫy", SEAT, 62),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam huyện Kon Rẫy", SEAT, 17), ("Hạt Kiểm lâm Kon Rẫy", SEAT, 19),
    ("Tòa án nhân dân huyện Kon Rẫy", SEAT, 11), ("Viện Kiểm sát nhân dân huyện Kon Rẫy", SEAT, 10),
)  # fmt: skip
_LATER_SERVICES: tuple[_Draft, ...] = (
    ("Trung tâm Y tế khu vực Kon Rẫy", SEAT, 96), ("Ban Quản lý rừng phòng hộ Kon Rẫy", SEAT, 30),
    ("Trung tâm Cung ứng dịch vụ công xã Kon Braih", SEAT, 26),
)  # fmt: skip
_LATER_OFFICES: tuple[_Draft, ...] = (
    ("Hạt Kiểm lâm Kon Rẫy", SEAT, 19), ("Tòa án nhân dân khu vực", SEAT, 12),
)  # fmt: skip
_NURSERY, _COMMITTEE, _LATER_COMMITTEE = 17, 24, 58


def make_employers(numbers: Numbers, on: date, workers: int, with_unemployment: int) -> list[Employer]:
    """The employers of a day. `with_unemployment` of all `workers` are in unemployment insurance too."""
    later = on >= REFORM
    offices = [*_committees(on), *(_LATER_OFFICES if later else _OFFICES)]
    services = [*_schools_and_nurseries(), *(_LATER_SERVICES if later else _SERVICES)]
    officials = apportion(workers - with_unemployment, [weight for _n, _c, weight in offices])
    others = apportion(with_unemployment, [weight for _n, _c, weight in [*services, *_FIRMS]])
    drafts = zip([*offices, *services, *_FIRMS], [*officials, *others], strict=True)
    return [
        _employer(numbers, on, number, draft, count, len(offices), len(offices) + len(services))
        for number, (draft, count) in enumerate(drafts)
    ]


def _employer(
    numbers: Numbers, on: date, number: int, draft: _Draft, workers: int, offices: int, public: int
) -> Employer:
    name, commune, _weight = draft
    is_public = number < public
    letters = "HC" if is_public else "HX" if name.startswith("Hợp tác xã") else "DN"
    return Employer(
        name=name,
        commune=commune if on < REFORM else MERGED_INTO[commune],
        code=f"{letters}{number + 1:04d}P",
        tax_code=numbers.tax_code(),
        workers=workers,
        group=letters,
        public=is_public,
        unemployment=number >= offices,
    )


def _committees(on: date) -> list[_Draft]:
    weight = _COMMITTEE if on < REFORM else _LATER_COMMITTEE
    return [(f"UBND {area.level.lower()} {area.name}", area.code, weight) for area in areas_on(on)]


def _schools_and_nurseries() -> list[_Draft]:
    staff = {school.name: 62 if school.upper else 46 if len(school.grades) > 5 else 34 for school in SCHOOLS}
    schools = [(school.name, school.commune, staff[school.name]) for school in SCHOOLS]
    nurseries = [(f"Trường Mầm non {commune.name}", commune.code, _NURSERY) for commune in COMMUNES]
    return [*schools, *nurseries]
