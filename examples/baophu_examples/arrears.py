"""What employers owe, shared out so that the sums come out to the đồng."""

from dataclasses import dataclass
from random import Random

from baophu_examples.chance import apportion, choose
from baophu_examples.employers import Employer
from baophu_examples.figures import Figures

# Parts of a contribution: social, health, unemployment and accident insurance (in tenths of a per cent).
_SHARES = {True: (255, 45, 20, 5), False: (255, 45, 0, 5)}
_INTEREST = 0.02
_PUBLIC = 0.72
CATEGORIES = ("ĐƠN VỊ CHẬM ĐÓNG", "ĐƠN VỊ NỢ ĐỌNG", "ĐƠN VỊ NỢ KÉO DÀI", "ĐƠN VỊ NỢ KHÓ THU")


@dataclass(frozen=True, slots=True)
class Debt:
    """What one employer owes, in đồng; `amount` is the sum of the parts and `interest`."""

    employer: Employer
    category: int
    months: int
    amount: int
    base_salary_part: int
    parts: tuple[int, int, int, int]
    interest: int


def make_debts(rng: Random, employers: list[Employer], figures: Figures) -> list[Debt]:
    """The debts of so many employers, with the sums that the figures name."""
    public = [employer for employer in employers if employer.public]
    count = min(len(public), round(figures.units_in_arrears * _PUBLIC))
    late = choose(rng, public, count, lambda employer: employer.workers + 1)
    firms = [employer for employer in employers if not employer.public]
    owing = choose(rng, firms, figures.units_in_arrears - count, lambda employer: employer.workers + 1)
    base = apportion(figures.base_salary_part, [(e.workers + 1) * rng.uniform(0.6, 1.4) for e in late])
    own_weights = [(e.workers + 1) * rng.uniform(0.1, 0.3) for e in late]
    own_weights += [(e.workers + 1) * rng.uniform(1.0, 6.0) for e in owing]
    own = apportion(figures.arrears - figures.base_salary_part, own_weights)
    bases = base + [0] * len(owing)
    return [_debt(rng, e, base, own) for e, base, own in zip([*late, *owing], bases, own, strict=True)]


def _debt(rng: Random, employer: Employer, base: int, own: int) -> Debt:
    category = 0 if employer.public else rng.choice((0, 0, 1, 1, 2, 3))
    months = (rng.randint(1, 3), rng.randint(3, 5), rng.randint(6, 14), rng.randint(15, 40))[category]
    interest = 0 if employer.public else round(own * _INTEREST * months / 4)
    interest = min(interest, own // 3)
    social, health, unemployment, accident = apportion(base + own - interest, _SHARES[employer.unemployment])
    parts = social, health, unemployment, accident
    return Debt(employer, category, months, base + own, base, parts, interest)
