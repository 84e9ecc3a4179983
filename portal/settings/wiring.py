"""How lower floors reach upper ones: by name only, as dotted paths in one place.

Each list is read by the floor named behind it; the order of a list is the order on the screen.
"""

# people.mfa: predicates(user) -> bool; true for who sees data of others, so must prove more.
SEES_OTHERS: list[str] = [
    "people.roles.is_member",
    "people.roles.is_ministry",
    "people.roles.is_administrator",
]
# people.privacy: PersonalData objects, one per app that holds something about a person.
PERSONAL_DATA: list[str] = []
# people.views: sections of /mijn/, each a function(request) -> Section | None.
DASHBOARD_SECTIONS: list[str] = []
# portal.desk: sections of the organisers' desk in /cms/.
DESK_SECTIONS: list[str] = []
# home.models: sections of the home page that need facts from a higher floor.
HOME_SECTIONS: list[str] = []
# people.views: what stands on /hulp/ beside the help records.
HELP_SECTIONS: list[str] = []
# people.consent: purposes for which a person can give consent.
CONSENT_PURPOSES: list[str] = []
# people.letters: named messages, each a function in an app's emails.py.
LETTERS: list[str] = []
# portal worker: what is looked at once a minute, each a function() -> int (how much it did).
SWEEPS: list[str] = []
