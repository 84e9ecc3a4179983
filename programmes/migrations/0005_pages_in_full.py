from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("programmes", "0004_programme_has_mentors")]

    operations = []
