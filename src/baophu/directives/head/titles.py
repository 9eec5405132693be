"""What sort of document a title names."""

from baophu.directives.files.letterhead import SUBJECT, TITLE

LETTER = "công văn"


def sort_of_title(title: str) -> str:
    """`kế hoạch` of `KẾ HOẠCH Phát triển …`; a letter tells its subject alone; "" where none is named.

    >>> sort_of_title("CHỈ THỊ về bảo hiểm y tế"), sort_of_title("V/v giao chỉ tiêu"), sort_of_title("Bảng")
    ('chỉ thị', 'công văn', '')
    """
    if named := TITLE.match(title):
        return named[0].lower()
    return LETTER if SUBJECT.match(title) else ""
