from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("outcomes", "0003_name_the_steps_shorter")]

    operations = []
