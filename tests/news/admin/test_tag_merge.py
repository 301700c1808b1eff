"""The action "Merge…" in the list of tags, and the address in a tag's form."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse

from news.models import Tag
from tests.factories import make_article, make_edition, make_tag, make_user

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/news/tag/"
RIGHTS = ("view_tag", "change_tag", "delete_tag")


@pytest.fixture
def tags(db):
    """(Tides, on one story; Ebb, on two, with an Arabic label)."""
    tides, ebb = make_tag("Tides", label_ar=None), make_tag("Ebb", label_ar="الجزر")
    for chosen in ([tides, ebb], [ebb]):
        article = make_article()
        article.tags.add(*chosen)
        make_edition(article)
    return tides, ebb


def merge(client, *tags, **fields):
    return client.post(ADDRESS, {"action": "merge_selected", "_selected_action": [tag.pk for tag in tags], **fields})


def as_somebody(client, *rights):
    user = make_user(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)


def test_the_page_proposes_the_tag_of_most_stories_and_does_nothing(desk, tags):
    tides, ebb = tags

    page = merge(desk, *tags)

    text = page.content.decode()
    assert page.context["merge"].survivor == ebb
    assert "2 stories will carry “Ebb”." in text
    assert "0 of them do not yet." in text
    assert "This can’t be undone." in text
    assert Tag.objects.count() == 2
    assert tides.label_en == "Tides"


def test_choosing_the_other_shows_what_fills_its_gaps(desk, tags):
    tides, _ebb = tags

    page = merge(desk, *tags, survivor=tides.pk, show="1")

    text = page.content.decode()
    assert "1 of them does not yet." in text
    assert "Label to take over (Arabic)" in text
    assert "الجزر" in text


def test_confirming_merges_reports_and_logs(desk, tags):
    tides, ebb = tags

    answer = merge(desk, *tags, survivor=tides.pk, shown=tides.pk, label_ar=ebb.pk, apply="1")

    tides.refresh_from_db()
    assert answer.status_code == 302
    assert list(Tag.objects.all()) == [tides]
    assert tides.label_ar == "الجزر"
    assert tides.tagged.count() == 2
    page = desk.get(reverse("admin:news_tag_history", args=[tides.pk])).content.decode()
    assert "Merged into this tag: “Ebb”. Stories gained: 1." in page
    assert LogEntry.objects.filter(object_id=str(ebb.pk), action_flag=3).exists()


def test_a_gap_may_stay_empty(desk, tags):
    tides, _ebb = tags

    merge(desk, *tags, survivor=tides.pk, shown=tides.pk, label_ar="", apply="1")

    tides.refresh_from_db()
    assert tides.label_ar is None


def test_nobody_merges_into_a_tag_for_which_they_did_not_see_what_happens(desk, tags):
    tides, ebb = tags

    page = merge(desk, *tags, survivor=tides.pk, shown=ebb.pk, apply="1")

    assert page.status_code == 200
    assert "Look at what will happen now" in page.content.decode()
    assert Tag.objects.count() == 2


@pytest.mark.parametrize("survivor", ["", "0", "999999", "x", "9" * 30])
def test_a_survivor_that_was_not_chosen_merges_nothing(desk, tags, survivor):
    answer = merge(desk, *tags, survivor=survivor, shown=survivor, apply="1")

    assert answer.status_code == 200
    assert Tag.objects.count() == 2


def test_one_tag_is_not_merged(desk, tags):
    merge(desk, tags[0], survivor=tags[0].pk, apply="1")

    assert Tag.objects.count() == 2


@pytest.mark.parametrize("missing", ["change_tag", "delete_tag"])
def test_merging_takes_the_rights_to_change_and_to_delete(client, tags, missing):
    as_somebody(client, *(set(RIGHTS) - {missing}), "publish_en")

    merge(client, *tags, survivor=tags[0].pk, shown=tags[0].pk, label_ar="", apply="1")

    assert Tag.objects.count() == 2


def test_tags_that_readers_see_take_the_right_to_publish_there(client, tags):
    as_somebody(client, *RIGHTS, "publish_ar")
    client.cookies["icesco_admin_language"] = "en"

    page = merge(client, *tags)
    answer = merge(client, *tags, survivor=tags[0].pk, shown=tags[0].pk, label_ar="", apply="1")

    assert "Readers see these tags in English" in page.content.decode()
    assert answer.status_code == 403
    assert Tag.objects.count() == 2


def test_who_may_publish_in_the_languages_concerned_may_merge(client, tags):
    as_somebody(client, *RIGHTS, "publish_en")

    merge(client, *tags, survivor=tags[0].pk, shown=tags[0].pk, label_ar="", apply="1")

    assert Tag.objects.count() == 1


@pytest.mark.parametrize("interface", ["ar", "en", "fr"])
def test_the_page_opens_in_every_interface_language(desk, tags, interface):
    desk.cookies["icesco_admin_language"] = interface

    assert merge(desk, *tags).status_code == 200


# The address in the form


def save(client, tag, **changes):
    names = ("label_ar", "label_en", "label_fr")
    shown = {name: getattr(tag, name) or "" for name in names}
    shown |= {f"address_{name[-2:]}": getattr(tag, f"path_{name[-2:]}") or "" for name in names}
    return client.post(reverse("admin:news_tag_change", args=[tag.pk]), {**shown, **changes})


def test_a_changed_address_is_kept_with_the_old_one_leading_to_it(desk, tags):
    _tides, ebb = tags

    answer = save(desk, ebb, address_ar="جزر البحر", address_en="Low Tide")

    ebb.refresh_from_db()
    assert answer.status_code == 302
    assert (ebb.path_ar, ebb.path_en) == ("جزر-البحر", "low-tide")
    assert desk.get("/en/tags/ebb/").headers["Location"] == "/en/tags/low-tide/"


def test_saving_without_a_change_moves_nothing(desk, tags):
    _tides, ebb = tags

    save(desk, ebb)

    ebb.refresh_from_db()
    assert ebb.path_en == "ebb"
    assert not ebb.redirects.exists()


def test_an_address_left_empty_is_made_of_the_label(desk, tags):
    tides, _ebb = tags

    save(desk, tides, label_ar="المد", address_ar="")

    tides.refresh_from_db()
    assert tides.path_ar == "المد"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"address_en": "Ebb"}, "Another tag has or had this address."),
        ({"address_en": "؟!"}, "An address needs a letter or a digit."),
        ({"address_ar": "المد"}, "Give a label in this language first."),
        ({"address_en": "a\u202eb"}, "U+202E"),
    ],
)
def test_an_address_that_cannot_be_is_refused_with_a_reason(desk, tags, changes, message):
    tides, _ebb = tags

    answer = save(desk, tides, **changes)

    tides.refresh_from_db()
    assert message in answer.content.decode()
    assert (tides.path_ar, tides.path_en) == (None, "tides")


# Tags that readers see


def test_a_tag_that_readers_see_is_deleted_only_by_who_may_publish_there(client, tags):
    tides, _ebb = tags
    as_somebody(client, *RIGHTS, "publish_ar")

    one = client.post(reverse("admin:news_tag_delete", args=[tides.pk]), {"post": "yes"})
    many = client.post(ADDRESS, {"action": "delete_selected", "_selected_action": [tides.pk], "post": "yes"})

    assert (one.status_code, many.status_code) == (403, 403)
    assert Tag.objects.count() == 2

    as_somebody(client, *RIGHTS, "publish_en")
    client.post(reverse("admin:news_tag_delete", args=[tides.pk]), {"post": "yes"})
    assert Tag.objects.count() == 1


def test_a_tag_that_no_reader_sees_is_deleted_without_the_right_to_publish(client):
    tag = make_tag("Tides")
    as_somebody(client, *RIGHTS)

    client.post(reverse("admin:news_tag_delete", args=[tag.pk]), {"post": "yes"})

    assert not Tag.objects.exists()


@pytest.mark.parametrize("changes", [{"label_en": "Floods"}, {"address_en": "floods"}, {"label_en": ""}])
def test_what_readers_see_of_a_tag_is_changed_only_by_who_may_publish_there(client, tags, changes):
    tides, _ebb = tags
    as_somebody(client, *RIGHTS, "publish_ar")
    client.cookies["icesco_admin_language"] = "en"

    answer = save(client, tides, label_fr="Mar\u00e9es", address_fr="", **changes)

    tides.refresh_from_db()
    assert "Readers see this tag in English" in answer.content.decode()
    assert (tides.label_en, tides.path_en) == ("Tides", "tides")


def test_a_label_in_a_language_in_which_no_reader_sees_the_tag_is_free(client, tags):
    tides, _ebb = tags
    as_somebody(client, *RIGHTS)

    save(client, tides, label_ar="المد")

    tides.refresh_from_db()
    assert tides.label_ar == "المد"


@pytest.mark.parametrize("label", ["!!!", "…", "ـــ", "\u064b"])
def test_a_tag_of_mere_signs_is_refused(desk, label):
    fields = {"label_ar": label, "label_en": "", "label_fr": "", "address_ar": "", "address_en": "", "address_fr": ""}

    answer = desk.post(reverse("admin:news_tag_add"), fields)

    assert "A tag needs a letter or a digit." in answer.content.decode()
    assert not Tag.objects.exists()


def test_a_tag_without_any_label_is_refused(desk):
    answer = desk.post(reverse("admin:news_tag_add"), {"label_en": " "})

    assert "Give a label in at least one language." in answer.content.decode()
    assert not Tag.objects.exists()
