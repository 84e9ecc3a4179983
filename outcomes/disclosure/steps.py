"""The steps of the funnel, in order. Each counts who took this or a later one; being matched nests in nothing."""

SIGNED_UP, APPLIED, ADMITTED, STARTED, COMPLETED = "signed_up", "applied", "admitted", "started", "completed"
LISTED, ELECTED = "listed", "elected"
MATCHED = "matched"

STEPS = (SIGNED_UP, APPLIED, ADMITTED, STARTED, COMPLETED, LISTED, ELECTED)
