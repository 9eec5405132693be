import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0014_obstacles_of_visits_and_answers"),
    ]

    operations = [
        migrations.AddField(
            model_name="taskmove",
            name="undoes",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="undone_by",
                to="store.taskmove",
            ),
        ),
        migrations.AddIndex(
            model_name="taskoccurrence",
            index=models.Index(
                condition=models.Q(("state__in", ["given", "accepted", "doing", "reported"])),
                fields=["due", "assignee", "state"],
                name="task_occurrence_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="taskoccurrence",
            index=models.Index(
                condition=models.Q(("state", "confirmed")),
                fields=["due", "assignee"],
                name="task_occurrence_confirmed",
            ),
        ),
    ]
