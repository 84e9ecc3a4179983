import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import people.fields
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0013_review"),
    ]

    operations = [
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "presence",
                    models.CharField(
                        choices=[("present", "erbij"), ("excused", "afgemeld"), ("absent", "niet geweest")],
                        max_length=8,
                        verbose_name="erbij of niet",
                    ),
                ),
                ("noted_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="opgeschreven")),
            ],
            options={
                "verbose_name": "aanwezigheid",
                "verbose_name_plural": "aanwezigheid",
                "ordering": ["meeting__starts_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ContactNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("on", models.DateField(default=django.utils.timezone.localdate, verbose_name="op")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("phone", "gebeld"),
                            ("talk", "gesproken"),
                            ("online", "online gesproken"),
                            ("mail", "gemaild"),
                        ],
                        max_length=6,
                        verbose_name="hoe",
                    ),
                ),
                ("words", people.fields.EncryptedTextField(blank=True, verbose_name="wat jullie bespraken")),
                ("next_step", people.fields.EncryptedTextField(blank=True, verbose_name="volgende stap")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="volgende stap uiterlijk op")),
                (
                    "done_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="volgende stap gedaan"),
                ),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="opgeschreven")),
            ],
            options={
                "verbose_name": "contactmoment",
                "verbose_name_plural": "contactmomenten",
                "ordering": ["-on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="GroupMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "title",
                    models.CharField(
                        help_text="Bijvoorbeeld: kennismaken, of spreken in de raad.",
                        max_length=80,
                        verbose_name="titel",
                    ),
                ),
                ("title_en", models.CharField(blank=True, max_length=80, verbose_name="titel, in het Engels")),
                ("starts_at", models.DateTimeField(verbose_name="begint")),
                ("ends_at", models.DateTimeField(verbose_name="eindigt")),
                ("online", models.BooleanField(default=False, verbose_name="online")),
                ("town", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                (
                    "address",
                    models.TextField(
                        blank=True,
                        help_text="Of de link, als het online is. Alleen te zien voor wie meedoet en is ingelogd.",
                        max_length=300,
                        verbose_name="adres",
                    ),
                ),
                (
                    "address_late",
                    models.BooleanField(
                        default=False, help_text="Kies dit als er dreiging is.", verbose_name="adres pas 48 uur vooraf"
                    ),
                ),
                ("cancelled_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="afgelast")),
                (
                    "reminded_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="herinnerd"),
                ),
                ("sequence", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "verbose_name": "bijeenkomst van een groep",
                "verbose_name_plural": "bijeenkomsten van een groep",
                "ordering": ["starts_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="GroupMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("display_name", people.fields.EncryptedTextField(verbose_name="naam voor de groep")),
                ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
            ],
            options={
                "verbose_name": "naam in een groep",
                "verbose_name_plural": "namen in een groep",
                "ordering": ["since", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(max_length=120, verbose_name="titel")),
                ("text", models.CharField(blank=True, max_length=200, verbose_name="in een zin")),
                (
                    "link",
                    models.CharField(
                        help_text="Een adres op internet, of een pagina van deze site, zoals /kennis/rechtspositie/.",
                        max_length=300,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^(https://[^\\s/]+\\.[^\\s]+|/[^/\\s]\\S*)$",
                                "Begin met https://, of met / voor deze site.",
                            )
                        ],
                        verbose_name="waar het staat",
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="toegevoegd")),
            ],
            options={
                "verbose_name": "materiaal van een groep",
                "verbose_name_plural": "materiaal van een groep",
                "ordering": ["added_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PhaseDone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("done_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="gedaan op")),
            ],
            options={
                "verbose_name": "stap gedaan",
                "verbose_name_plural": "stappen gedaan",
                "ordering": ["phase__order", "pk"],
            },
        ),
        migrations.AddField(
            model_name="edition",
            name="names_in_group",
            field=models.BooleanField(
                default=False,
                help_text="Laat meedoen gezondheid of afkomst zien? Dan ziet niemand namen, tot je dit aanzet.",
                verbose_name="namen in de groep, ook als meedoen iets laat zien",
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="leaving_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("time", "geen tijd meer"),
                    ("work", "werk of studie"),
                    ("moved", "verhuisd"),
                    ("different", "het was anders dan verwacht"),
                    ("other", "een ander programma past beter"),
                    ("silent", "niets meer gehoord"),
                    ("else", "iets anders"),
                ],
                max_length=9,
                verbose_name="waarom gestopt",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("leaving_reason__in", ["", "time", "work", "moved", "different", "other", "silent", "else"])
                ),
                name="leaving_reason_known",
            ),
        ),
        migrations.AddField(
            model_name="attendance",
            name="participation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="attendances", to="programmes.participation"
            ),
        ),
        migrations.AddField(
            model_name="contactnote",
            name="participation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="contact_notes", to="programmes.participation"
            ),
        ),
        migrations.AddField(
            model_name="groupmeeting",
            name="edition",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="group_meetings",
                to="programmes.edition",
                verbose_name="editie",
            ),
        ),
        migrations.AddField(
            model_name="attendance",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="attendances", to="programmes.groupmeeting"
            ),
        ),
        migrations.AddField(
            model_name="groupmember",
            name="participation",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="group_member", to="programmes.participation"
            ),
        ),
        migrations.AddField(
            model_name="material",
            name="edition",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="materials",
                to="programmes.edition",
                verbose_name="editie",
            ),
        ),
        migrations.AddField(
            model_name="phasedone",
            name="participation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="phases_done", to="programmes.participation"
            ),
        ),
        migrations.AddField(
            model_name="phasedone",
            name="phase",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="done_by", to="programmes.phase"
            ),
        ),
        migrations.AddConstraint(
            model_name="contactnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["phone", "talk", "online", "mail"])), name="contact_kind_known"
            ),
        ),
        migrations.AddIndex(
            model_name="groupmeeting",
            index=models.Index(fields=["edition", "starts_at"], name="group_meetings_by_day"),
        ),
        migrations.AddConstraint(
            model_name="groupmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="group_meeting_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="groupmeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("online", True), models.Q(("town", ""), _negated=True), _connector="OR"),
                name="group_meeting_somewhere",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(fields=("participation", "meeting"), name="one_attendance_per_meeting"),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=models.Q(("presence__in", ["present", "excused", "absent"])), name="attendance_presence_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="phasedone",
            constraint=models.UniqueConstraint(fields=("participation", "phase"), name="a_phase_is_done_once"),
        ),
    ]
