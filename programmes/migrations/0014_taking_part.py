from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("programmes", "0013_review")]

    operations = []
