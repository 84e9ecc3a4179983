"""`{% carries_source %}…{% endcarries_source %}`: the links between them carry the campaign by which someone came."""

import re
from urllib.parse import parse_qs

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

from people.sources import SOURCE, source_of

register = template.Library()

# A link to a page of ours: its path, its query and its place on the page.
LINK = re.compile(r'href="(/(?!/|static/|media/|documents/|cms/)[^"?#]*)(?:\?([^"#]*))?(#[^"]*)?"')


GET_FORM = re.compile(r'<form\b[^>]*\bmethod="get"[^>]*>')


class CarriesSource(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        html = self.nodelist.render(context)
        source = context.get("carried_source") or source_of(context.get("request"))
        return carry(html, source) if source else html


def carry(html: str, source: str) -> SafeString:
    """The same HTML; links to our own pages end with the source, unless they have one, and forms by GET hold it."""

    def longer(link: re.Match[str]) -> str:
        path, query, place = link[1], link[2] or "", link[3] or ""
        if SOURCE in parse_qs(query.replace("&amp;", "&")):
            return link[0]
        return f'href="{path}?{query}{"&amp;" if query else ""}{SOURCE}={source}{place}"'

    def with_field(form: re.Match[str]) -> str:
        return f'{form[0]}<input type="hidden" name="{SOURCE}" value="{source}">'

    return mark_safe(GET_FORM.sub(with_field, LINK.sub(longer, html)))  # noqa: S308  as it was, and a word that people.sources has read


@register.tag
def carries_source(parser: Parser, token: Token) -> CarriesSource:
    nodelist = parser.parse(("endcarries_source",))
    parser.delete_first_token()
    return CarriesSource(nodelist)
