import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0002_accounts'),
    ]

    operations = [
        migrations.CreateModel(
            name='Worklist',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('why', models.TextField()),
                ('scheme', models.TextField()),
                ('area', models.TextField()),
                ('hamlet', models.TextField(default='')),
                ('due', models.DateField(null=True)),
                ('build', models.TextField()),
                ('on', models.DateField()),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('closed_at', models.DateTimeField(null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='worklists', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.BigIntegerField()),
                ('scheme', models.TextField()),
                ('outcome', models.TextField()),
                ('on', models.DateField()),
                ('promise_on', models.DateField(null=True)),
                ('receipt', models.TextField(default='')),
                ('note', models.TextField(default='')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('row', models.IntegerField(null=True)),
                ('undone_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('list', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='store.receivedlist')),
                ('worklist', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='store.worklist')),
            ],
            options={
                'indexes': [models.Index(fields=['person'], name='visit_person')],
            },
        ),
        migrations.CreateModel(
            name='WorklistPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.BigIntegerField()),
                ('position', models.IntegerField()),
                ('why', models.TextField()),
                ('fingerprint', models.TextField()),
                ('worklist', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='store.worklist')),
            ],
            options={
                'indexes': [models.Index(fields=['person'], name='worklist_person')],
                'constraints': [models.UniqueConstraint(fields=('worklist', 'person'), name='worklist_person_once')],
            },
        ),
    ]
