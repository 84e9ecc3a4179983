from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("programmes", "0018_mailing")]

    operations = []
