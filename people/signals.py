"""Removes a portrait's files with its row, whoever deletes it: also with the person."""

from django.db.models.signals import post_delete

from .models import Portrait


def portrait_deleted(sender, instance, **kwargs):
    instance.remove_files()


def connect():
    post_delete.connect(portrait_deleted, sender=Portrait, dispatch_uid="remove-portrait")
