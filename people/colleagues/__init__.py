"""Who works with whom: invited by mail, given a role, and taken off it again.

    from people.colleagues.actions import invite

    invite("noor@voorbeeld.nl", "reviewer", organisation=lead, about=edition.key, by=organiser)

A role is a `ColleagueRole` (roles.py), named in settings.COLLEAGUE_ROLES. Those of an organisation (organiser,
publisher) stand here; a higher floor adds its own, such as who reviews one edition.
"""
