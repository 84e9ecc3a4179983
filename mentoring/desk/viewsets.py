from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup

from mentoring.alumni.desk import BarrierViewSet
from mentoring.desk import by_hand, mentors, pairing, pairs, requests, rounds, rules, tuning, vetting
from people.desk_menu import OrganisersItem


class MentorViewSet(ViewSet):
    name = "desk_mentors"
    url_prefix = "mentoren"
    menu_label = _("Mentoren")
    icon = "user"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", mentors.MentorIndexView.as_view(), name="index"),
            path("results/", mentors.MentorIndexView.as_view(results_only=True), name="index_results"),
            path("<uuid:key>/", mentors.detail, name="detail"),
            path("materiaal/", vetting.material, name="material"),
            path("materiaal/<uuid:key>/weg/", vetting.remove_material, name="material_remove"),
            path("<uuid:key>/nagekeken/", mentors.check, name="check"),
            path("<uuid:key>/ambt/", vetting.confirm, name="office"),
            path("<uuid:key>/<slug:verb>/", mentors.move, name="move"),
        ]


class PairingViewSet(ViewSet):
    name = "desk_pairing"
    url_prefix = "koppelen"
    menu_label = _("Koppelen")
    icon = "link"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", pairing.PairingIndexView.as_view(), name="index"),
            path("results/", pairing.PairingIndexView.as_view(results_only=True), name="index_results"),
            path("<uuid:key>/", pairing.edition, name="edition"),
            path("<uuid:key>/spelregels/", rules.rules, name="rules"),
            path("<uuid:key>/ongedaan/<uuid:match>/", by_hand.undo, name="undo"),
            path("<uuid:key>/ronde/", rounds.begin, name="begin"),
            path("<uuid:key>/<uuid:participation>/", by_hand.choose, name="choose"),
            path("<uuid:key>/<uuid:participation>/<uuid:mentor>/", by_hand.confirm, name="confirm"),
        ]


class RoundViewSet(ViewSet):
    name = "desk_rounds"
    url_prefix = "koppelrondes"
    menu_label = _("Koppelrondes")
    icon = "rotate"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", rounds.RoundIndexView.as_view(), name="index"),
            path("results/", rounds.RoundIndexView.as_view(results_only=True), name="index_results"),
            path("<uuid:key>/", rounds.detail, name="detail"),
            path("<uuid:key>/gewichten/", tuning.tune, name="tune"),
            path("<uuid:key>/<slug:verb>/", rounds.move, name="move"),
            path("<uuid:key>/koppel/<uuid:match>/<slug:verb>/", rounds.move_pair, name="pair"),
        ]


class PairViewSet(ViewSet):
    name = "desk_pairs"
    url_prefix = "koppels"
    menu_label = _("Koppels")
    icon = "group"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", pairs.PairIndexView.as_view(), name="index"),
            path("results/", pairs.PairIndexView.as_view(results_only=True), name="index_results"),
            path("<uuid:key>/", pairs.detail, name="detail"),
            path("<uuid:key>/hulp/<uuid:check_in>/", pairs.respond, name="respond"),
            path("<uuid:key>/<slug:verb>/", pairs.move, name="move"),
        ]


class RequestViewSet(ViewSet):
    name = "desk_requests"
    url_prefix = "keuzes"
    menu_label = _("Keuzes en vragen vooraf")
    icon = "help"
    menu_item_class = OrganisersItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", requests.RequestIndexView.as_view(), name="index"),
            path("results/", requests.RequestIndexView.as_view(results_only=True), name="index_results"),
            path("<uuid:key>/", requests.detail, name="detail"),
            path("<uuid:key>/stoppen/", requests.stop, name="stop"),
            path("<uuid:key>/antwoord/<uuid:enquiry>/", requests.reply, name="reply"),
        ]


class MentoringGroup(ViewSetGroup):
    menu_label = _("Mentoren")
    menu_icon = "user"
    menu_order = 30
    items = (MentorViewSet, PairingViewSet, RoundViewSet, PairViewSet, BarrierViewSet, RequestViewSet)
