"""What the visitor was told of tasks; for the administrator how mail stands."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from baophu.base.numbers import format_count
from baophu.base.words import N_, _
from baophu.directives.notices import STAGE_WORDS, Stage
from baophu.store.actions.mails import choose_mail, send_again, try_mail
from baophu.store.actions.task_notices import NoSuchNotice, mark_read
from baophu.store.mailing.faults import REASON_WORDS, Reason
from baophu.store.mailing.status import STATE_WORDS, failed_count, mail_status
from baophu.store.models import MailState, Told
from baophu.store.told import told_to
from baophu.web.door import may_do, page
from baophu.web.given import number_in
from baophu.web.rendering import show
from baophu.web.visitor import Visitor

PER_PAGE = 50
# What is told to whoever urges others is said from their side.
WORDS = STAGE_WORDS | {Stage.ESCALATED: N_("to be urged")}
# A stage → the look of its word.
LOOKS = {Stage.MOVED: "", Stage.SOON: "", Stage.TODAY: "near", Stage.LATE: "short", Stage.ESCALATED: "short"}


@page()
def notices(request: Any) -> HttpResponse:
    """What the visitor was told, newest first."""
    visitor: Visitor = request.visitor
    found = told_to(visitor.account, PER_PAGE + 1, number_in(request.GET.get("before", "")))
    own, keeps_mail = reverse("notices"), visitor.may("send_mail_again")
    return show(
        request, "notices/notices.html", found=found[:PER_PAGE],
        older=found[PER_PAGE - 1].number if len(found) > PER_PAGE else None,
        failed=failed_count() if keeps_mail else 0, address=lambda number: f"{own}/{number}",
        stage_words=lambda stage: _(WORDS[Stage(stage)]), stage_look=lambda stage: LOOKS[Stage(stage)],
    )  # fmt: skip


@page()
def notice(request: Any, number: int) -> HttpResponse:
    """The task of a notice; from then on the notice is read."""
    account = request.visitor.account
    told = Told.objects.filter(pk=number, account=account).select_related("notice").first()
    if told is None:
        raise NoSuchNotice(number=number)
    mark_read(by=account, number=number)
    return redirect("task", number=told.notice.assignee_id)


@page()
@require_POST
def notices_read(request: Any) -> HttpResponse:
    """All notices of the visitor are read."""
    mark_read(by=request.visitor.account)
    return redirect("notices")


@page()
@require_POST
def own_mail(request: Any) -> HttpResponse:
    """Whether the visitor gets mail."""
    choice = choose_mail(by=request.visitor.account, wants="wants" in request.POST)
    told = (
        _("You get one mail on each day on which there is something new.")
        if choice.wants
        else _("You get no more mail; notices stand in the pages.")
    )
    messages.success(request, told)
    return redirect("me")


@may_do("send_mail_again")
def mail(request: Any) -> HttpResponse:
    """How mail stands: whether it is set up, what waits, what was given up and why."""
    return show(
        request, "notices/mail.html", stands=mail_status(), states=MailState,
        state_words=lambda state: _(STATE_WORDS[MailState(state)]),
        reason_words=lambda reason: _(REASON_WORDS[Reason(reason)]) if reason else "",
    )  # fmt: skip


@may_do("try_mail")
@require_POST
def mail_try(request: Any) -> HttpResponse:
    """Put a trial mail to the visitor into the outbox."""
    try_mail(by=request.visitor.account)
    messages.success(request, _("The trial mail goes out within a minute; look at this page again then."))
    return redirect("mail")


@may_do("send_mail_again")
@require_POST
def mail_again(request: Any) -> HttpResponse:
    """Let mails be tried again: the one with the number given, else all that may be."""
    number = number_in(request.POST.get("number", ""))
    count = send_again(by=request.visitor.account, numbers=None if number is None else [number])
    messages.success(request, _("Mails that are tried again now: {count}.").format(count=format_count(count)))
    return redirect("mail")


urls = [
    path("notices", notices, name="notices"),
    path("notices/read", notices_read, name="notices_read"),
    path("notices/<int:number>", notice, name="notice"),
    path("me/mail", own_mail, name="own_mail"),
    path("mail", mail, name="mail"),
    path("mail/try", mail_try, name="mail_try"),
    path("mail/again", mail_again, name="mail_again"),
]
