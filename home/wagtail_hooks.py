from wagtail import hooks

from home.choosing import only_choosable

hooks.register("construct_page_chooser_queryset", only_choosable)
