"""What the queue says: "look". The work itself waits in rows of our own."""

from django_tasks import task

from people import letters


@task()
def look_for_letters() -> int:
    return letters.send_due()
