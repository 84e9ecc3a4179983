"""Lays what every portal needs: site, languages, fixed pages, groups, workflow, lists, consents' texts, help, figures.

Safe to run again: it makes what is missing and leaves alone what is there, so an editor's words are never lost.
"""

from django.db import transaction

from portal.set_up import groups, help_records, lists, pages, site, workflow
from portal.set_up.report import Report


@transaction.atomic
def set_up() -> Report:
    report = Report()
    locales = site.lay_locales(report)
    homes = pages.lay_homes(locales, report)
    site.lay_site(homes["nl"], report)
    pages.lay_fixed_pages(homes, report)
    groups.lay_groups(homes, report)
    workflow.retire_default_workflow(report)
    workflow.lay_workflow(report)
    groups.lay_editors(report)
    lists.lay_lists(report)
    help_records.lay_help_records(report)
    return report
