"""A directive that was entered by mistake is taken out while nothing came of it."""

from django.db import transaction
from django.db.models import ProtectedError

from baophu.base.errors import UserError
from baophu.base.words import N_
from baophu.store.actions.directives import directive_numbered
from baophu.store.actions.recording import record
from baophu.store.kept_texts import kept_path
from baophu.store.models import Account, Directive, ReceivedFile


class SomethingCame(UserError):
    message = N_("Directive {number} cannot be taken out: a task, a target or a finding came of it.")
    advice = N_("Undo what was accepted, item by item; withdraw on its page a task that is under way.")
    exit_code = 15


def take_directive_out(*, by: Account, number: int) -> None:
    """Take a directive out with what was read in it; its file too, unless something else names it.

    Raises MayNot, NoSuchDirective, SomethingCame.
    """
    with transaction.atomic():
        directive = directive_numbered(number)
        Directive.objects.select_for_update().get(pk=number)
        if came_of(directive):
            raise SomethingCame(number=number)
        file, document = directive.file, directive.number
        directive.delete()
        if file:
            _let_go(file)
        record(
            by=by,
            action="take_directive_out",
            object=str(number),
            document=document,
            sha256=file and file.sha256,
        )


def came_of(directive: Directive) -> bool:
    """Whether something of a directive is a task, a target or a finding."""
    targets = directive.items.exclude(target=None)
    return any(found.exists() for found in (directive.tasks, directive.findings, targets))


def _let_go(file: ReceivedFile) -> None:
    """Remove a file that nothing names; its bytes go once this is sure to stand."""
    path = kept_path(file)
    try:
        with transaction.atomic():
            file.delete()
    except ProtectedError:
        return
    transaction.on_commit(lambda: path.unlink(missing_ok=True))
