from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("elections", "0005_parties_and_their_cards")]

    operations = []
