from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("people", "0003_mail_codes")]

    operations = []
