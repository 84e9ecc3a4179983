"""Addresses and field names of the application form, as a browser has them."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

ME = {"name": "Sam", "old_enough": "on"}


def start(edition):
    return reverse("programmes:apply", kwargs={"key": edition.key})


def step(edition, number):
    return reverse("programmes:apply_step", kwargs={"key": edition.key, "number": number})


def field(question):
    return f"vraag-{question.pk}"


def close(edition):
    type(edition).objects.filter(pk=edition.pk).update(closes_at=timezone.now() - timedelta(minutes=1))
