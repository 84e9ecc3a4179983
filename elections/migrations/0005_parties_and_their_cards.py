import uuid

import django.db.models.deletion
from django.db import migrations, models

import people.fields


def list_parties(apps, schema_editor):
    """The official lists that were read already give their parties, in the drawn order."""
    CandidateList = apps.get_model("elections", "CandidateList")
    ListedParty = apps.get_model("elections", "ListedParty")
    Party = apps.get_model("elections", "Party")
    for one in CandidateList.objects.exclude(body_election__body=None).select_related("body_election"):
        party = None
        if one.name:
            party, _made = Party.objects.get_or_create(body_id=one.body_election.body_id, name=one.name)
        ListedParty.objects.get_or_create(
            body_election_id=one.body_election_id, contest=one.contest, number=one.number, defaults={"party": party}
        )



class Migration(migrations.Migration):

    dependencies = [("elections", "0004_let_a_reference_stay_with_the_person")]

    operations = [
        migrations.CreateModel(
            name='ListedParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('contest', models.CharField(max_length=20, verbose_name='kieskring')),
                ('number', models.PositiveSmallIntegerField(verbose_name='lijstnummer')),
            ],
            options={
                'verbose_name': 'partij op een lijst',
                'verbose_name_plural': 'partijen op een lijst',
                'ordering': ['body_election', 'number', 'contest'],
            },
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(max_length=200, verbose_name='naam')),
                ('is_example', models.BooleanField(default=False, verbose_name='voorbeeldinhoud')),
            ],
            options={
                'verbose_name': 'partij',
                'verbose_name_plural': 'partijen',
                'ordering': ['name', 'body__name'],
            },
        ),
        migrations.CreateModel(
            name='PartyCard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('state', models.CharField(choices=[('waiting', 'wacht op de beheerder'), ('refused', 'nog niet goed'), ('shown', 'staat op de site'), ('outdated', 'verouderd')], default='waiting', max_length=10, verbose_name='stand')),
                ('how', models.TextField(max_length=400, verbose_name='zo kiezen wij kandidaten')),
                ('criteria', models.TextField(max_length=400, verbose_name='hierop letten wij')),
                ('closes_on', models.DateField(blank=True, null=True, verbose_name='aanmelden kan tot en met')),
                ('mail_address', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres van de partij')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='telefoonnummer van de partij')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('kept_by', people.fields.EncryptedTextField(blank=True, verbose_name='ingeleverd door')),
                ('kept_by_mark', models.CharField(blank=True, editable=False, max_length=64)),
                ('language', models.CharField(default='nl', editable=False, max_length=5, verbose_name='taal')),
                ('handed_in_at', models.DateTimeField(verbose_name='ingeleverd')),
                ('decided_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='nagekeken')),
                ('confirmed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='klopt volgens de partij op')),
                ('remark', models.TextField(blank=True, max_length=400, verbose_name='wat er nog niet goed is')),
            ],
            options={
                'verbose_name': 'kaart van een partij',
                'verbose_name_plural': 'kaarten van partijen',
                'ordering': ['-handed_in_at', '-pk'],
            },
        ),
        migrations.AddField(
            model_name='election',
            name='registration_day',
            field=models.DateField(blank=True, help_text='Leeg: 42 dagen voor de dag van kandidaatstelling, volgens de wet.', null=True, verbose_name='laatste dag om een partij te registreren'),
        ),
        migrations.AddConstraint(
            model_name='election',
            constraint=models.CheckConstraint(condition=models.Q(('registration_day', None), ('registration_day__lt', models.F('nomination_day')), _connector='OR'), name='registration_before_nomination'),
        ),
        migrations.AddField(
            model_name='listedparty',
            name='body_election',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='listed', to='elections.bodyelection', verbose_name='verkiezing van een bestuur'),
        ),
        migrations.AddField(
            model_name='party',
            name='body',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='elections.body', verbose_name='bestuur'),
        ),
        migrations.AddField(
            model_name='listedparty',
            name='party',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='listed', to='elections.party', verbose_name='partij'),
        ),
        migrations.AddField(
            model_name='partycard',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cards', to='elections.party', verbose_name='partij'),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.UniqueConstraint(fields=('body', 'name'), name='one_party_per_name_in_a_body'),
        ),
        migrations.AddConstraint(
            model_name='listedparty',
            constraint=models.UniqueConstraint(fields=('body_election', 'contest', 'number'), name='one_party_per_drawn_number'),
        ),
        migrations.AddConstraint(
            model_name='listedparty',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='drawn_numbers_count_from_one'),
        ),
        migrations.AddConstraint(
            model_name='partycard',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['shown', 'outdated'])), fields=('party',), name='one_public_card_per_party'),
        ),
        migrations.AddConstraint(
            model_name='partycard',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['waiting', 'refused'])), fields=('party', 'kept_by_mark'), name='one_card_under_way_per_keeper'),
        ),
        migrations.AddConstraint(
            model_name='partycard',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at', None), ('state__in', ['waiting', 'refused'])), models.Q(('confirmed_at__gte', models.F('handed_in_at')), ('state__in', ['shown', 'outdated'])), _connector='OR'), name='a_public_card_is_dated'),
        ),
        migrations.AddConstraint(
            model_name='partycard',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('mail_address', ''), _negated=True), models.Q(('phone', ''), _negated=True), _connector='OR'), name='a_card_says_whom_to_ask'),
        ),
        # reviewed: adds rows to tables that this migration makes; nothing that was there changes
        migrations.RunPython(list_parties, migrations.RunPython.noop, elidable=True),
    ]
