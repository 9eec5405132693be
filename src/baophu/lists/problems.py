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
    "unreadable_number": N_(
        "is not a number that can be read in one way; write digits only, such as 1617981"
    ),
    "fraction": N_("is not a whole number; it was rounded"),
    "not_a_number": N_("has other signs than digits; write the digits only"),
    "rounded": N_("was rounded by the spreadsheet and has lost digits; format the column as text"),
    "perhaps_rounded": N_("ends in many zeros, as a number does that a spreadsheet rounded; check it"),
    "zero_restored": N_("had lost its leading zeros; they were put back"),
    "old_id": N_("is a number of an old identity card; write the 12 digits of the national ID"),
    "wrong_length": N_("has the wrong number of digits; a national ID has 12, an insurance number has 10"),
    "wrong_card": N_("is not a card number (15 characters such as HN2620123456789, or 10 digits)"),
    "not_a_name": N_("is not a name"),
    "digits_in_name": N_("has digits in a name"),
    "signs_in_name": N_("has signs that no name has; check the spelling"),
    "unknown_word": N_("is a word that is not known here"),
    "unknown_place": N_("is not a place of this area"),
    "several_states": N_("names several states of residence; one of them was taken"),
    "several_schemes": N_("names several schemes"),
    "taken_as_compulsory": N_("says only BHXH; it was taken for the compulsory scheme"),
    "both_sexes": N_("is given for both sexes"),
    "ends_before_it_begins": N_("ends before it begins"),
    "birth_year": N_("has another year of birth in its digits 4 to 6 than the row; one of the two is wrong"),
    "sex": N_("has another sex in its fourth digit than the row; one of the two is wrong"),
    "repeated": N_("stands on another row too"),
    "does_not_add_up": N_("is not the sum of its parts"),
    "duplicate": N_("is the same as a row above"),
    "perhaps_thousands": N_(
        "has decimals that a spreadsheet may have made of thousands; write all digits, such as 1617000"
    ),
    "too_old": N_("makes the person older than 120 years; check the year"),
    "first_of_january": N_("is 1 January as for many others on this list; it was taken for the year alone"),
    "day_month_unsure": N_(
        "may have day and month exchanged; write it as text with the day first, such as 05/03/1990"
    ),
    "precision_disagrees": N_(
        "does not agree with the column that says how exact it is; it was kept as printed"
    ),
    "other_birth": N_("is given twice on the row and differs; the one in the column of births was kept"),
    "unknown_province": N_(
        "does not begin with the code of a province; that is right only for a birth registered abroad"
    ),
    "words_beside": N_("has words beside the number; the number alone was kept"),
    "several_numbers": N_("holds several numbers; the first was kept"),
    "card_group": N_("begins with two letters that stand for no participant group"),
    "card_benefit": N_("has a benefit digit that people of its group do not have"),
    "card_province": N_("names a province that does not exist in its fourth and fifth character"),
    "other_number": N_("does not end in the insurance number of the row; one of the two is wrong"),
    "other_id": N_("is another number than the national ID of the row; one of the two is wrong"),
    "sex_code_unsure": N_(
        "is a number, and the list does not show what it means; 1 was taken for male, 0 and 2 for female"
    ),
    "sex_code_turned": N_(
        "is a number that means the other sex than usual here, by the names and national IDs of the list"
    ),
    "sex_code_unread": N_("is a number whose meaning cannot be told from this list; write Nam or Nữ"),
    "sex_of_name": N_("does not agree with the name; one of the two is wrong"),
    "old_font": N_(
        "may be typed in an old font (TCVN3, VNI) that cannot be told for sure; check the spelling"
    ),
    "no_worklist": N_("is not the number of a worklist of this home"),
    "not_on_worklist": N_("is not a person on that worklist"),
    "other_name": N_("is not the name that was handed out under that number"),
    "in_future": N_("is a day to come"),
    "no_day_promised": N_("is empty, though payment is promised"),
    "not_sent_back": N_("is none of the rows that were sent back; it was added to the list"),
    "not_to_be_mended": N_("bears the number of a row that was not to be mended"),
    "mended_before": N_("mends a row that was mended before"),
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
