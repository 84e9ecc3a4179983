import django.db.models.deletion
import django.utils.timezone
import programmes.models.ask_card
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("programmes", "0007_call_backs")]

    operations = [
        migrations.CreateModel(
            name='AskCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.SlugField(blank=True, max_length=60, unique=True, verbose_name='bron')),
                ('asked', models.PositiveIntegerField(default=0, verbose_name='gevraagd')),
                ('said_yes', models.PositiveIntegerField(default=0, verbose_name='ja gezegd')),
            ],
            options={
                'verbose_name': 'teller van vragen',
                'verbose_name_plural': 'tellers van vragen',
                'constraints': [models.CheckConstraint(condition=models.Q(('said_yes__lte', models.F('asked'))), name='a_yes_follows_a_question')],
            },
        ),
        migrations.CreateModel(
            name='AskCard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=programmes.models.ask_card.new_code, editable=False, max_length=8, unique=True, verbose_name='code')),
                ('source', models.SlugField(blank=True, max_length=60, verbose_name='bron')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='gemaakt')),
                ('said_yes', models.BooleanField(default=False, editable=False, verbose_name='ja gezegd')),
                ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='ask_cards', to='programmes.programme', verbose_name='programma')),
            ],
            options={
                'verbose_name': 'kaart om door te geven',
                'verbose_name_plural': 'kaarten om door te geven',
                'indexes': [models.Index(fields=['made_at'], name='ask_cards_by_age')],
                'constraints': [models.CheckConstraint(condition=models.Q(('code', ''), _negated=True), name='ask_card_has_a_code')],
            },
        ),
    ]
