"""How work, its stages and what became of files are called on screen."""

from baophu.base.words import N_, _, language
from baophu.store.models import Job, JobKind

JOB_WORDS = {
    JobKind.READ_UPLOAD: N_("Reading a file"),
    JobKind.READ_DIRECTIVE: N_("Reading a directive"),
    JobKind.KEEP_UPLOAD: N_("Keeping lists"),
    JobKind.COMPARE_LIST: N_("Comparing a list with the one before"),
    JobKind.BUILD: N_("Bringing the figures up to date"),
    JobKind.CHARTS: N_("Drawing charts"),
    JobKind.REPORT: N_("Making the week’s report"),
    JobKind.PEOPLE_FILE: N_("Making the Excel file of people to reach"),
}
STAGE_WORDS = {
    "read_file": N_("reading the file"),
    "read_directive": N_("reading the document"),
    "keep_lists": N_("keeping the lists"),
    "compare_lists": N_("comparing with the lists before"),
    "read": N_("reading the lists"),
    "link": N_("finding which rows are one person"),
    "count": N_("counting"),
    "gaps": N_("finding who is to be reached"),
    "write": N_("writing the tables"),
    "index": N_("making the index"),
    "charts": N_("drawing charts"),
    "report": N_("writing the report"),
    "people_file": N_("writing the file"),
}


def job_words(job: Job) -> str:
    return _(JOB_WORDS[JobKind(job.kind)])


def stage_words(job: Job) -> str:
    return _(STAGE_WORDS[job.stage]) if job.stage in STAGE_WORDS else ""


def error_lines(job: Job) -> list[str]:
    """What went wrong, and what to do about it on a page."""
    told: str = job.error[language()]
    return told.split("\n")
