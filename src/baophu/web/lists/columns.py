"""How the columns of lists are called in a sentence, whatever heading a file gives them."""

from baophu.base.words import N_, _
from baophu.lists.headings import usual_heading
from baophu.lists.kinds import kind_named
from baophu.lists.layout import columns_read

COLUMN_WORDS = {
    "name": N_("name"),
    "birth_date": N_("date of birth"),
    "sex": N_("sex"),
    "national_id": N_("national ID"),
    "insurance_number": N_("insurance number"),
    "card_number": N_("card number"),
    "ethnicity": N_("ethnic group"),
    "unit": N_("commune"),
    "commune": N_("commune"),
    "hamlet": N_("hamlet"),
    "household": N_("household"),
    "household_head": N_("head of the household"),
    "relation": N_("relation to the head"),
    "address": N_("address"),
    "residence": N_("residence"),
    "phone": N_("telephone"),
    "scheme": N_("scheme"),
    "group": N_("group"),
    "from": N_("first day"),
    "to": N_("last day"),
    "method_months": N_("months of one payment"),
    "employer": N_("employer"),
    "employer_code": N_("code of the employer"),
    "tax_code": N_("tax code"),
    "wage": N_("wage"),
    "amount": N_("amount"),
    "months": N_("months"),
    "issued_in": N_("province that issued the card"),
    "school": N_("school"),
    "class": N_("class"),
    "insured": N_("insured by the school’s list"),
    "workers": N_("workers"),
    "amount_bhxh": N_("owed for social insurance"),
    "amount_bhyt": N_("owed for health insurance"),
    "amount_bhtn": N_("owed for unemployment insurance"),
    "amount_accident": N_("owed for accident insurance"),
    "interest": N_("interest"),
    "base_salary_part": N_("part due to the base salary"),
    "category": N_("sort of debt"),
}


def column_choices(kind: str) -> list[tuple[str, str]]:
    """The columns that a heading of such a list may mean, by their usual headings."""
    choices = [(name, usual_heading(name)) for name in columns_read(kind_named(kind))]
    return sorted(choices, key=lambda choice: choice[1])


def column_words(column: str) -> str:
    """The column’s words, else its usual heading."""
    return _(COLUMN_WORDS[column]) if column in COLUMN_WORDS else usual_heading(column)
