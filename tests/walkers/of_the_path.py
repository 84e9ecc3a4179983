"""What each role gets at the addresses that were there first; a room of its own has an of_<room>.py beside this."""

from typing import Any

from tests.walkers.expecting import (
    LOGIN,
    Expected,
    account,
    by_post,
    entrance,
    everyone,
    half_way,
    no_password,
    nothing_yet,
    only,
)
from tests.walkers.world import World


def the_edition(world: World) -> dict[str, Any]:
    return {"key": world.application.edition.key}


def the_step(world: World) -> dict[str, Any]:
    return {**the_edition(world), "number": 1}


def the_application(world: World) -> dict[str, Any]:
    return {"key": world.application.key}


def first_step(world: World) -> dict[str, Any]:
    return {"number": 1}


def the_mentorship(world: World) -> dict[str, Any]:
    return {"key": world.mentorship.key}


def the_proposal(world: World) -> dict[str, Any]:
    return {"key": world.proposal.key}


def the_pair(world: World) -> dict[str, Any]:
    return {"key": world.pair.key}


def the_meeting(world: World) -> dict[str, Any]:
    return {"key": world.meeting.key}


def the_candidacy(world: World) -> dict[str, Any]:
    return {"key": world.candidacy.key}


def of_the_two(arguments=lambda world: {}) -> Expected:
    """For the participant and the mentor of one match; for everybody else it does not exist."""
    return only("participant", "mentor", arguments=arguments)


def the_participation(world: World) -> dict[str, Any]:
    return {"key": world.participation.key}


EXPECTED = {
    "health": everyone(),
    "health_live": everyone(),
    "robots": everyone(),
    "sitemap": everyone(),
    "security_txt": everyone(),
    "people:help": everyone(),
    "people:mine": account(),
    "people:my_data": account(),
    "people:erase": account(),
    "people:take_out": by_post(),
    "people:withdraw_consent": by_post(),
    "programmes:guide": everyone(),
    "programmes:organisations": everyone(),
    "programmes:organisation": everyone(lambda world: {"slug": world.programme.lead().slug}),
    "programmes:agenda": everyone(),
    "programmes:story": account(),
    "programmes:appointment": everyone(lambda world: {"key": world.event_key}),
    # Who applied already is sent to how that application stands.
    "programmes:apply": Expected(200, 200, {"participant": 302}, the_edition),
    "programmes:apply_step": account(the_step, participant=302),
    "programmes:apply_done": Expected(LOGIN, 302, {"participant": 200}, the_edition),
    "programmes:application": only("participant", arguments=the_application),
    "programmes:application_withdraw": only("participant", arguments=the_application),
    # Nobody offered a place yet: back to how it stands.
    "programmes:application_offer": Expected(LOGIN, 404, {"participant": 302}, the_application),
    # Nothing was planned: back too.
    "programmes:application_other_time": Expected(LOGIN, 404, {"participant": 302}, the_application),
    "programmes:application_appointment": Expected(LOGIN, 404, {}, the_application),
    "programmes:participation": only("participant", arguments=the_participation),
    # Only where an edition reveals more since: else there is nothing to agree to.
    "programmes:application_consent": Expected(LOGIN, 404, {"participant": 302}, the_application),
    "mentoring:candidacies": account(),
    "mentoring:candidacy_tell": account(lambda world: {"slug": world.body.slug}),
    **dict.fromkeys(
        ["mentoring:candidacy", "mentoring:candidacy_let_go", "mentoring:candidacy_remove"],
        only("participant", arguments=the_candidacy),
    ),
    "mentoring:candidacy_claim": by_post(the_candidacy),
    "mentoring:profile": only("participant"),
    "mentoring:profile_step": only("participant", arguments=first_step),
    "mentoring:mentor": account(),
    "mentoring:mentor_sign_up": account(),
    "mentoring:mentor_step": only("mentor", arguments=first_step),
    "mentoring:mentor_pause": only("mentor"),
    "mentoring:mentor_stop": only("mentor", arguments=the_mentorship),
    **dict.fromkeys(["mentoring:proposal", "mentoring:proposal_decline"], of_the_two(the_proposal)),
    "mentoring:proposal_accept": by_post(the_proposal),
    **dict.fromkeys(["mentoring:room", "mentoring:room_end"], of_the_two(the_pair)),
    **dict.fromkeys(["mentoring:meeting_propose", "mentoring:meeting_spoken"], of_the_two(the_pair)),
    **dict.fromkeys(["mentoring:appointment", "mentoring:meeting_cancel"], of_the_two(the_meeting)),
    **dict.fromkeys(["mentoring:meeting_agree", "mentoring:meeting_held"], by_post(the_meeting)),
    "elections:index": everyone(),
    "elections:body": everyone(lambda world: {"slug": world.body.slug}),
    "outcomes:monitor": only("ministry"),
    "outcomes:about_you": account(),
    "outcomes:take_back_description": by_post(),
    "search:search": everyone(),
    # allauth: entrances, what is asked half-way, and what someone keeps about herself.
    **dict.fromkeys(["account_login", "account_signup", "account_signup_by_passkey"], entrance()),
    "account_request_login_code": entrance(),
    "account_inactive": everyone(),
    "account_logout": Expected(302, 200, {}),
    "account_follow_code": Expected(404, 404, {}),
    "mfa_signup_webauthn": Expected(302, 302, {}),
    **dict.fromkeys(["account_email", "mfa_index", "mfa_list_webauthn", "usersessions_list"], account()),
    **dict.fromkeys(["account_confirm_login_code", "account_email_verification_sent"], half_way()),
    **dict.fromkeys(["account_confirm_reauthentication_code", "account_extra_step"], half_way()),
    **dict.fromkeys(["mfa_authenticate", "mfa_activate_totp", "mfa_add_webauthn", "mfa_login_webauthn"], half_way()),
    **dict.fromkeys(["account_change_password", "account_set_password", "account_reset_password"], no_password()),
    **dict.fromkeys(["account_reset_password_done", "account_reset_password_from_key_done"], no_password()),
    "account_reset_password_from_key": Expected(LOGIN, LOGIN, {}, lambda world: {"uidb36": "1", "key": "a-b"}),
    **dict.fromkeys(["account_reauthenticate", "wagtailcore_login"], no_password()),
    **dict.fromkeys(["mfa_reauthenticate", "mfa_reauthenticate_webauthn"], half_way()),
    "mfa_generate_recovery_codes": half_way(),
    "account_request_reauthentication_code": account(),
    **dict.fromkeys(["mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes"], nothing_yet()),
    **dict.fromkeys(["mfa_remove_webauthn", "mfa_edit_webauthn"], Expected(LOGIN, 302, {}, lambda world: {"pk": 1})),
    # Wagtail: its pages (journeys and tests of pages open those), and the door of a private page, which is shut.
    "wagtail_serve": Expected(200, 200, {}, lambda world: {"__path": ""}),
    "wagtailcore_authenticate_with_password": Expected(404, 404, {}, lambda world: {"__path": "_util/x/1/1/"}),
}
