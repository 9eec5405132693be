"""Names put together from parts. They belong to nobody."""

from random import Random

from baophu_examples.chance import Draw, happens

# Shares of Kinh family names; Nguyễn is three in ten.
KINH_FAMILY_SHARES = {
    "Nguyễn": 31.5, "Trần": 10.9, "Lê": 8.9, "Phạm": 5.9, "Huỳnh": 4.2, "Phan": 4.5, "Võ": 3.4, "Vũ": 1.6,
    "Đặng": 2.7, "Bùi": 2.6, "Đỗ": 1.9, "Hồ": 1.8, "Ngô": 1.7, "Dương": 1.4, "Đinh": 1.6, "Đoàn": 1.2,
    "Trương": 2.2, "Lương": 1.0, "Mai": 0.9, "Tô": 0.5, "Trịnh": 1.0, "Hoàng": 1.8, "Cao": 1.0, "Tạ": 0.6,
    "Châu": 0.5, "Phùng": 0.6, "Lâm": 0.7, "Thái": 0.5, "Hà": 0.6, "Nghiêm": 0.3, "Văn": 0.4, "Lưu": 0.6,
}  # fmt: skip
OTHER_FAMILY_SHARES = {
    "Tày": {"Nông": 4, "Hoàng": 3, "Lý": 2, "Bế": 1, "Hà": 1},
    "Nùng": {"Nông": 3, "Lương": 2, "Hoàng": 2, "Vi": 1, "Mông": 1},
    "Mường": {"Bùi": 4, "Quách": 2, "Đinh": 2, "Hà": 1, "Phạm": 1},
    "Thái": {"Lò": 3, "Vi": 3, "Lương": 2, "Quàng": 1, "Cầm": 1},
}
KINH_FAMILIES = Draw(KINH_FAMILY_SHARES)
OTHER_FAMILIES = {people: Draw(shares) for people, shares in OTHER_FAMILY_SHARES.items()}
MIDDLE = {
    "male": (
        *("Văn",) * 9, "Đức", "Hữu", "Minh", "Quốc", "Thanh", "Công", "Xuân", "Ngọc", "Đình", "Hoàng", "Anh",
        "Gia", "Tấn", "Trọng", "Quang", "Duy", "Bá", "Nhật", "Thành",
    ),
    "female": (
        *("Thị",) * 10, "Thị Ngọc", "Thị Thu", "Thị Thanh", "Thị Kim", "Thị Hồng", "Thị Minh", "Ngọc", "Thu",
        "Thanh", "Kim", "Bảo", "Phương", "Thị Mỹ", "Thị Bích", "Diệu", "Thùy", "Quỳnh", "Khánh",
    ),
}  # fmt: skip


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GIVEN = {
    "male": _words(
        "Hùng Dũng Cường Tuấn Nam Sơn Hải Long Minh Đức Thành Trung Hiếu Phúc Lộc Thọ Quang Huy Hoàng "
        "Khánh Kiên  Lâm Linh Mạnh Nghĩa Nhân Phong Phước Quân Quý Sang Tài Tân Thắng Thịnh Thuận Tiến "
        "Toàn Trí Trường Tú Vinh  Việt Vũ Bảo Bình Chính Công Danh Duy Đạt Giang Hà Hậu Hòa Hưng Khoa "
        "Khôi Luân Lực Nhật Hoà Tùng Thái  Thiện Thông Tín Triều Vương Xuân Lý Kỳ An Ân Bằng Chiến Hoan "
        "Lợi"
    ),
    "female": _words(
        "Lan Hoa Hương Hồng Thủy Thúy Thu Thảo Trang Trinh Tuyết Vân Yến Xuân Mai Ly Linh Loan Liên Lệ "
        "Huệ Hằng  Hạnh Hiền Hà Giang Dung Diễm Châu Bích Anh Ánh Chi Diệp Duyên Đào Hòa Hoài Huyền Kiều "
        "Mận My Mỹ Na Nga  Ngân Ngọc Nguyệt Nhàn Nhi Nhung Như Oanh Phụng Phương Phượng Quyên Quỳnh Sen "
        "Sương Tâm Thanh Thắm Thoa  Thơ Thùy Thuý Tiên Trâm Trúc Tú Uyên Vy Vi Hoà Hậu Hiếu Khuê Kim Thư "
        "Tường"
    ),
}
# Given names of the Xơ Đăng and Ba Na, after A for men and Y for women.
MINORITY_GIVEN = {
    "male": _words(
        "Thui Nhin Blong Kreng Đôn Hưng Lâm Phương Thái Tuấn Minh Ngọc Khoa Bình Dũng Hùng Nam Sơn Tâm "
        "Thành Toàn  Trung Vinh Huy Khánh Long Phúc Bảo Brol Bre Brui Chơn Deng Diu Dơn Đen Điêu Đoan Geo "
        "Glưn Hlơng Jrin Jring  Kei Kep Khiêm Klơng Krel Krơi Lơng Luk Măng Mlo Mrai Năng Ngưk Nhơn Nhút "
        "Năm Nuk Pênh Phin Plưm Prôi Rang  Reng Rim Rôn Sung Teng Theo Thun Thơn Tiên Trel Trôi Tuk Vêl "
        "Wơng Xuân Yơn Byưn Gring Hnhơ Jôn Khuy Lung  Mênh Noi Phê Quyết Siêng Tao Um Vân Xơ Bum Chinh "
        "Dun Gưm Hoai Krí Lôi Mưk Nhưt Ôn Pring Rưm Thưng Tính Vui  Thiên Đức Quang Thế Trường Tú Vũ "
        "Phong Linh Hiếu"
    ),
    "female": _words(
        "Hương Mai Blưm Hlang Nguyệt Lan Hoa Thảo Trang Vân Yến Xuân Linh Liên Huệ Hạnh Hiền Hà Thu Bích "
        "Anh Duyên  Hồng My Nga Ngân Ngọc Nhung Phượng Sen Tâm Thanh Thủy Brơm Byơ Chăm Chun Der Diêp "
        "Djrăng Đeng Đơi Glak Grơi  Hlơi Hnhưn Hring Jen Jơi Jruk Khen Klai Kluh Krăng Krươi Lem Lơm Lưn "
        "Mĩ Mlưm Mơi Mrăng Năng Ngrơi Nhơ Nhưn  Nuih Phai Phen Plưk Prai Prin Ram Rem Riu Rơm Sâm Sơi Teh "
        "Thiu Thưn Tin Trăng Trơi Ve Vưn Wen Yăm Yin Bơn  Chih Dưm Gơn Hyơn Jrơm Kim Lơi Mít Nhai Pơm Rưi "
        "Sinh Thơm Ưn Vơi Thúy Quyên Diễm Kiều Uyên Nhi Quỳnh  Thắm Như Trinh"
    ),
}
PREFIX = {"male": "A", "female": "Y"}
TWO_GIVEN_NAMES = 0.14


def minority_name(rng: Random, sex: str, birth_year: int) -> str:
    """A name such as `A Thui` or `Y Hương`; among the young sometimes with two given names (`Y Thu Hà`)."""
    given = rng.choice(MINORITY_GIVEN[sex])
    if birth_year > 1995 and happens(rng, TWO_GIVEN_NAMES):
        given = f"{rng.choice(GIVEN[sex])} {given}"
    return f"{PREFIX[sex]} {given}"


def family_name(rng: Random, ethnicity: str) -> str:
    """A family name, by ethnicity."""
    return OTHER_FAMILIES.get(ethnicity, KINH_FAMILIES)(rng)


def full_name(rng: Random, family: str, sex: str) -> str:
    """Family, middle and given name."""
    middle, given = rng.choice(MIDDLE[sex]), rng.choice(GIVEN[sex])
    return f"{family} {middle} {given}" if middle.split()[-1] != given else f"{family} {given}"
