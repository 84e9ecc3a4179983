"""Where each role of the demo lands after its press, as promised to whoever drives the demo."""

LANDS = {
    "participant": "/mijn/",
    "mentor": "/mijn/",
    "safeguarding": "/mijn/",
    "newcomer": "/mijn/",
    "organiser": "/cms/",
    "administrator": "/cms/",
    "ministry": "/cijfers/",
}
