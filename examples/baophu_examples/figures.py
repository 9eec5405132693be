"""The figures that the lists must add up to."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of people, and what employers owe in đồng.

    `bhyt`, `bhxh_bb`, `bhxh_tn` and `bhtn` are distinct insurance numbers on the insurer's lists of the
    area that are valid on the day; `bhtn` are among `bhxh_bb`, who share nobody with `bhxh_tn`.
    """

    people: int
    working_age: int
    bhyt: int
    bhxh_bb: int
    bhxh_tn: int
    bhtn: int
    units_in_arrears: int
    arrears: int
    base_salary_part: int

    def tenth(self) -> "Figures":
        """About a tenth of the people, with as many employers as a tenth can fill."""
        return replace(
            self,
            people=self.people // 10,
            working_age=self.working_age // 10,
            bhyt=self.bhyt // 10,
            bhxh_bb=self.bhxh_bb // 10,
            bhxh_tn=self.bhxh_tn // 10,
            bhtn=self.bhtn // 10,
        )


@dataclass(frozen=True, slots=True)
class Shares:
    """Counts as shares: of the residents for `bhyt`, of those of working age for the others."""

    bhyt: float
    bhxh_bb: float
    bhxh_tn: float
    bhtn: float

    def figures(self, people: int, working_age: int) -> Figures:
        """Counts for so many people, with arrears as invented as the shares."""
        return Figures(
            people=people,
            working_age=working_age,
            bhyt=round(people * self.bhyt),
            bhxh_bb=round(working_age * self.bhxh_bb),
            bhxh_tn=round(working_age * self.bhxh_tn),
            bhtn=round(working_age * self.bhtn),
            units_in_arrears=38,
            arrears=1_204_517_930,
            base_salary_part=412_806_244,
        )


# As the district printed them on 30/9/2023; people of working age and residents follow from its percentages.
AS_PRINTED = Figures(
    people=31_701,
    working_age=17_820,
    bhyt=28_924,
    bhxh_bb=1_512,
    bhxh_tn=891,
    bhtn=1_162,
    units_in_arrears=50,
    arrears=948_288_562,
    base_salary_part=830_619_605,
)


# Three years on nobody has printed figures yet; these shares are invented.
LATER = Shares(bhyt=0.942, bhxh_bb=0.0905, bhxh_tn=0.0712, bhtn=0.0698)
