"""What the queue says: "look". The sheet waits in a row of its own."""

from django_tasks import task

from programmes.importing import running


@task()
def look_for_imports() -> int:
    return running.run_due()
