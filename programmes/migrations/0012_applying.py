from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("programmes", "0011_editing")]

    operations = []
