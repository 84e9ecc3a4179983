"""What the worker looks at by itself, by name: each minute, and once a day."""

# portal.sweeps: what the worker looks at once a minute, each a function() -> int (how much it did).
SWEEPS: list[str] = [
    "people.letters.send_due",
    "home.planned.keep_planned",
    "search.indexing.keep_up",
    "programmes.actions.editions.close_past_editions",
    "programmes.actions.editions.tell_of_opened_editions",
    "programmes.interests.telling.tell_who_waits",
    "programmes.importing.running.run_due",
    "programmes.actions.decisions.expire_offers",
    "programmes.agenda.actions.move_up_all",
    "programmes.agenda.actions.remind",
    "programmes.taking_part.meetings.remind",
    "programmes.safety.actions.keep_up",
    "programmes.bookings.actions.keep_bookings",
    "mentoring.actions.matches.expire_matches",
    "mentoring.computing.running.compute_due",
    "mentoring.next_choices.propose_next",
    "mentoring.reminders.remind_of_terms",
    "mentoring.talking.reminding.remind",
    "mentoring.progression.actions.look_up_results",
]
# portal.sweeps: the same, once a day.
DAILY_SWEEPS: list[str] = [
    "outcomes.collecting.collect",  # before the purge: what goes there counts no more
    "outcomes.dossier.asking.keep_waves",
    "mentoring.pace.actions.nudging.ask_who_is_silent",
    "mentoring.pace.actions.check_ins.keep_check_ins",
    "mentoring.alumni.network.ask_to_renew",
    "people.privacy.purge_daily",
    "elections.parties.actions.ask_to_check",
    "elections.parties.actions.expire_cards",
    "programmes.safety.actions.tell_new_readers",
    "programmes.safety.contacts.tell_who_is_short",
    "people.sessions.drop_expired",
    "mentoring.vetting.pausing.tell_of_ends",
    "search.indexing.rebuild",
    "portal.sweeps.drop_task_results",
]
