"""Capital and small letters of Vietnamese, for patterns."""

_LETTERS = [chr(code) for span in ((0x41, 0x7B), (0xC0, 0x250), (0x1EA0, 0x1EFA)) for code in range(*span)]
UPPER = "".join(letter for letter in _LETTERS if letter.isalpha() and letter.isupper())
LOWER = "".join(letter for letter in _LETTERS if letter.isalpha() and letter.islower())
# What is below a commune.
HAMLET = (
    r"(?:thôn|xóm|ấp|bản|buôn|bon|làng|khóm|sóc|khối\s+phố|(?:khu|khối)(?=\s+\d)|tiểu\s+khu|khu\s+phố"
    r"|tổ\s+dân\s+phố)"
)
# A name in capitals: `Đăk Kôi`, `M'Đrắk`, `THPT Chu Văn An`.
NAME = rf"(?!và\b)[{UPPER}][{LOWER}{UPPER}’']*(?:[ -][{UPPER}][{LOWER}’']*)*"
