from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0004_jobs'),
    ]

    operations = [
        migrations.DeleteModel(
            name='PersonIndex',
        ),
        migrations.AddIndex(
            model_name='auditentry',
            index=models.Index(fields=['action', 'id'], name='audit_action'),
        ),
    ]
