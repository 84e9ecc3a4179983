"""How lower floors reach upper ones: by name only, as dotted paths in one place.

Each list is read by the floor named behind it; the order of a list is the order on the screen. Letters and
sweeps are many: each has a file beside this one.
"""

from portal.settings.letters import LETTERS as LETTERS
from portal.settings.sweeps import DAILY_SWEEPS as DAILY_SWEEPS
from portal.settings.sweeps import SWEEPS as SWEEPS

# people.mfa: predicates(user) -> bool; true for who sees data of others, so must prove more.
SEES_OTHERS: list[str] = [
    "people.roles.is_member",
    "people.roles.is_ministry",
    "people.roles.is_administrator",
    "programmes.policies.is_safeguarding_contact",
    "programmes.access.policies.is_partner",
    "programmes.review.policies.is_reviewer",
]
# people.desk: predicates(user) -> bool; true for who may enter /cms/. Each must stand in SEES_OTHERS too.
DESK_DOORS: list[str] = [
    "people.roles.is_member",
    "people.roles.is_administrator",
]
# people.privacy: PersonalData objects, one per app that holds something about a person. The account comes
# first and each app behind those it leans on: erasing walks the list from its end.
PERSONAL_DATA: list[str] = [
    "people.personal_data.PEOPLE",
    "people.mail_codes.personal_data.MAIL_CODES",
    "people.colleagues.personal_data.COLLEAGUES",
    "elections.personal_data.ELECTIONS",
    "elections.parties.personal_data.PARTIES",
    "programmes.personal_data.PROGRAMMES",
    "programmes.small_programme.personal_data.POOL",
    "programmes.taking_part.personal_data.TAKING_PART",
    "programmes.access.personal_data.ACCESS",
    "programmes.applying.personal_data.APPLYING",
    "programmes.review.personal_data.REVIEWING",
    "programmes.bookings.personal_data.BOOKINGS",
    "programmes.agenda.personal_data.AGENDA",
    "programmes.interests.personal_data.INTERESTS",
    "programmes.importing.personal_data.IMPORTING",
    "programmes.call_backs.personal_data.CALL_BACKS",
    "programmes.asking.personal_data.ASK_CARDS",
    "programmes.mailing.personal_data.GROUP_MAIL",
    "programmes.safety.personal_data.SAFETY",
    "mentoring.personal_data.MENTORING",
    "mentoring.computing.personal_data.COMPUTING",
    "mentoring.vetting.personal_data.VETTING",
    "mentoring.power.personal_data.POWER",
    "mentoring.asking.personal_data.ASKING",
    "mentoring.talking.personal_data.TALKING",
    "mentoring.pace.personal_data.PACE",
    "mentoring.progression.personal_data.PROGRESSION",
    "mentoring.alumni.personal_data.ALUMNI",
    "outcomes.personal_data.OUTCOMES",
    "outcomes.dossier.personal_data.DOSSIER",
]
# programmes.actions: what a higher floor ends before participations are deleted, each a function(participations).
BEFORE_PARTICIPATIONS_GO: list[str] = [
    "programmes.access.actions.end_with_participations",
    "mentoring.actions.matches.end_with_participations",
    "mentoring.alumni.network.leave_with_participations",
]
# people.privacy: what a higher floor does before anything goes by its time, each a function(at).
BEFORE_PURGE: list[str] = ["outcomes.collecting.collect"]
# people.views: sections of /mijn/, each a function(request) -> Section | None.
DASHBOARD_SECTIONS: list[str] = [
    "programmes.sections.applications",
    "programmes.sections.participations",
    "programmes.taking_part.sections.group_meetings",
    "programmes.agenda.sections.registrations",
    "programmes.access.sections.arranging",
    "programmes.access.sections.needs",
    "programmes.mailing.sections.messages",
    "mentoring.sections.with_a_mentor",
    "mentoring.sections.without_a_mentor",
    "mentoring.sections.as_a_mentor",
    "mentoring.sections.mentorship",
    "mentoring.sections.profile",
    "mentoring.progression.sections.candidacies",
    "mentoring.alumni.sections.network",
    "programmes.review.sections.to_review",
    "programmes.safety.sections.to_read",
    "programmes.sections.trusted",
    "programmes.safety.sections.safety",
    "people.sections.workplace",
    "outcomes.dossier.sections.questionnaires",
    "outcomes.sections.for_the_figures",
]
# programmes.opening: what must hold before people of 16 and 17 can take part, each a function(edition) -> the
# reason against, or "". An empty list means no: then nobody can tell that every mentor's VOG date is known.
UNDER_18_RULES: list[str] = ["mentoring.under_18.every_vog_is_known"]
# portal.desk: what waits on the first page of /cms/, each a function(request) -> DeskSection | None.
DESK_SECTIONS: list[str] = [
    "programmes.desk.sections.applications",
    "programmes.review.desk_sections.talks",
    "programmes.review.desk_sections.reviews",
    "programmes.call_backs.sections.call_backs",
    "programmes.applying.complaints.desk.waiting",
    "programmes.desk.sections.lapsing_offers",
    "programmes.importing.desk_sections.sheets",
    "programmes.desk.sections.room_for_who_waits",
    "programmes.desk.sections.closing",
    "programmes.taking_part.desk_sections.next_steps",
    "programmes.taking_part.desk_sections.attendance",
    "programmes.access.sections.to_arrange",
    "programmes.bookings.desk_sections.bookings",
    "mentoring.desk.sections.rounds_ready",
    "mentoring.desk.sections.proposals_lapsing",
    "mentoring.asking.desk_sections.requests",
    "mentoring.desk.sections.mentors_to_vet",
    "mentoring.alumni.desk_sections.barriers_to_read",
    "mentoring.desk.sections.silent_pairs",
    "programmes.desk.sections.held_questions",
    "programmes.desk.sections.told_stories",
    "programmes.desk.sections.looser_reveals",
    "elections.parties.sections.waiting_cards",
    "programmes.mailing.sections.failed_mail",
    "people.colleagues.sections.proposals",
    "people.colleagues.sections.colleagues",
    "people.desk_sections.failed_letters",
    "people.desk_sections.help_records",
    "portal.desk.pages",
]
# programmes.desk.columns: what higher floors tell of a participant at the desk, each a ParticipantColumn.
PARTICIPANT_COLUMNS: list[str] = ["mentoring.desk.columns.MENTOR", "mentoring.progression.columns.ON_A_LIST"]
# programmes.desk.edition_overview: a tile for each thing that is done with an edition, each a
# function(request, edition) -> Tile | None.
EDITION_ROOMS: list[str] = [
    "programmes.small_programme.desk.tile",
    "programmes.desk.edition_overview.applications",
    "programmes.desk.reviewing.tile",
    "programmes.desk.lots.tile",
    "programmes.desk.talks.tile",
    "programmes.desk.together.tile",
    "programmes.desk.edition_overview.participants",
    "programmes.importing.desk.waiting",
    "programmes.exporting.desk.door",
    "programmes.access.desk.panels.tile",
    "mentoring.desk.edition_rooms.tile",
    "programmes.mailing.sections.tile",
    "programmes.taking_part.desk.group.tile",
    "outcomes.dossier.sections.tile",
    "programmes.desk.edition_overview.state",
    "programmes.desk.edition_overview.facts",
]
# programmes.small_programme: "zo ver ben je", in the order of the work, each a
# function(request, edition) -> Step | None.
SMALL_PROGRAMME_STEPS: list[str] = [
    "programmes.small_programme.steps.page",
    "programmes.small_programme.steps.contacts",
    "programmes.small_programme.steps.opening",
    "programmes.small_programme.steps_of_rooms.sheet",
    "programmes.small_programme.steps.admitting",
    "mentoring.desk.edition_rooms.step",
    "programmes.small_programme.steps_of_rooms.needs",
    "programmes.small_programme.steps_of_rooms.arrangements",
    "programmes.small_programme.steps_of_rooms.first_mail",
]
# programmes.desk.participant_panels: what stands on the page of one participant at the desk, each a
# function(request, participation) -> Panel | None. Asked only where the person's name is shown.
PARTICIPANT_PANELS: list[str] = [
    "programmes.access.desk.panels.needs",
    "programmes.taking_part.desk.participant.how_it_goes",
    "programmes.taking_part.desk.participant.contact",
    "mentoring.desk.vetting.concern_of",
    "mentoring.alumni.desk_panels.invite",
]
# programmes.mailing: groups of an edition to write to, each a MailAudience, in the order of the form.
MAIL_AUDIENCES: list[str] = [
    "programmes.mailing.audiences.APPLICANTS",
    "programmes.mailing.audiences.WAITING",
    "programmes.mailing.audiences.ADMITTED",
    "programmes.mailing.audiences.PARTICIPANTS",
    "programmes.mailing.audiences.COMPLETED",
    "mentoring.mailing.MENTORS",
]
# home.models: sections of the home page that need facts from a higher floor.
HOME_SECTIONS: list[str] = [
    "programmes.front.open_now",
    "programmes.front.a_story",
    "programmes.front.coming_events",
    "outcomes.sections.figure_of_the_country",
]
# programmes.page_sections: what stands on a programme's page, each a function(programme) -> ProgrammeSection | None.
PROGRAMME_SECTIONS: list[str] = ["outcomes.sections.of_a_programme", "programmes.review.sections.drawn_lots"]
# home.checking: what could be better about a page of a higher floor, each a function(page) -> Findings.
PAGE_CHECKS: list[str] = ["programmes.editing.checks.easy_language"]
# home.blocks: tables on the page about matching, each a function() -> caption, columns and rows.
MATCHING_RULES: list[str] = ["mentoring.register.rules"]
# home.blocks: how fairly that went, each a function() -> lines and tables, or a title and text when there is none yet.
MATCHING_FAIRNESS: list[str] = ["outcomes.fairness.shown.newest"]
# people.views: what stands on /hulp/ beside the help records.
HELP_SECTIONS: list[str] = ["programmes.sections.safeguarding"]
# home.templatetags.looks: who stands first in the card with help on each page of somebody's own.
HELP_NEARBY: list[str] = ["programmes.safety.nearby.nearby"]
# people.consent: purposes for which a person can give consent.
CONSENT_PURPOSES: list[str] = [
    "programmes.consent_purposes.APPLICATION_REVEALS",
    "programmes.consent_purposes.FOLLOW_UP",
    "programmes.access.consent_purposes.ACCESS_NEEDS",
    "programmes.consent_purposes.STORY_PUBLISHED",
    "mentoring.progression.consent_purposes.CANDIDACY",
    "mentoring.progression.consent_purposes.CANDIDACY_ENTRY",
    "mentoring.alumni.consent_purposes.NETWORK",
    "mentoring.alumni.consent_purposes.BARRIER_PUBLISHED",
    "mentoring.vetting.code.CODE_OF_CONDUCT",
    "mentoring.power.consent_purposes.POWER_CHECK",
]
# programmes.safety.reporting: what can be reported and whom it shows, each a Reportable.
REPORTABLE: list[str] = [
    "programmes.safety.names.GROUP_NAMES",
    "mentoring.talking.reporting.PAIR_MESSAGE",
    "mentoring.talking.reporting.PAIR_OTHER",
    "mentoring.asking.reporting.PROPOSED",
    "mentoring.asking.reporting.SUGGESTED",
    "mentoring.alumni.reportable.MEMBER",
    "mentoring.alumni.reportable.QUESTION",
]
# programmes.safety.doors: where the one address in mails that says nothing leads, each a function(user, key) -> path.
READ_FROM_MAIL: list[str] = ["programmes.safety.doors.report", "mentoring.talking.doors.message"]
# programmes.safety.belonging: programmes that somebody belongs to, each a function(user) -> ids of programmes.
BELONGING: list[str] = [
    "programmes.safety.belonging.as_a_participant",
    "mentoring.belonging.as_a_mentor",
    "mentoring.alumni.network.as_a_member",
]
# programmes.safety.threat: what looks again at what may be found, each a function(rows).
LOOK_AGAIN: list[str] = ["search.indexing.look_again"]
# home.models: what stands among the pages of knowledge besides them, each a function(language) -> entries.
KNOWLEDGE_ENTRIES: list[str] = ["mentoring.alumni.knowledge.entries"]
# programmes.models: for whom meetings of a programme are too, each a function(user) -> ids of programmes.
EVENT_GUESTS: list[str] = ["mentoring.alumni.network.programmes_of"]
# programmes.views: what follows on the own page of who took part until the end, each a
# function(request, participation) -> Section | None.
AFTER_PARTICIPATION: list[str] = ["mentoring.alumni.sections.afterwards"]
# people.colleagues: what one can be invited to, each a ColleagueRole.
COLLEAGUE_ROLES: list[str] = [
    "people.colleagues.members.ORGANISER",
    "people.colleagues.members.PUBLISHER",
    "programmes.access.partners.PARTNER",
    "programmes.review.reviewers.REVIEWER",
]
# people.journal: verbs of the journal in words, each a dict; and dicts of the page of a kind of thing at the desk.
JOURNAL_WORDS: list[str] = [
    "people.journal.words.WORDS",
    "programmes.journal_words.WORDS",
    "mentoring.journal_words.WORDS",
    "mentoring.alumni.journal_words.WORDS",
    "elections.parties.journal_words.WORDS",
    "outcomes.journal_words.WORDS",
]
JOURNAL_DOORS: list[str] = ["programmes.journal_words.DOORS"]
# people.journal: kinds and verbs beside which nobody is named, each a collection of them.
JOURNAL_NAMELESS: list[str] = [
    "people.journal.words.NAMELESS",
    "programmes.journal_words.NAMELESS",
    "mentoring.journal_words.NAMELESS",
]
# people.sources: what counts a new account by the campaign that led to it, each a function(source).
AFTER_SIGN_UP: list[str] = ["home.campaigns.counting.count_sign_up"]
# home.structured: what a page says to machines, each a function(context of the page) -> things of schema.org.
STRUCTURED_DATA: list[str] = [
    "programmes.structured.course",
    "programmes.structured.event",
    "programmes.structured.events",
    "programmes.structured.organisation",
]
# search: what every visitor may find, each an Offer (people.findable). Never a person, never a candidate.
SEARCHABLE: list[str] = [
    "home.findable.HOME",
    "home.findable.STANDARD",
    "programmes.findable.STANDING",
    "programmes.findable.PROGRAMMES",
    "programmes.findable.PROGRAMME_LISTS",
    "programmes.findable.STORIES",
    "programmes.findable.STORY_LISTS",
    "mentoring.alumni.knowledge.BARRIERS",
    "programmes.findable.EVENTS",
    "programmes.findable.ORGANISATIONS",
    "elections.findable.STANDING",
    "elections.findable.BODIES",
    "people.findable.STANDING",
    "people.findable.HELP",
]
