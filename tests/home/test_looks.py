"""The frame and the form fields: what every page leans on."""

import re

import pytest
from django import forms
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.template import engines
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils import translation

from home.templatetags import looks
from people.models import User

SIGNED_IN = User(email="yara@example.org")


class Questions(forms.Form):
    reason = forms.CharField(label="Wat wil je veranderen?", help_text="Denk aan je straat.", widget=forms.Textarea)
    body = forms.ChoiceField(label="Waar?", choices=[("raad", "Raad"), ("staten", "Staten")], widget=forms.RadioSelect)
    topics = forms.MultipleChoiceField(
        label="Waarover?", choices=[("wonen", "Wonen"), ("zorg", "Zorg")], widget=forms.CheckboxSelectMultiple
    )
    helper = forms.CharField(label="Wie helpt je?", required=False)
    place = forms.ChoiceField(label="Plaats", choices=[("a", "Almere")])
    agreed = forms.BooleanField(label="Ik ga akkoord")

    def clean(self):
        if self.data.get("helper") == "fout":
            raise forms.ValidationError("Dit past niet bij elkaar.")
        return super().clean()


def render(source: str, path: str = "/", **context) -> str:
    request = RequestFactory().get(path)
    request.user = context.setdefault("user", AnonymousUser())
    return engines["django"].from_string(source).render(context, request)


def test_label_hint_and_error_stand_above_the_field_in_that_order():
    html = str(Questions({})["reason"].as_field_group())
    order = [html.index(part) for part in ("<label", 'id="id_reason_helptext"', 'id="id_reason_error"', "<textarea")]
    assert order == sorted(order)


def test_a_field_names_its_hint_and_its_error():
    html = str(Questions({})["reason"].as_field_group())
    assert 'aria-describedby="id_reason_helptext id_reason_error"' in html
    assert 'aria-invalid="true"' in html


@pytest.mark.parametrize(("required", "order"), [(True, ['_helptext">', "<label"]), (False, ["<label", '_helptext">'])])
def test_what_an_optional_tick_does_stands_below_it_and_what_one_agrees_to_above(required, order):
    form = Questions()
    form.fields["agreed"].required, form.fields["agreed"].help_text = required, "Dit doet het."
    html = str(form["agreed"].as_field_group())
    assert sorted(order, key=html.index) == order and html.count("Dit doet het.") == 1


def test_who_sees_an_answer_stands_below_the_field_and_describes_it():
    form = Questions()
    form.fields["reason"].who_sees = "Alleen de organisator ziet dit."
    html = str(form["reason"].as_field_group())
    assert html.index("</textarea>") < html.index("Alleen de organisator ziet dit.")
    assert "id_reason_helptext id_reason_wie" in html


def test_only_what_may_stay_empty_is_marked():
    form = Questions()
    assert "(optioneel)" in str(form["helper"].as_field_group())
    assert "(optioneel)" not in str(form["reason"].as_field_group())
    form.mark_optional = False
    assert "(optioneel)" not in str(form["helper"].as_field_group())


@pytest.mark.parametrize(("name", "kind"), [("body", "radio-button"), ("topics", "checkbox")])
def test_a_choice_is_a_fieldset_whose_rows_are_the_targets(name, kind):
    html = str(Questions({})[name].as_field_group())
    assert html.index("<fieldset") < html.index("<legend") < html.index(f'id="id_{name}_error"')
    assert html.count('class="ol-optie ') == 2
    assert html.count(f"utrecht-{kind}--html-input") == 2
    assert f'aria-describedby="id_{name}_error"' in html.partition(">")[0]
    assert "aria-invalid" not in html.partition("<legend")[2]  # the group says it, not each row


def test_a_group_of_checkboxes_is_no_radiogroup():
    assert 'role="radiogroup"' in str(Questions()["body"].as_field_group())
    assert 'role="radiogroup"' not in str(Questions()["topics"].as_field_group())


