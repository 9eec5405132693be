from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0019_targets_in_people'),
    ]

    operations = [
        migrations.AddField(
            model_name='task',
            name='counts_from',
            field=models.DateField(null=True),
        ),
    ]
