"""/mijn/lezen/: the one address in mails about what is to be read, whatever it is (settings.READ_FROM_MAIL).

Were it there for reports alone, whoever looks into a mailbox would know of one by the link.
"""

from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from people.models import User
from programmes.models import Report


def report(user: User, key: UUID) -> str:
    """To the page of who made it, or of who reads it; "" for anybody else."""
    if Report.objects.of(user).filter(key=key).exists():
        return reverse("safety:own_report", kwargs={"key": key})
    if Report.objects.to_be_read_by(user).filter(key=key).exists():
        return reverse("safety:to_read", kwargs={"key": key})
    return ""


def leads_to(user: User, key: UUID) -> str:
    """Where this key leads this person, or ""."""
    return next((found for path in settings.READ_FROM_MAIL if (found := import_string(path)(user, key))), "")
