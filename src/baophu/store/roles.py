"""The roles an account may have, and the sorts of place it may be for."""

from enum import StrEnum

from baophu.base.words import N_


class Role(StrEnum):
    ADMIN = "admin"
    INSURANCE_OFFICER = "insurance_officer"
    LEADER = "leader"
    COMMUNE_OFFICIAL = "commune_official"
    HAMLET_HEAD = "hamlet_head"
    COLLECTOR = "collector"
    EDUCATION = "education"
    LABOUR_FINANCE = "labour_finance"
    PROVINCE = "province"
    SUPERVISOR = "supervisor"


ROLE_WORDS = {
    Role.ADMIN: N_("administrator"),
    Role.INSURANCE_OFFICER: N_("social insurance officer"),
    Role.LEADER: N_("leader"),
    Role.COMMUNE_OFFICIAL: N_("commune official"),
    Role.HAMLET_HEAD: N_("hamlet head"),
    Role.COLLECTOR: N_("collector"),
    Role.EDUCATION: N_("education office"),
    Role.LABOUR_FINANCE: N_("labour or finance office"),
    Role.PROVINCE: N_("province"),
    Role.SUPERVISOR: N_("supervisor"),
}


class PlaceKind(StrEnum):
    UNIT = "unit"
    HAMLET = "hamlet"
    SCHOOL = "school"
    EMPLOYER = "employer"
