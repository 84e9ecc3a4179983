from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("home", "0002_rules_of_matching_on_a_page")]

    operations = []
