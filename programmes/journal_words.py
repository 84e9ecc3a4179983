"""Verbs of this floor as the journal says them (settings.JOURNAL_WORDS), where the common words are not enough."""

from django.utils.translation import gettext_lazy as _

# Her own safety and her own needs: a colleague who hides, blocks or reports is somebody, also to an administrator.
NAMELESS = frozenset(
    {
        "programmes.Block",
        "programmes.Hidden",
        "programmes.KeptFrom",
        "programmes.Report",
        "programmes.ReportAnswer",
        "programmes.AccessNeed",
    }
)

WORDS = {
    "add_reviewer": _("beoordelaar toegevoegd"),
    "admit": _("toegelaten"),
    "admit_again": _("opnieuw toegelaten"),
    "agree": _("ja gezegd"),
    "allow_reveals": _("ruimere waarde goedgevonden"),
    "answer_follow_up": _("gezegd of wij later mogen vragen"),
    "approve_page": _("pagina goedgekeurd"),
    "ask_to_close": _("gevraagd of het klaar is"),
    "block": _("geblokkeerd"),
    "ask_other": _("andere tijd gevraagd"),
    "ask_reveals": _("ruimere waarde gevraagd"),
    "assign": _("aan een beoordelaar gegeven"),
    "become_partner": _("uitvoerder geworden"),
    "follow_up": _("gevraagd hoe het gaat"),
    "hide": _("zich verborgen"),
    "not_yet": _("gezegd dat het nog niet klaar is"),
    "note_word": _("afgesloten op het woord van de persoon"),
    "report": _("gemeld"),
    "show": _("zich weer laten zien"),
    "take_up": _("opgepakt"),
    "threat_off": _("dreigingsstand uitgezet"),
    "threat_on": _("dreigingsstand aangezet"),
    "unblock": _("blokkade weggehaald"),
    "begin_for": _("begonnen"),
    "begin_small": _("klein programma begonnen"),
    "complain": _("geklaagd"),
    "end_help": _("hulp gestopt"),
    "help": _("meegeholpen"),
    "let_help": _("om hulp gevraagd"),
    "choose_reveals": _("gezegd wat meedoen laat zien"),
    "clear": _("vrijgegeven"),
    "draw_lots": _("geloot"),
    "finish_step": _("volgende stap gedaan"),
    "hand_out_certificate": _("bewijs van deelname gegeven"),
    "hide_name": _("naam verborgen in de groep"),
    "hold": _("gehouden"),
    "lose_session": _("dag vervallen"),
    "make_for_import": _("gemaakt bij het inlezen"),
    "make_page": _("pagina gemaakt"),
    "match": _("kolommen gekozen"),
    "move_up": _("doorgeschoven"),
    "note_attendance": _("aanwezigheid ingevuld"),
    "offer": _("plek aangeboden"),
    "open_again": _("weer opengezet"),
    "part_with": _("uitvoerder weggehaald"),
    "pass_on": _("doorgegeven"),
    "plan_again": _("opnieuw gepland"),
    "put_back_page": _("pagina teruggezet"),
    "put_on_waiting_list": _("op de wachtlijst gezet"),
    "register_again": _("opnieuw ingeschreven"),
    "reject_page": _("pagina teruggegeven"),
    "remove_reviewer": _("beoordelaar weggehaald"),
    "send_arrangements": _("naar de uitvoerder gestuurd"),
    "send_to_the_rest": _("ook naar de anderen verstuurd"),
    "show_name": _("naam laten zien in de groep"),
    "take_off_page": _("pagina van de site gehaald"),
    "tick_off": _("afgevinkt"),
    "tick_phase": _("stap afgevinkt"),
}

DOORS = {
    "programmes.Edition": "desk_edition",
    "programmes.Application": "desk_applications:detail",
    "programmes.Participation": "desk_participations:detail",
    "programmes.CallBack": "desk_call_backs:detail",
}
"""By kind of thing, the name of its page at the desk (settings.JOURNAL_DOORS)."""
