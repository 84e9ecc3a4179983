"""The few words for how somebody took part. None of them tells anything of health, origin or party."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Presence(TextChoices):
    PRESENT = "present", _("erbij")
    EXCUSED = "excused", _("afgemeld")
    ABSENT = "absent", _("niet geweest")


class ContactKind(TextChoices):
    PHONE = "phone", _("gebeld")
    TALK = "talk", _("gesproken")
    ONLINE = "online", _("online gesproken")
    MAIL = "mail", _("gemaild")


class LeavingReason(TextChoices):
    TIME = "time", _("geen tijd meer")
    WORK = "work", _("werk of studie")
    MOVED = "moved", _("verhuisd")
    DIFFERENT = "different", _("het was anders dan verwacht")
    OTHER_PROGRAMME = "other", _("een ander programma past beter")
    SILENT = "silent", _("niets meer gehoord")
    ELSE = "else", _("iets anders")
