import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    operations = [
        migrations.CreateModel(
            name='Account',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('name', models.TextField(unique=True)),
                ('full_name', models.TextField(default='')),
                ('role', models.TextField(choices=[('admin', 'admin'), ('insurance_officer', 'insurance_officer'), ('leader', 'leader'), ('commune_official', 'commune_official'), ('hamlet_head', 'hamlet_head'), ('collector', 'collector'), ('education', 'education'), ('labour_finance', 'labour_finance'), ('province', 'province'), ('supervisor', 'supervisor')])),
                ('is_active', models.BooleanField(default=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BuildLease',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('holder', models.TextField(default='')),
                ('heartbeat', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Office',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area', models.TextField()),
                ('on', models.DateField()),
                ('name', models.TextField()),
                ('superior', models.TextField(default='')),
                ('place', models.TextField(default='')),
                ('signer_authority', models.TextField(default='')),
                ('signer_title', models.TextField(default='')),
                ('signer_name', models.TextField(default='')),
                ('addressees', models.JSONField(default=list)),
                ('copies', models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name='PersonNumber',
            fields=[
                ('number', models.BigIntegerField(primary_key=True, serialize=False)),
                ('list', models.TextField()),
                ('row', models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('action', models.TextField()),
                ('object', models.TextField()),
                ('values', models.JSONField(default=dict)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.account')),
            ],
        ),
        migrations.CreateModel(
            name='Build',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.TextField(unique=True)),
                ('on', models.DateField()),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('checksums', models.JSONField(default=dict)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.account')),
            ],
        ),
        migrations.CreateModel(
            name='CurrentBuild',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('build', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.build')),
            ],
        ),
        migrations.CreateModel(
            name='Hamlet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('replaced_at', models.DateTimeField(null=True)),
                ('key', models.TextField()),
                ('unit', models.TextField()),
                ('name', models.TextField()),
                ('valid_from', models.DateField(null=True)),
                ('valid_to', models.DateField(null=True)),
                ('source', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.account')),
            ],
        ),
        migrations.CreateModel(
            name='HamletName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_key', models.TextField()),
                ('hamlet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='store.hamlet')),
            ],
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('purpose', models.TextField()),
                ('command', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.account')),
            ],
        ),
        migrations.CreateModel(
            name='LookedAt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.BigIntegerField()),
                ('look', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='store.look')),
            ],
        ),
        migrations.CreateModel(
            name='PersonIndex',
            fields=[
                ('person', models.BigIntegerField(primary_key=True, serialize=False)),
                ('national_id', models.TextField(null=True)),
                ('insurance_number', models.TextField(null=True)),
                ('name_key', models.TextField(null=True)),
                ('unit', models.TextField(null=True)),
                ('hamlet', models.TextField(null=True)),
                ('status', models.TextField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['national_id'], name='person_national_id'), models.Index(fields=['insurance_number'], name='person_insurance_number'), models.Index(fields=['name_key'], name='person_name_key'), models.Index(fields=['unit', 'hamlet'], name='person_place')],
            },
        ),
        migrations.CreateModel(
            name='ReceivedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.TextField(unique=True)),
                ('name', models.TextField()),
                ('size', models.BigIntegerField()),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('received_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.account')),
            ],
        ),
        migrations.CreateModel(
            name='ReceivedList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.TextField()),
                ('sheet', models.TextField()),
                ('kind', models.TextField()),
                ('sender', models.TextField(default='')),
                ('as_of', models.DateField()),
                ('header_row', models.BigIntegerField()),
                ('rows', models.BigIntegerField()),
                ('accepted', models.BigIntegerField()),
                ('doubtful', models.BigIntegerField()),
                ('rejected', models.BigIntegerField()),
                ('structure', models.BigIntegerField()),
                ('columns', models.JSONField(default=dict)),
                ('extents', models.JSONField(default=list)),
                ('rows_path', models.TextField()),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('why_withdrawn', models.TextField(default='')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lists', to='store.receivedfile')),
                ('received_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.account')),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.account')),
            ],
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.TextField()),
                ('cut_off', models.DateField()),
                ('signing', models.DateField()),
                ('files', models.JSONField(default=dict)),
                ('figures', models.JSONField(default=list)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('build', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='store.build')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.account')),
            ],
        ),
        migrations.CreateModel(
            name='Target',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('replaced_at', models.DateTimeField(null=True)),
                ('area', models.TextField()),
                ('scheme', models.TextField()),
                ('rate', models.BigIntegerField()),
                ('people', models.BigIntegerField(null=True)),
                ('due', models.DateField()),
                ('document', models.TextField()),
                ('issuer', models.TextField()),
                ('decided_on', models.DateField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.account')),
            ],
        ),
        migrations.CreateModel(
            name='AccountPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.TextField(choices=[('unit', 'unit'), ('hamlet', 'hamlet'), ('school', 'school'), ('employer', 'employer')])),
                ('place', models.TextField()),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='store.account')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('account', 'kind', 'place'), name='account_place_once')],
            },
        ),
        migrations.CreateModel(
            name='AreaClass',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('replaced_at', models.DateTimeField(null=True)),
                ('kind', models.TextField()),
                ('value', models.TextField()),
                ('place', models.TextField()),
                ('valid_from', models.DateField(null=True)),
                ('valid_to', models.DateField(null=True)),
                ('source', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.account')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('replaced_at', None)), fields=('kind', 'place', 'valid_from'), name='area_class_once')],
            },
        ),
        migrations.CreateModel(
            name='Denominator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('replaced_at', models.DateTimeField(null=True)),
                ('area', models.TextField()),
                ('kind', models.TextField()),
                ('on', models.DateField()),
                ('people', models.BigIntegerField()),
                ('source', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='store.account')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('replaced_at', None)), fields=('area', 'kind', 'on'), name='denominator_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='hamlet',
            constraint=models.UniqueConstraint(condition=models.Q(('replaced_at', None)), fields=('key',), name='hamlet_key_once'),
        ),
        migrations.AddConstraint(
            model_name='hamletname',
            constraint=models.UniqueConstraint(fields=('hamlet', 'name_key'), name='hamlet_name_once'),
        ),
        migrations.AddIndex(
            model_name='lookedat',
            index=models.Index(fields=['person'], name='looked_at_person'),
        ),
        migrations.AddConstraint(
            model_name='receivedlist',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('key',), name='list_stands_once'),
        ),
        migrations.AddConstraint(
            model_name='target',
            constraint=models.UniqueConstraint(condition=models.Q(('replaced_at', None)), fields=('area', 'scheme', 'due', 'document'), name='target_once'),
        ),
    ]
