"""Templates show; they take nothing from elsewhere, carry no script or style, and know no rule."""

import re
from collections.abc import Iterator

import pytest

from tests.architecture.sources import files

TAG = r"<(?:script|link|img|iframe|source|video|audio|object|embed|use|image|form|input)\b[^>]*?"
FAULTS = {
    "has a style of its own": re.compile(r"<style\b|<[a-z][^>]*\sstyle\s*=", re.IGNORECASE),
    "has a style of its own: a colour": re.compile(r"\s(?:fill|stroke|color)\s*=\s*[\"']#", re.IGNORECASE),
    "has a script of its own": re.compile(r"<script\b(?![^>]*\ssrc=)(?![^>]*type=\"application/)", re.IGNORECASE),
    "listens in an attribute": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "has a script as an address": re.compile(r"=\s*[\"']\s*javascript:", re.IGNORECASE),
    "takes something from another host": re.compile(
        TAG + r"\s(?:src|href|srcset|poster|data|action|formaction|xlink:href)\s*=\s*[\"']?\s*(?:https?:)?//",
        re.IGNORECASE,
    ),
    "decides by a state": re.compile(
        r"{%-?\s*(?:el)?if\b[^%]*\.state\b|{%-?\s*(?:el)?if\b[^%]*\bstate\s*(?:==|!=|in\b)"
    ),
    "says twice that something is wrong": re.compile(
        r"{% block title %}[^\n]*{% translate [\"']Fout:"
    ),  # base.html does
    "translates nothing": re.compile(r"{%\s*(?:trans|blocktrans)\s"),  # the old names of translate, blocktranslate
}
COMMENTS = re.compile(r"{#.*?#}|{%\s*comment\b.*?endcomment\s*%}|<!--.*?-->", re.DOTALL)
FOREIGN_IN_STYLES = re.compile(r"(?:url\(|@import)\s*[\"']?\s*(?:https?:)?//")


def faults(path: str, text: str) -> Iterator[str]:
    bare = COMMENTS.sub("", text)
    for fault, pattern in FAULTS.items():
        # A mail, a PDF or a page to take along has no style sheet beside it; a component has states of its own
        # (a step is done, or now).
        alone = "/emails/" in path or path.endswith("_pdf.html") or path == "templates/people/takeout.html"
        spared = (alone and "style" in fault) or ("/components/" in path and "state" in fault)
        if not spared and pattern.search(bare):
            yield f"{path} {fault}"


def test_templates_are_plain() -> None:
    assert [fault for path, text in files("*.html", "templates") for fault in faults(path, text)] == []


def test_drawings_and_styles_take_nothing_from_elsewhere() -> None:
    sheets = [*files("*.css", "static")]
    assert sheets
    assert [path for path, text in sheets if FOREIGN_IN_STYLES.search(text)] == []
    drawings = [*files("*.svg", "static")]
    assert [fault for path, text in drawings for fault in faults(path, text) if "style" not in fault] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('<p style="color: red">', "style"),
        ("<style>p { color: red }</style>", "style"),
        ('<rect width="100" fill="#4d628a"/>', "colour"),
        ("<script>alert(1)</script>", "script"),
        ('<button type="button" onclick="go()">', "listens"),
        ('<a href="javascript:go()">', "script as an address"),
        ('<img alt="" src="https://cdn.example.org/a.png">', "another host"),
        ('<link rel="stylesheet" href="//cdn.example.org/a.css">', "another host"),
        ("<script src=https://cdn.example.org/a.js></script>", "another host"),
        ('<form method="post" action="https://example.org/">', "another host"),
        ('{% if application.state == "draft" %}', "state"),
        ("{% if a %}{% elif edition.state in open_states %}", "state"),
        ('{% if state == "open" %}', "state"),
        ('{% trans "Hallo" %}', "translates"),
        ('{% block title %}{% if form.errors %}{% translate "Fout:" %} {% endif %}Melden{% endblock %}', "twice"),
    ],
)
def test_the_rule_sees_what_does_not_belong_in_a_template(text: str, fault: str) -> None:
    (found,) = faults("programmes/programme_list.html", text)
    assert fault in found


@pytest.mark.parametrize(
    "text",
    [
        '<a href="https://www.politie.nl/">politie</a>',
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
        '<script src="{% static "leave.js" %}" defer></script>',
        '<script type="application/ld+json" src="x"></script>',
        "{% if edition.is_open %}{{ edition.get_state_display }}{% endif %}",
        "{# style= is not ours #}",
        "<p data-style=x>",
    ],
)
def test_the_rule_lets_plain_templates_alone(text: str) -> None:
    assert [*faults("programmes/programme_list.html", text)] == []
