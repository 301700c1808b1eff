"""Loads the demo: stories told in our own words, their people, their drawn pictures and a year of ratings."""

import json
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from feedback.demo import make_demo_ratings
from feedback.pages import Page
from icesco.models import PressContact
from news.models import Appearance, Article, Attachment, Edition, GalleryPicture, Picture, Release, Revision, Tag
from news.queue.rework import rework
from news.translating.term_file import read_terms
from people.languages import LANGUAGES
from people.models import MemberState, Person, Place, Sector
from people.reference import load_people, translated

from .drawing import draw
from .pdf import write_pdf

STORIES = Path(__file__).parent / "stories"
PRESS_CONTACTS = Path(__file__).parent / "press_contacts.json"
TERMS = Path(__file__).parent / "terms.csv"
GALLERY_SIZE = (1200, 675)  # shown in two columns
PAGES_BESIDE_STORIES = ("home", "edition_list", "person_list", "member_state_list", "sector_list")


def read_stories():
    """The stories of the folder, oldest first: a list of dicts as its README describes."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(STORIES.glob("[0-9][0-9]-*.json"))]


@transaction.atomic
def load_demo(say=lambda sentence: None, now=None):
    """Load the demo into a database without stories. say: called with a sentence at each step.

    Returns the number of stories made: 0 when there are stories already, which are left alone.
    """
    now = now or timezone.now()
    if Article.objects.exists():
        return 0
    load_people()
    tags = load_tags()
    stories = read_stories()
    for number, story in enumerate(stories, 1):
        say(f"story {number} of {len(stories)}: {story['key']}")
        load_story(story, tags, now)
    load_press_contacts()
    read_terms(TERMS.read_bytes())
    say("a year of ratings")
    make_demo_ratings(rated_pages())
    return len(stories)


def load_tags():
    """The tags of the stories, by key."""
    rows = json.loads((STORIES / "tags.json").read_text(encoding="utf-8"))
    return {key: Tag.objects.create(name=key, **translated(row, "label")) for key, row in rows.items()}


def load_story(story, tags, now):
    """One story with its facts, links, revisions and publications."""
    article = Article.objects.create(
        source_language=story["source_language"],
        dateline=Place.objects.get(slug=story["dateline"]) if story["dateline"] else None,
        event_date=story["event_date"],
        event_ends_on=story["event_ends_on"],
        lead_picture=load_picture(story["key"], story["picture"]),
        is_demo=True,
    )
    article.sectors.set(Sector.objects.filter(slug__in=story["sectors"]))
    article.member_states.set(MemberState.objects.filter(code__in=story["member_states"]))
    article.tags.set([tags[key] for key in story["tags"]])
    for position, row in enumerate(story["people"]):
        person = Person.objects.get(slug=row["person"])
        words = translated(row, "honorific", "role")
        Appearance.objects.create(article=article, person=person, position=position, **words)
    load_gallery(article, story)
    load_documents(article, story)
    revisions = write_revisions(article, story)
    # A text before those that translate it, which are written later.
    for language in sorted(story["editions"], key=lambda code: revisions[code, 1].pk):
        row = story["editions"][language]
        bring_to_state(article.edition(language), row, revisions, story["published_on"], now)
    if scheduled := [code for code, row in story["editions"].items() if row["state"] == "scheduled"]:
        schedule(article, scheduled, now)
    Article.objects.filter(pk=article.pk).update(created_at=moment(story["published_on"], 8) or now)
    rework(article)  # of the stages that were set here, past the desk


def load_picture(key, row, size=(1600, 900)):
    """The picture that `row` describes, drawn now in `size` px."""
    data = BytesIO()
    draw(row["pattern"], row["palette"], seed=key, size=size).save(data, "PNG")
    picture = Picture(
        original=SimpleUploadedFile(f"{key}.png", data.getvalue(), content_type="image/png"),
        credit_ar="الإيسيسكو",
        credit_en="ICESCO",
        credit_fr="ICESCO",
        rights_holder="ICESCO",
        licence="CC0 1.0",
        **translated(row, "alt", "caption"),
    )
    picture.save()
    return picture


def load_gallery(article, story):
    for position, row in enumerate(story.get("gallery", ())):
        picture = load_picture(f"{story['key']}-{position}", row, GALLERY_SIZE)
        shown = GalleryPicture(article=article, picture=picture, position=position)
        shown.prefill()
        shown.save()


def load_documents(article, story):
    for position, row in enumerate(story.get("documents", ())):
        file = ContentFile(write_pdf(row["heading"], row["lines"]), name="sheet.pdf")
        words = translated(row, "title")
        Attachment.objects.create(article=article, file=file, position=position, language=row["language"], **words)


def load_press_contacts():
    """The contacts of PRESS_CONTACTS, made up, unless the newsroom has its own already."""
    if PressContact.objects.exists():
        return
    for position, row in enumerate(json.loads(PRESS_CONTACTS.read_text(encoding="utf-8"))):
        spoken = {f"speaks_{language}": True for language in row["speaks"]}
        reached = {name: row[name] for name in ("email", "telephone")}
        words = translated(row, "name", "role")
        PressContact.objects.create(position=position, is_public=True, **reached, **spoken, **words)


def write_revisions(article, story):
    """All revisions of a story, a source before what follows it: {(language, number): Revision}."""
    waiting = {
        (language, number): row
        for language, edition in story["editions"].items()
        for number, row in enumerate(edition["revisions"], 1)
    }
    written = {}
    while waiting:
        ready = [key for key, row in waiting.items() if can_be_written(key, row, written)]
        if not ready:
            raise ValueError(f"{story['key']}: revisions follow each other in a circle: {sorted(waiting)}")
        for key in ready:
            written[key] = write_revision(article, story, key, waiting.pop(key), written)
    return written


def can_be_written(key, row, written):
    language, number = key
    followed = tuple(row["follows"]) if row["follows"] else None
    return (followed is None or followed in written) and (number == 1 or (language, number - 1) in written)


def write_revision(article, story, key, row, written):
    language, number = key
    words = {field: row[field] for field in ("title", "summary", "body")}
    words["lead_alt"] = story["picture"]["alt"][language]
    words["lead_caption"] = story["picture"]["caption"][language]
    follows = written[tuple(row["follows"])] if row["follows"] else None
    revision = article.write(language, words, origin=row["origin"], follows=follows, note=row["note"])
    if story["published_on"]:
        # The demo plays in the past; a revision's save() refuses changes, as it should.
        written_at = moment(story["published_on"], 9) + timedelta(days=number - 1)
        Revision.objects.filter(pk=revision.pk).update(created_at=written_at)
    return revision


def bring_to_state(edition, row, revisions, published_on, now):
    """Order the publications of `row` and leave the edition in the state it names."""
    if row["state"] != "scheduled":
        for number in row["publish"]:
            revision = revisions[edition.language, number]
            edition.publish(revision, now=moment(published_on, 12) + timedelta(days=number - 1))
    if row["state"] == "withdrawn":
        edition.withdraw(now=moment(published_on, 12) + timedelta(days=10))
    if row["state"] == "in_review":
        edition.stage = Edition.Stage.IN_REVIEW
        edition.save(update_fields=["stage"])


def schedule(article, languages, now):
    """Approve the newest texts of `languages` and release them together, at nine in a week."""
    for edition in article.editions.filter(language__in=languages):
        edition.stage = Edition.Stage.APPROVED
        edition.save(update_fields=["stage"])
    due_at = moment(timezone.localdate(now) + timedelta(days=7), 9)
    if len(languages) > 1:
        Release.arrange(article, languages, due_at, now=now)
    else:
        edition.publish(edition.newest_revision, due_at=due_at, now=now)


def moment(day, hour):
    """The instant of `hour` o'clock in Rabat on `day`, a date or its ISO text; None without a day."""
    if day is None:
        return None
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return timezone.make_aware(datetime.combine(day, time(hour)))


def rated_pages():
    """Pages that visitors of a year may have rated: every live story and the main pages, in each language."""
    pages = [
        Page(type="article", key=f"article:{article}", language=language)
        for article, language in Edition.objects.live().order_by("pk").values_list("article_id", "language")
    ]
    return pages + [Page(type=kind, key=kind, language=code) for kind in PAGES_BESIDE_STORIES for code in LANGUAGES]
