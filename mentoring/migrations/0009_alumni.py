from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("mentoring", "0008_keeping_pace")]

    operations = []
