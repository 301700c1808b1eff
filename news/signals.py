"""Keeps lists and search in step with an article's facts and with names, whoever changes them and how."""

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save

from people.models import MemberState, MemberStateName, Person, PersonName, Sector, SectorName

from .models import Appearance, Article, Attachment, Edition, ReleasePart, Tag, TaggedArticle
from .search.names import remove_names, write_names

NAMED = (Sector, MemberState, Person, Tag)
OTHER_NAMES = (SectorName, MemberStateName, PersonName)


@transaction.atomic
def relist(article):
    # Nobody publishes or withdraws meanwhile. Not a full lock: the links that are being made hold the row as well.
    Article.objects.select_for_update(no_key=True, of=("self",)).only("id").filter(pk=article.pk).first()
    for edition in article.editions.filter(visibility="public"):
        edition.article = article
        edition.relist()


def links_changed(sender, instance, action, reverse, pk_set, **kwargs):
    if action == "pre_clear" and reverse:
        # After the clearing nobody knows any more which articles it was.
        instance.articles_to_relist = list(instance.articles.all())
    if not action.startswith("post_"):
        return
    if not reverse:
        articles = [instance]
    elif action == "post_clear":
        articles = instance.__dict__.pop("articles_to_relist")
    else:
        articles = Article.objects.filter(pk__in=pk_set).order_by("pk")
    for article in articles:
        relist(article)


def appearance_changed(sender, instance, **kwargs):
    relist(instance.article)


def tagging_changed(sender, instance, **kwargs):
    relist(instance.content_object)


def name_changed(sender, instance, raw=False, **kwargs):
    if not raw:  # a fixture's rows may come before what they belong to
        write_names(instance)


def name_removed(sender, instance, **kwargs):
    remove_names(instance)


def other_name_changed(sender, instance, raw=False, origin=None, **kwargs):
    # origin: of a deletion, the row or rows it began with. With their subject names go one by one, and all of them.
    goes_with_subject = origin is not None and getattr(origin, "model", type(origin)) is not sender
    if not raw and not goes_with_subject:
        write_names(type(instance.entity)._base_manager.get(pk=instance.entity.pk))


def attachment_deleted(sender, instance, **kwargs):
    instance.remove_files()


def stage_changed(sender, instance, created, raw=False, update_fields=None, **kwargs):
    # A new text is a draft: no release had it yet.
    if not (raw or created) and (update_fields is None or "stage" in update_fields):
        ReleasePart.objects.follow_stage(instance)


def connect():
    post_save.connect(stage_changed, sender=Edition, dispatch_uid="stage-of-released")
    for model in NAMED:
        post_save.connect(name_changed, sender=model, dispatch_uid=f"name-{model.__name__}")
        post_delete.connect(name_removed, sender=model, dispatch_uid=f"unname-{model.__name__}")
    for model in OTHER_NAMES:
        for signal in (post_save, post_delete):
            signal.connect(other_name_changed, sender=model, dispatch_uid=f"name-{model.__name__}-{id(signal)}")
    post_delete.connect(attachment_deleted, sender=Attachment, dispatch_uid="remove-attachment")
    for through in (Article.sectors.through, Article.member_states.through):
        m2m_changed.connect(links_changed, sender=through, dispatch_uid=f"relist-{through.__name__}")
    for signal in (post_save, post_delete):
        signal.connect(appearance_changed, sender=Appearance, dispatch_uid=f"relist-appearance-{id(signal)}")
        signal.connect(tagging_changed, sender=TaggedArticle, dispatch_uid=f"relist-tag-{id(signal)}")
