"""Pages of a report as pictures, as LibreOffice prints them."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

DOTS_PER_INCH = "70"


def pictures_of(document: Path, out_dir: Path, stem: str) -> list[Path]:
    """Turn a Word or Excel file into `stem-1.png`, `stem-2.png` … in `out_dir`; older ones of the stem go."""
    out_dir.mkdir(parents=True, exist_ok=True)
    for old in out_dir.glob(f"{stem}-*.png"):
        old.unlink()
    with TemporaryDirectory() as scratch:
        pdf = pdf_of(document, Path(scratch))
        _run("pdftoppm", "-r", DOTS_PER_INCH, "-png", str(pdf), str(Path(scratch) / stem))
        pages = sorted(
            Path(scratch).glob(f"{stem}-*.png"), key=lambda page: int(page.stem.rpartition("-")[2])
        )
        return [
            Path(shutil.copyfile(page, out_dir / f"{stem}-{number}.png"))
            for number, page in enumerate(pages, 1)
        ]


def pdf_of(document: Path, folder: Path) -> Path:
    profile = (folder / "profile").as_uri()
    _run(
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(document),
    )
    return folder / f"{document.stem}.pdf"


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=180)
