from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("programmes", "0017_small_programme")]

    operations = []
