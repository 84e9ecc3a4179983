from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0002_states_of_a_match_in_one_order"),
        ("programmes", "0018_mailing"),
    ]

    operations = [
        migrations.CreateModel(
            name="PairingRules",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("answer_days", models.PositiveSmallIntegerField(default=10, validators=[MinValueValidator(2), MaxValueValidator(60)], verbose_name="dagen om te antwoorden")),
                ("participants_ask", models.BooleanField(default=True, help_text="Zij kiezen uit drie tot zes mentoren. Jij kunt het drie dagen lang stoppen.", verbose_name="deelnemers mogen zelf een mentor vragen")),
                ("programme", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="pairing_rules", to="programmes.programme")),
            ],
            options={
                "verbose_name": "spelregels van het koppelen",
                "verbose_name_plural": "spelregels van het koppelen",
                "constraints": [models.CheckConstraint(condition=models.Q(("answer_days__gte", 2), ("answer_days__lte", 60)), name="rules_give_days_to_answer")],
            },
        ),
    ]
