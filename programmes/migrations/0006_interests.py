import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import people.fields


class Migration(migrations.Migration):

    dependencies = [("programmes", "0005_pages_in_full"), ("people", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name='Interest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('province', models.CharField(blank=True, choices=[('Drenthe', 'Drenthe'), ('Flevoland', 'Flevoland'), ('Fryslân', 'Fryslân'), ('Gelderland', 'Gelderland'), ('Groningen', 'Groningen'), ('Limburg', 'Limburg'), ('Noord-Brabant', 'Noord-Brabant'), ('Noord-Holland', 'Noord-Holland'), ('Overijssel', 'Overijssel'), ('Utrecht', 'Utrecht'), ('Zeeland', 'Zeeland'), ('Zuid-Holland', 'Zuid-Holland')], max_length=20, verbose_name='provincie')),
                ('address', people.fields.EncryptedTextField(editable=False, verbose_name='e-mailadres')),
                ('address_digest', models.CharField(db_index=True, editable=False, max_length=64)),
                ('language', models.CharField(default='nl', max_length=5, verbose_name='taal')),
                ('state', models.CharField(choices=[('asked', 'nog niet bevestigd'), ('confirmed', 'bevestigd')], default='asked', editable=False, max_length=10, verbose_name='stand')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='gevraagd')),
                ('confirmed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='bevestigd')),
                ('consent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.consenttext')),
                ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='interests', to='programmes.programme', verbose_name='programma')),
            ],
            options={
                'verbose_name': 'belangstelling',
                'verbose_name_plural': 'belangstelling',
                'ordering': ['asked_at', 'pk'],
                'indexes': [models.Index(fields=['programme', 'state'], name='interests_by_programme')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['asked', 'confirmed'])), name='interest_state_known'), models.UniqueConstraint(fields=('programme', 'address_digest'), name='one_interest_per_programme'), models.UniqueConstraint(condition=models.Q(('programme', None)), fields=('address_digest',), name='one_interest_in_general'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at', None), ('state', 'asked')), models.Q(('confirmed_at__isnull', False), ('state', 'confirmed')), _connector='OR'), name='interest_confirmed_by_its_mailbox'), models.CheckConstraint(condition=models.Q(('confirmed_at', None), ('confirmed_at__gte', models.F('asked_at')), _connector='OR'), name='interest_confirmed_after_asking'), models.CheckConstraint(condition=models.Q(('programme', None), ('province', ''), _connector='OR'), name='interest_in_a_province_is_general')],
            },
        ),
    ]
