"""Pages of a report as pictures, as LibreOffice prints them."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

DOTS_PER_INCH = "70"


def pictures_of(document: Path, out_dir: Path, stem: str, most: int = 10) -> list[Path]:
    """Turn the first pages of a Word, Excel or PDF file, `most` at most, into `stem-1.png`, `stem-2.png` … in
    `out_dir`; older ones go."""
    out_dir.mkdir(parents=True, exist_ok=True)
    for old in out_dir.glob(f"{stem}-*.png"):
        old.unlink()
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        pdf = document if document.suffix == ".pdf" else pdfs_of([document], folder)[0]
        _run("pdftoppm", "-r", DOTS_PER_INCH, "-l", str(most), "-png", str(pdf), str(folder / "page"))
        pages = sorted(folder.glob("page-*.png"), key=lambda page: int(page.stem.rpartition("-")[2]))
        return [
            Path(shutil.copyfile(page, out_dir / f"{stem}-{number}.png"))
            for number, page in enumerate(pages, 1)
        ]


def pdfs_of(documents: list[Path], folder: Path) -> list[Path]:
    """The documents as PDF in `folder`; their names must differ."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    _run("soffice", profile, *to, *map(str, documents))
    return [folder / f"{document.stem}.pdf" for document in documents]


def text_of_pages(pdf: Path) -> list[str]:
    """The text of each page as it is laid out."""
    return _run("pdftotext", "-layout", str(pdf), "-").removesuffix("\f").split("\f")


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=180).stdout.decode()
