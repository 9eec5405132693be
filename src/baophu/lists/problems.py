"""What may be wrong with a value, in words for the one who sent the list."""

from dataclasses import dataclass

from baophu.base.words import N_, _

REASONS = {
    "missing": N_("is missing"),
    "unreadable_date": N_("is not a date; write it as 05/03/1990 or 1990"),
    "impossible_date": N_("is no day of the calendar; only month and year were kept"),
    "two_digit_year": N_("has a year of two digits; the century was guessed"),
    "day_month_swapped": N_("has day and month exchanged; they were put right"),
    "after_list_date": N_("is after the day of the list"),
    "unreadable_number": N_("is not a number"),
    "fraction": N_("is not a whole number; it was rounded"),
    "not_a_number": N_("has other signs than digits"),
    "rounded": N_("was rounded by the spreadsheet and has lost digits; format the column as text"),
    "zero_restored": N_("had lost its leading zeros; they were put back"),
    "old_id": N_("is a number of an old identity card, not the 12 digits of the national ID"),
    "wrong_length": N_("has the wrong number of digits"),
    "wrong_card": N_("is not a card number (15 characters such as HN2620123456789, or 10 digits)"),
    "not_a_name": N_("is not a name"),
    "digits_in_name": N_("has digits in a name"),
    "unknown_word": N_("is a word that is not known here"),
    "unknown_place": N_("is not a place of this area"),
    "several_schemes": N_("names several schemes"),
    "taken_as_compulsory": N_("says only BHXH; it was taken for the compulsory scheme"),
    "both_sexes": N_("is given for both sexes"),
    "ends_before_it_begins": N_("ends before it begins"),
    "birth_year": N_("does not agree with the year of birth"),
    "sex": N_("does not agree with the sex"),
    "repeated": N_("stands on another row too"),
    "does_not_add_up": N_("is not the sum of its parts"),
    "duplicate": N_("is the same as a row above"),
    "no_worklist": N_("is not the number of a worklist of this home"),
    "not_on_worklist": N_("is not a person on that worklist"),
    "other_name": N_("is not the name that was handed out under that number"),
    "in_future": N_("is a day to come"),
    "no_day_promised": N_("is empty, though payment is promised"),
    "one_cell": N_("holds a single cell"),
    "no_header": N_("has no header and was not read"),
    "unknown_kind": N_("is not a list that is known here and was not read"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One doubt or reason for rejection. `row` as the spreadsheet shows it, `value` as printed.

    `column` is the column's name; `row` for what concerns the whole row, `sheet` (row 0) for a whole sheet.
    """

    row: int
    column: str
    value: str
    code: str

    @property
    def reason(self) -> str:
        return _(REASONS[self.code])
