"""The page of an example programme in both languages, with its version in easy language."""

import json
from typing import Any

from wagtail.models import Locale

from portal.content.parts import as_html
from portal.demo.content.programmes.shapes import Easy, Example, PageWords
from portal.set_up.pages import key_of
from programmes.models import Programme, ProgrammeIndexPage, ProgrammePage


def lay_pages(programme: Programme, example: Example) -> None:
    for code, words in (("nl", example.nl), ("en", example.en)):
        locale = Locale.objects.get(language_code=code)
        index = ProgrammeIndexPage.objects.get(locale=locale)
        page = ProgrammePage(
            programme=programme,
            slug=example.slug,
            locale=locale,
            translation_key=key_of(f"/programmas/{example.slug}/"),
            drawing=example.drawing,
            **_page_fields(words, code),
        )
        index.add_child(instance=page)
        page.save_revision().publish()


def _page_fields(words: PageWords, language: str) -> dict[str, Any]:
    body = as_html([("p", words.body), ("ul", words.helps)], language)
    questions = [
        {"type": "question", "value": {"question": question, "answer": as_html([("p", [answer])], language)}}
        for question, answer in words.questions
    ]
    return {
        "title": words.title,
        "intro": words.intro,
        "body": json.dumps([{"type": "text", "value": body}]),
        "for_whom_text": words.for_whom,
        "admission_text": words.admission,
        "pilot_text": words.pilot,
        "certificate_text": words.certificate,
        "questions": json.dumps(questions),
        "easy": json.dumps(_easy(words.easy)),
    }


def _easy(parts: Easy) -> list[dict[str, Any]]:
    return [
        {"type": "part", "value": {"title": title, "rows": [_item(_row(*row), f"{title}{row}") for row in rows]}}
        for title, rows in parts
    ]


def _row(drawing: str, lines: list[str]) -> dict[str, Any]:
    return {"drawing": drawing, "lines": [_item(line, line) for line in lines]}


def _item(value: Any, name: str) -> dict[str, Any]:
    # Items of a list need an id, or Wagtail reads them as its older format.
    return {"type": "item", "id": str(key_of(name)), "value": value}
