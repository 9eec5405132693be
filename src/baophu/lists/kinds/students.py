from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Extent, Kind, Proves, Rhythm, Sender, Sensitivity, Type
from baophu.lists.kinds.people import PERSON

STUDENTS = Kind(
    name="students",
    title=N_("pupils’ list"),
    words=N_("The pupils or students of a school, insured or not."),
    sender=Sender.SCHOOL,
    rhythm=Rhythm.SCHOOL_YEAR,
    proves=Proves.SNAPSHOT,
    extent=Extent.SCHOOL,
    columns=(
        *PERSON,
        Column(
            "school",
            Type.TEXT,
            N_("School as printed."),
            Sensitivity.INTERNAL,
            required=True,
            elsewhere=True,
            printed_once=True,
        ),
        Column("class", Type.TEXT, N_("Class."), Sensitivity.INTERNAL, printed_once=True),
        Column("group", Type.GROUP, N_("Another group that the pupil is insured in."), Sensitivity.PERSONAL),
        Column(
            "insured",
            Type.YES_NO,
            N_("Whether the school says that the pupil is insured."),
            Sensitivity.PERSONAL,
        ),
    ),
    title_words=("hoc sinh", "sinh vien", "hssv", "hs"),
    signs=("class", "school", "insured"),
    steps=("school",),
)
