"""A letter of the made-up district, and handing it in as the pages do."""

from pathlib import Path

from tests.makers.directives import write_directive

from baophu.store.actions.directive_files import hand_in_directive
from baophu.store.actions.directives import judge_item, mark_directive_read
from baophu.store.holders import new_holder
from baophu.store.jobs.worker import work_once
from baophu.store.models import Account, Directive, Job, ReadItem, Verdict

LETTER = """ỦY BAN NHÂN DÂN
HUYỆN KON RẪY

Số: 512/UBND-VX
V/v thực hiện chỉ tiêu BHYT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Kon Rẫy, ngày 02 tháng 10 năm 2023

Kính gửi:
- Bảo hiểm xã hội huyện;
- Phòng Giáo dục và Đào tạo huyện;
- UBND các xã, thị trấn.

Thực hiện Quyết định số 275/QĐ-UBND ngày 09/3/2023 của UBND tỉnh, đến ngày 30/9/2023 toàn huyện có 28.924 người tham gia BHYT, đạt tỷ lệ 91,24%.

Phấn đấu đến ngày 31/12/2023 tỷ lệ bao phủ BHYT toàn huyện đạt 97,89%.

Ủy ban nhân dân huyện yêu cầu:

1. Bảo hiểm xã hội huyện lập danh sách người chưa tham gia BHYT, gửi UBND các xã, thị trấn trước ngày 16/10/2023.

2. UBND các xã, thị trấn rà soát người chưa tham gia BHYT, báo cáo UBND huyện trước ngày 25 hàng tháng.

3. Phòng Giáo dục và Đào tạo huyện vận động học sinh tham gia BHYT, hoàn thành trước ngày 31/10/2023.

Nơi nhận:
- Như trên;
- TT Huyện ủy (b/c);
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""  # noqa: E501
LATER = LETTER.replace("trước ngày 16/10/2023", "trước ngày 20/10/2023")


def hand_in(by: Account, path: Path) -> Job:
    """Hand a file in, and let the worker read it."""
    job = hand_in_directive(by=by, name=path.name, size=path.stat().st_size, pieces=[path.read_bytes()])
    while work_once(new_holder()):
        pass
    job.refresh_from_db()
    return job


def enter_letters(by: Account, folder: Path) -> None:
    """The letter, partly judged and read by one office; a later version that waits; a broken file."""
    folder.mkdir(exist_ok=True)
    hand_in(by, write_directive(folder / "cong-van-512.docx", LETTER))
    directive = Directive.objects.get()
    for item in directive.items.order_by("kind", "position"):
        if item.position > 1:
            judge_item(by=by, number=item.pk, verdict=Verdict.ACCEPTED)
    mark_directive_read(by=by, number=directive.pk, office="Bảo hiểm xã hội huyện")
    hand_in(by, write_directive(folder / "cong-van-512-lan-2.docx", LATER))
    damaged = folder / "hong.docx"
    damaged.write_bytes(b"PK\x03\x04")
    hand_in(by, damaged)


def item(kind: str, position: int) -> ReadItem:
    """What was read in the only letter that is entered."""
    one: ReadItem = ReadItem.objects.get(kind=kind, position=position)
    return one
