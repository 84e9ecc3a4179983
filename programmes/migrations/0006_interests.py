from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("programmes", "0005_pages_in_full")]

    operations = []
