from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("programmes", "0016_importing")]

    operations = []
