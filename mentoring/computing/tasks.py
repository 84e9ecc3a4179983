"""What the queue says: "look". What is asked waits in a row of its own."""

from django_tasks import task

from mentoring.computing import running


@task()
def look_for_computations() -> int:
    return running.compute_due()
