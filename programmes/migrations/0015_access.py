from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("programmes", "0014_taking_part")]

    operations = []
