from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("programmes", "0008_asking_somebody")]

    operations = []
