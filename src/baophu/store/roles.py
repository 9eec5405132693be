"""The roles an account may have, and the sorts of place it may be for."""

from enum import StrEnum


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


class PlaceKind(StrEnum):
    UNIT = "unit"
    HAMLET = "hamlet"
    SCHOOL = "school"
    EMPLOYER = "employer"
