"""Word files made of the markup of their text, for what no library writes."""

import zipfile
from pathlib import Path

OFFICE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_SORTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_SORTS}/officeDocument" Target="{{part}}"/></Relationships>'
)


def word_file(
    path: Path,
    body: str,
    *,
    space: str = OFFICE,
    part: str = "word/document.xml",
    more: dict[str, str] | None = None,
) -> Path:
    """A docx with this markup in its body, and `more` parts beside it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _RELATIONS.format(part=part))
        archive.writestr(part, f'<w:document xmlns:w="{space}" {_MORE}><w:body>{body}</w:body></w:document>')
        for name, text in (more or {}).items():
            archive.writestr(name, text)
    return path


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(run if run.startswith('<') else words(run) for run in runs)}</w:p>"


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, marks: str = "") -> str:
    made = (cell if cell.startswith("<w:tc>") else f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{marks}{''.join(made)}</w:tr>"
