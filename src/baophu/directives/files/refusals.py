"""Why a file is not read as a directive."""

from baophu.base.errors import UserError
from baophu.base.words import N_


class NotADirective(UserError):
    """A file that cannot be read as a directive; subclasses say why."""

    exit_code = 13


class UnknownSort(NotADirective):
    message = N_("{file} is of a sort that is not read: “{sort}”.")
    advice = N_("Expected: {known}. Open it in the program that made it and save it as docx.")


class DamagedFile(NotADirective):
    message = N_("{file} is damaged or is no {sort} file inside: it cannot be opened.")
    advice = N_("Ask the sender for it again, or save it anew from the program that made it.")


class LockedFile(NotADirective):
    message = N_("{file} is locked with a password.")
    advice = N_("Save it without a password, then read it again.")


class EmptyFile(NotADirective):
    message = N_("There are no words in {file}.")
    advice = N_("A directive is text: a docx, a pdf with text, a txt or an html file.")


class NothingInIt(NotADirective):
    message = N_("{file} is empty: there is not one byte in it.")
    advice = N_("Ask the sender for it again, or save it anew from the program that made it.")


class PictureFile(NotADirective):
    message = N_("{file} is a picture: its words cannot be read.")
    advice = N_("Have its text recognised first, or ask for a docx or a pdf with text.")


class PicturesOnly(NotADirective):
    message = N_("{file} has {pages} pages of pictures and no text: it was scanned.")
    advice = N_(
        "Ask for the file it was printed from (docx or signed pdf), or have its text recognised first."
    )


class TooManyPages(NotADirective):
    message = N_("{file} is too long: {pages} pages. The limit is {limit} pages.")
    advice = N_("Read the directive alone, without annexes.")


class TooMuchText(NotADirective):
    message = N_("{file} is too long: {characters} characters of text. The limit is {limit}.")
    advice = N_("Read the directive alone, without annexes.")


class TooBigFile(NotADirective):
    message = N_("{file} is too big: {size} MB. The limit is {limit} MB.")
    advice = N_("Take the pictures out of it, or read the directive alone, without annexes.")


class OtherLanguage(NotADirective):
    message = N_(
        "{file} is not in Vietnamese: {share} of {words} words look like it. It begins “{beginning}”."
    )
    advice = N_("Directives are read in Vietnamese, written with its diacritics.")
