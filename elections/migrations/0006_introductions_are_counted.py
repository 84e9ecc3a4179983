from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("elections", "0005_parties_and_their_cards")]

    operations = [
        migrations.CreateModel(
            name='IntroductionCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('raad', 'gemeenteraad'), ('staten', 'Provinciale Staten'), ('waterschap', 'waterschap')], max_length=10, verbose_name='soort')),
                ('year', models.PositiveSmallIntegerField(verbose_name='jaar')),
                ('taken', models.PositiveIntegerField(default=0, verbose_name='keer meegenomen')),
            ],
            options={
                'verbose_name': 'meegenomen kaarten',
                'verbose_name_plural': 'meegenomen kaarten',
                'ordering': ['-year', 'kind'],
            },
        ),
        migrations.AddConstraint(
            model_name='introductioncount',
            constraint=models.UniqueConstraint(fields=('kind', 'year'), name='one_count_of_introductions_a_year'),
        ),
    ]
