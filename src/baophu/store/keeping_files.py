"""A file that came, directive or evidence, is kept as it is, under the hash of its bytes."""

import os
import shutil
from pathlib import Path

from baophu.base.files import readable
from baophu.lists.keeping import file_hash
from baophu.store.models import Account, ReceivedFile
from baophu.store.opening import opened_home


def keep_file(path: Path, *, by: Account) -> ReceivedFile:
    """Keep the bytes of a file and its row, inside an action's transaction; the same bytes are kept once.

    Raises NoSuchFile.
    """
    sha256 = file_hash(readable(path))
    known: ReceivedFile | None = ReceivedFile.objects.filter(sha256=sha256).first()
    kept = opened_home().received / sha256 / (known.name if known else path.name)
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        aside = kept.with_name(f".{kept.name}.{os.getpid()}")
        shutil.copyfile(path, aside)
        aside.replace(kept)
    if known:
        return known
    file: ReceivedFile = ReceivedFile.objects.create(
        sha256=sha256, name=path.name, size=path.stat().st_size, received_by=by
    )
    return file
