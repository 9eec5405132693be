from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0010_offices_of_accounts"),
    ]

    operations = [
        migrations.AddField(
            model_name="directive",
            name="head_read",
            field=models.JSONField(default=dict),
        ),
        migrations.AlterField(
            model_name="readitem",
            name="verdict",
            field=models.TextField(
                choices=[
                    ("open", "open"),
                    ("accepted", "accepted"),
                    ("mended", "mended"),
                    ("dropped", "dropped"),
                    ("added", "added"),
                ],
                default="open",
            ),
        ),
    ]