def test_a_single_checkbox_has_its_label_behind_it():
    html = str(Questions()["agreed"].as_field_group())
    assert html.index("<input") < html.index("<label")
    assert "ol-optie" in html


def test_a_placeholder_never_stands_in_for_the_label():
    class Mail(forms.Form):
        email = forms.EmailField(label="E-mailadres", widget=forms.EmailInput(attrs={"placeholder": "E-mailadres"}))

    html = str(Mail()["email"].as_field_group())
    assert "placeholder" not in html
    assert "utrecht-textbox" in html


def test_a_form_keeps_its_hidden_fields():
    class Hidden(forms.Form):
        source = forms.CharField(widget=forms.HiddenInput, initial="folder")

    assert '<input type="hidden" name="source" value="folder"' in str(Hidden())


def test_the_summary_takes_focus_and_links_to_every_field_that_is_wrong():
    form = Questions({"helper": "fout"})
    html = render('{% include "components/error_summary.html" %}', form=form)
    assert re.search(r'<h2[^>]* tabindex="-1" autofocus>', html)
    assert "Er gaan 6 dingen nog niet goed" in html
    assert "Dit past niet bij elkaar." in html
    for target in ("id_reason", "id_body_0", "id_topics_0", "id_place", "id_agreed"):
        assert f'href="#{target}"' in html
        assert f'id="{target}"' in str(form)


def test_a_bare_required_error_is_named_after_its_field_in_the_summary():
    html = render('{% include "components/error_summary.html" %}', form=Questions({}))
    assert "Plaats: " in html


def test_a_form_that_is_not_sent_has_no_summary():
    assert "utrecht-alert" not in render('{% include "components/error_summary.html" %}', form=Questions())


def test_the_title_of_a_page_with_errors_begins_with_fout():
    page = '{% extends "base.html" %}{% block title %}Aanmelden{% endblock %}'
    assert "<title>Fout: Aanmelden - Op de lijst</title>" in render(page, form=Questions({}))
    assert "<title>Aanmelden - Op de lijst</title>" in render(page, form=Questions())


def test_a_page_for_everyone_holds_nothing_of_one_visitor():
    html = render('{% extends "base.html" %}')
    assert "csrf" not in html
    assert "<form" not in html


def test_no_page_carries_style_or_script_of_its_own_or_of_a_third_party():
    html = render('{% extends "base.html" %}')
    assert " style=" not in html
    assert "<style" not in html
    runs = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", html)  # facts for machines, nothing runs
    assert "<script" not in runs
    elsewhere = re.findall(r'(?:src|href)="((?:https?:)?//[^"]*)', html)
    assert [url for url in elsewhere if not url.startswith(settings.SITE_ADDRESS)] == []  # its own, for who searches


def test_a_text_that_one_agrees_to_is_a_list_of_sentences():
    text = "Wij bewaren je nummer. Kan het botsen? Dan lees je dat. Je kunt dit intrekken. Dan wissen wij het."
    assert looks.lines_of(text) == [
        "Wij bewaren je nummer.", "Kan het botsen? Dan lees je dat.", "Je kunt dit intrekken. Dan wissen wij het."
    ]  # fmt: skip
    html = render('{% include "components/consent_words.html" with words=words only %}', words=text)
    assert html.count("<li") == 3 and "Waar je ja op zegt" in html


def test_the_number_of_a_step_stays_together():
    html = render(
        '{% include "components/step_heading.html" with heading=heading only %}', heading="Stap 1 van 3: Jij &amp; ik"
    )
    assert '<span class="ol-bijeen">Stap 1 van 3:</span> Jij &amp; ik' in html


def test_who_is_signed_in_can_log_out_by_a_form_with_a_token(settings):
    settings.HELP_NEARBY = []
    html = render('{% extends "base_mine.html" %}', user=SIGNED_IN, path="/mijn/")
    assert html.count('action="/account/logout/"') == 2  # wide and small menu
    assert html.count("csrfmiddlewaretoken") == 2


