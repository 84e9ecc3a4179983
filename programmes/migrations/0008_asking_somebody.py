from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("programmes", "0007_call_backs")]

    operations = []
