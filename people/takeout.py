"""Everything about a person as files: JSON for machines, a page for reading."""

import io
import json
import zipfile
from datetime import date, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lifecycle.journal import record
from people import privacy
from people.models import User

JSON_NAME, PAGE_NAME = "person.json", "person.html"


def files(user: User) -> dict[str, str]:
    """Text by file name."""
    exported = privacy.export(user)
    at = timezone.now()
    whole: dict[str, Any] = {"exported_at": at}
    for rule, data in exported:
        whole.setdefault(rule.app, {}).update(data)
    parts = [
        {"title": rule.title, "entries": _readable(data, rule.words)} for rule, data in exported if any(data.values())
    ]
    return {
        JSON_NAME: json.dumps(whole, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2) + "\n",
        PAGE_NAME: render_to_string("people/takeout.html", {"parts": parts, "at": at}),
    }


def archive(user: User) -> bytes:
    """The same files in one zip, to take along from /mijn/gegevens/; noted in the journal."""
    record(user, "take_out", by=user)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in files(user).items():
            zipped.writestr(name, text)
    return packed.getvalue()


def _readable(data: dict[str, Any], words: dict[str, Any]) -> list[dict[str, Any]]:
    """Entries with a label and a text, or with entries of their own, or with a list of those."""
    return [_entry(words.get(key, key.replace("_", " ").capitalize()), value, words) for key, value in data.items()]


def _entry(label: Any, value: Any, words: dict[str, Any]) -> dict[str, Any]:
    if isinstance(value, dict):
        return {"label": label, "entries": _readable(value, words)}
    if isinstance(value, list | tuple) and any(isinstance(item, dict) for item in value):
        return {"label": label, "rows": [_readable(item, words) for item in value]}
    return {"label": label, "text": _text(value)}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if value in (None, "", [], ()):
        return _("niets")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    return str(value)
