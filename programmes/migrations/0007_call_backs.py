import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import people.fields


class Migration(migrations.Migration):

    dependencies = [("programmes", "0006_interests"), ("people", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name='programme',
            name='takes_calls',
            field=models.BooleanField(default=True, help_text='Op de pagina staat dan ‘Bel mij’. Wie dat vraagt, bel je binnen een week één keer.', verbose_name='wij bellen wie dat vraagt'),
        ),
        migrations.CreateModel(
            name='CallBack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('number', people.fields.EncryptedTextField(blank=True, editable=False, verbose_name='telefoonnummer')),
                ('number_digest', models.CharField(blank=True, editable=False, max_length=64)),
                ('moment', models.CharField(choices=[('any', 'Dat maakt mij niet uit'), ('morning', 'In de ochtend'), ('afternoon', 'In de middag'), ('evening', 'In de avond, tot 20.00 uur')], default='any', max_length=10, verbose_name='wanneer')),
                ('language', models.CharField(default='nl', max_length=5, verbose_name='taal')),
                ('state', models.CharField(choices=[('waiting', 'wacht'), ('calling', 'wordt gebeld'), ('called', 'gebeld')], default='waiting', editable=False, max_length=10, verbose_name='stand')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='gevraagd')),
                ('called_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='gebeld')),
                ('consent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.consenttext')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='call_backs', to='programmes.programme', verbose_name='programma')),
            ],
            options={
                'verbose_name': 'belverzoek',
                'verbose_name_plural': 'belverzoeken',
                'ordering': ['asked_at', 'pk'],
                'indexes': [models.Index(fields=['programme', 'asked_at'], name='call_backs_by_programme')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'calling', 'called'])), name='call_back_state_known'), models.CheckConstraint(condition=models.Q(('moment__in', ['any', 'morning', 'afternoon', 'evening'])), name='call_back_moment_known'), models.UniqueConstraint(condition=models.Q(('state', 'called'), _negated=True), fields=('programme', 'number_digest'), name='one_call_back_per_number'), models.CheckConstraint(condition=models.Q(models.Q(('called_at__isnull', False), ('number_digest', ''), ('state', 'called')), models.Q(models.Q(('state', 'called'), _negated=True), ('called_at', None), models.Q(('number_digest', ''), _negated=True)), _connector='OR'), name='a_call_takes_the_number_along'), models.CheckConstraint(condition=models.Q(('called_at', None), ('called_at__gte', models.F('asked_at')), _connector='OR'), name='called_after_asking')],
            },
        ),
    ]
