"""Columns of the lists in /cms/."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column


class DayColumn(Column):
    """A day in full: "2 jaar geleden" tells nobody which, and of a day to come the CMS says "zojuist"."""

    def get_value(self, instance: Any) -> str:
        value: date | datetime | None = super().get_value(instance)
        if isinstance(value, datetime):
            value = timezone.localdate(value)
        return date_format(value, "j F Y") if value else ""
