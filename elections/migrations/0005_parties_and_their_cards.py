from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("elections", "0004_let_a_reference_stay_with_the_person")]

    operations = []
