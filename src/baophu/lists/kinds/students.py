from baophu.base.words import N_
from baophu.lists.kinds.declare import Column, Extent, Kind, Proves, Rhythm, Sender, Sensitivity, Type
from baophu.lists.kinds.people import COMMUNE, PERSON, UNIT

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

SCHOOL_SUMMARY = Kind(
    name="school_summary",
    title=N_("summary of schools"),
    words=N_("How many pupils each school has, and how many of them are insured where."),
    sender=Sender.EDUCATION,
    rhythm=Rhythm.SCHOOL_YEAR,
    proves=Proves.SNAPSHOT,
    extent=Extent.SCHOOL,
    columns=(
        Column("school", Type.TEXT, N_("School as printed."), Sensitivity.PUBLIC, required=True),
        Column("level", Type.TEXT, N_("Level of the school."), Sensitivity.PUBLIC, printed_once=True),
        UNIT,
        COMMUNE,
        Column("classes", Type.COUNT, N_("Number of classes."), Sensitivity.INTERNAL),
        Column("pupils", Type.COUNT, N_("All pupils."), Sensitivity.INTERNAL, required=True),
        Column("pupils_covered", Type.COUNT, N_("Pupils with health insurance."), Sensitivity.INTERNAL),
        Column("pupils_at_school", Type.COUNT, N_("Of them insured as pupils."), Sensitivity.INTERNAL),
        Column("pupils_other_group", Type.COUNT, N_("Of them in another group."), Sensitivity.INTERNAL),
        Column("pupils_uncovered", Type.COUNT, N_("Pupils without insurance."), Sensitivity.INTERNAL),
        Column("rate", Type.TEXT, N_("Share of the insured as printed."), Sensitivity.INTERNAL),
        Column("note", Type.TEXT, N_("Note as printed."), Sensitivity.INTERNAL),
    ),
    title_words=(
        "tong hop hoc sinh",
        "tong hop truong",
        "tong hop cac truong",
        "tong hop tham gia bhyt hoc sinh",
        "tong hop so lieu hoc sinh",
        "tinh hinh tham gia bhyt hoc sinh",
        "ket qua tham gia bhyt hoc sinh",
    ),
    signs=("pupils", "pupils_covered", "pupils_at_school", "pupils_other_group", "pupils_uncovered"),
)