def test_leaving_quickly_is_a_plain_link_that_says_nothing_of_where_one_was(settings):
    settings.HELP_NEARBY = []
    html = render('{% extends "base_mine.html" %}', user=SIGNED_IN)
    assert re.search(r'class="ol-weg__snel" href="https://[^"]+" rel="noreferrer noopener"', html)


@pytest.mark.parametrize(
    ("path", "current"),
    [("/programmas/", "page"), ("/programmas/twee-stoelen/", "true"), ("/en/programmas/", "page")],
)
def test_the_menu_says_where_one_is(path, current):
    html = render('{% extends "base.html" %}', path=path)
    assert re.findall(r'aria-current="(\w+)"', html) == [current, current]


def test_the_overview_is_not_current_on_a_page_with_its_own_entry():
    with_current = looks.mine_nav({"request": RequestFactory().get("/mijn/gegevens/")})
    assert [entry["url"] for entry in with_current if entry["current"]] == ["/mijn/gegevens/"]


def test_links_stay_in_the_language_of_the_page():
    assert looks.site_url("/hulp/") == "/hulp/"
    with translation.override("en"):
        assert looks.site_url("/hulp/") == "/en/hulp/"


@pytest.mark.parametrize(
    ("active", "path", "other"),
    [("nl", "/agenda/", "/en/agenda/"), ("en", "/en/agenda/", "/agenda/"), ("nl", "/energie/", "/en/energie/")],
)
def test_the_switch_leads_to_the_same_address_in_the_other_language(active, path, other):
    with translation.override(active):
        assert [link["url"] for link in looks.other_languages({"request": RequestFactory().get(path)})] == [other]


def test_the_switch_drops_the_query_since_a_cached_page_serves_many_queries():
    links = looks.other_languages({"request": RequestFactory().get("/agenda/?bron=x")})
    assert links[0]["url"] == "/en/agenda/"


def test_pages_of_a_list_keep_the_filters():
    html = render(
        '{% load looks %}{% query_without "pagina" as query %}'
        '{% include "components/pagination.html" with page=page query=query only %}',
        path="/programmas/?voor=vrouwen&pagina=2",
        page=Paginator(range(100), 24).page(2),
    )
    assert 'href="?voor=vrouwen&amp;pagina=3"' in html
    assert re.findall(r'pagina=(\d)" aria-current="page"', html) == ["2"]


def test_a_drawing_is_inlined_and_no_name_leads_out_of_its_folder():
    assert looks.drawing("twee-stoelen").startswith("<svg")
    with pytest.raises(ValueError, match="drawing"):
        looks.drawing("../css/index")


def test_every_row_of_a_table_is_named_by_a_header_and_the_table_scrolls_by_keyboard():
    html = render(
        '{% include "components/table.html" with id="t" caption="Trechter" columns=columns rows=rows only %}',
        columns=[{"label": "Stap"}, {"label": "Aantal", "numeric": True}],
        rows=[["Aangemeld", "1.240"], ["Benoemd", "minder dan 10"]],
    )
    assert html.count('scope="row"') == 2
    assert 'tabindex="0" role="region" aria-labelledby="t"' in html


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "409", "429", "500"])
def test_an_error_page_says_what_to_do_without_any_context(code):
    html = get_template(f"{code}.html").render({})
    assert html.count("<h1") == 1
    assert '<html lang="nl"' in html
    assert re.search(r'<a class="utrecht-(link|button-link)', html)


def test_not_found_is_the_same_page_for_every_address():
    pages = {render('{% extends "404.html" %}', user=SIGNED_IN, path=path) for path in ("/mijn/a/", "/mijn/b/")}
    assert len(pages) == 1
    assert "csrf" not in pages.pop()


def test_a_sentence_is_taken_apart_where_it_starts_to_name_things():
    assert looks.apart("Jullie delen een taal: Nederlands.") == ("Jullie delen een taal:", "Nederlands.")
    assert looks.apart("Jullie kunnen op andere momenten.") == ("Jullie kunnen op andere momenten.", "")
