"""Takes official files in: from folders, from zips and from the administrator's upload form.

    report = import_paths([Path("GR2026.zip")])
    report.imported, report.unchanged, report.refused

Each file is a transaction of its own: one that is broken is named, and the others are there.
"""

from elections.importing.running import Refusal, Report, import_paths, import_upload

__all__ = ["Refusal", "Report", "import_paths", "import_upload"]
