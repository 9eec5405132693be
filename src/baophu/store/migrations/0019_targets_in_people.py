from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0018_mails_that_may_be_there'),
    ]

    operations = [
        migrations.AlterField(
            model_name='target',
            name='rate',
            field=models.BigIntegerField(null=True),
        ),
    ]
