from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("mentoring", "0003_pairing_rules")]

    operations = []
