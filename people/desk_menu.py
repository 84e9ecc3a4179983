"""Items of the desk's menu that not everybody sees."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from people.roles import is_organiser


class OrganisersItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_organiser(request.user)
