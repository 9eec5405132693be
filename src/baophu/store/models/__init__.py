"""The rows of a home, one concept a file. Only `store.actions` writes them."""

from baophu.store.models.account import Account, AccountPlace
from baophu.store.models.announced_days import AnnouncedDay, TaskDueMoved
from baophu.store.models.audit import AuditEntry, Look, LookedAt
from baophu.store.models.builds import Build, BuildLease, CurrentBuild
from baophu.store.models.corrections import ListCorrection
from baophu.store.models.directives import Directive, DirectiveRead, ReadItem, Verdict
from baophu.store.models.feeds import FeedAddress, FeedOf
from baophu.store.models.invitation import Invitation
from baophu.store.models.jobs import Job, JobKind, JobState
from baophu.store.models.link_decisions import LinkDecision
from baophu.store.models.mails import Mail, MailChoice, MailState
from baophu.store.models.obstacles import Obstacle, ObstacleMove
from baophu.store.models.office import Office
from baophu.store.models.owed import ExpectedList, Reminder
from baophu.store.models.people import PersonNumber
from baophu.store.models.places import AreaClass, Hamlet, HamletName
from baophu.store.models.received import MendedRow, ReceivedFile, ReceivedList
from baophu.store.models.reports import Report
from baophu.store.models.session import Session
from baophu.store.models.supervision import SupervisionFinding
from baophu.store.models.targets import Denominator, Target
from baophu.store.models.task_evidence import EvidenceKind, EvidenceMove, TaskEvidence
from baophu.store.models.task_notices import NoticeDay, TaskNotice, Told
from baophu.store.models.tasks import Task, TaskAssignee, TaskExtension, TaskHanded, TaskMove, TaskOccurrence
from baophu.store.models.uploads import Upload, UploadState
from baophu.store.models.visits import Visit
from baophu.store.models.worklists import Worklist, WorklistPerson

__all__ = [
    "Account",
    "AccountPlace",
    "AnnouncedDay",
    "AreaClass",
    "AuditEntry",
    "Build",
    "BuildLease",
    "CurrentBuild",
    "Denominator",
    "Directive",
    "DirectiveRead",
    "EvidenceKind",
    "EvidenceMove",
    "ExpectedList",
    "FeedAddress",
    "FeedOf",
    "Hamlet",
    "HamletName",
    "Invitation",
    "Job",
    "JobKind",
    "JobState",
    "LinkDecision",
    "ListCorrection",
    "Look",
    "LookedAt",
    "Mail",
    "MailChoice",
    "MailState",
    "MendedRow",
    "NoticeDay",
    "Obstacle",
    "ObstacleMove",
    "Office",
    "PersonNumber",
    "ReadItem",
    "ReceivedFile",
    "ReceivedList",
    "Reminder",
    "Report",
    "Session",
    "SupervisionFinding",
    "Target",
    "Task",
    "TaskAssignee",
    "TaskDueMoved",
    "TaskEvidence",
    "TaskExtension",
    "TaskHanded",
    "TaskMove",
    "TaskNotice",
    "TaskOccurrence",
    "Told",
    "Upload",
    "UploadState",
    "Verdict",
    "Visit",
    "Worklist",
    "WorklistPerson",
]
