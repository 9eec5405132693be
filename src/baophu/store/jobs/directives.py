"""Work on a directive that was handed in: read it and enter what was read."""

from typing import Any

from baophu.directives.files.refusals import NotADirective
from baophu.store.actions.directive_files import NotWaiting, let_go_of, path_of
from baophu.store.actions.directives import How, add_directive, entered_already
from baophu.store.jobs.queue import Running
from baophu.store.kept_texts import kept_path, reading_of
from baophu.store.models import Directive, ReceivedFile

NEW = "new"


def read_directive_file(running: Running) -> dict[str, Any]:
    """Read a file and enter its directive: its number (`directive`), and `how` it was found.

    A new one is entered. One of a file that is there is left alone; one whose number and issuer are there
    waits, that people compare them. Nothing of a file that is refused stays.

    Raises NotADirective, NotWaiting.
    """
    running.tell("read_directive")
    sha256 = running.args["sha256"]
    file = ReceivedFile.objects.filter(sha256=sha256).first()
    same = Directive.objects.filter(file=file).first() if file else None
    if file and same:
        reading_of(kept_path(file), sha256)
        let_go_of(running.args)
        return {"directive": same.pk, "how": How.SAME_FILE.value}
    path = path_of(running.job)
    if not path.is_file():
        raise NotWaiting(number=running.job.pk)
    try:
        read = reading_of(path, sha256)
    except NotADirective:
        let_go_of(running.args)
        raise
    there, how = entered_already(read, None)
    if there and how:
        return {"directive": there.pk, "how": how.value}
    directive = add_directive(by=running.by, read=read, path=path)
    let_go_of(running.args)
    return {"directive": directive.pk, "how": NEW}
