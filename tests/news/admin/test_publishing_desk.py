from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from news.models import Edition, Publication, Revision
from tests.factories import make_draft, make_edition, make_person, make_picture, make_user, update_edition

from .forms import change_address, save

pytestmark = pytest.mark.django_db


def staff_with(*codenames):
    """A member of staff with the named rights and that to change articles."""
    user = make_user(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename__in=["change_article", *codenames]))
    return user


@pytest.fixture
def desk(client):
    client.force_login(make_user())
    return client


def act(edition, name):
    return reverse("admin:news_edition_act", args=[edition.article_id, edition.language, name])


def said(answer):
    return " ".join(map(str, get_messages(answer.wsgi_request)))


def in_rabat(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def test_publish_saves_what_was_typed_and_makes_it_public(desk):
    edition = make_draft(title="Draft")

    save(desk, edition.article, button="_publish_en", draft_title_en="Final")

    edition.refresh_from_db()
    assert edition.is_live()
    assert edition.title == "Final"


def test_publish_goes_back_to_the_tab_it_was_pressed_in(desk):
    edition = make_draft()

    answer = save(desk, edition.article, button="_publish_en")

    assert answer.url == f"{change_address(edition.article)}#en"


def test_what_blocks_a_publication_is_listed_and_the_text_is_saved(desk):
    edition = make_draft(body="")

    answer = save(desk, edition.article, button="_publish_en", draft_title_en="Better")

    edition.refresh_from_db()
    assert not edition.is_live()
    assert edition.newest_revision.title == "Better"
    assert "The body is missing." in said(answer)


def test_the_tab_says_what_is_missing_and_links_the_field_that_mends_it(desk):
    edition = make_draft(body="")

    page = desk.get(change_address(edition.article)).content.decode()

    assert '<a href="#id_draft_body_en">The body is missing.</a>' in page


def test_a_minor_edit_makes_no_translation_behind(desk):
    english = make_edition()
    make_edition(english.article, "fr", follows=english.live_revision)

    save(desk, english.article, button="_publish_en", draft_title_en="A comma", is_minor_en="on")

    assert Publication.objects.filter(edition=english).order_by("-pk").first().is_minor


def test_a_text_can_be_scheduled_in_rabat_time(desk):
    edition = make_draft()
    due = (timezone.now() + timedelta(days=2)).replace(second=0, microsecond=0)

    save(desk, edition.article, button="_schedule_en", due_at_en=in_rabat(due))

    assert Publication.objects.get().due_at == due
    assert not Edition.objects.live().exists()


def test_a_time_that_is_past_cannot_be_scheduled(desk):
    edition = make_draft()

    answer = save(desk, edition.article, button="_schedule_en", due_at_en="2020-01-01T09:00")

    assert answer.status_code == 200
    assert not Publication.objects.exists()


def test_a_scheduled_publication_is_called_off(desk):
    edition = make_edition(due_at=timezone.now() + timedelta(days=1))

    desk.post(act(edition, "call-off"))

    assert Publication.objects.get().cancelled_at


def test_withdrawing_asks_first_and_takes_the_text_down(desk):
    edition = make_edition()

    asked = desk.get(act(edition, "withdraw"))
    still_live = Edition.objects.live().exists()
    desk.post(act(edition, "withdraw"))

    assert asked.status_code == 200
    assert still_live
    assert not Edition.objects.live().exists()


def test_what_cannot_be_done_is_said_and_not_done(desk):
    edition = make_draft()

    answer = desk.post(act(edition, "withdraw"))

    assert answer.status_code == 302
    assert said(answer)


def test_still_right_is_said_of_a_translation_that_is_behind(desk):
    english = make_edition()
    french = make_edition(english.article, "fr", follows=english.live_revision)
    update_edition(english, body="<p>Changed.</p>")

    asked = desk.get(act(french, "still-right"))
    desk.post(act(french, "still-right"))

    french.refresh_from_db()
    english.refresh_from_db()
    assert "Changed." in asked.content.decode()
    assert french.live_revision.follows == english.live_revision


def test_a_public_address_is_changed_and_the_old_one_kept(desk):
    edition = make_edition(title="Forum")
    old = edition.slug

    desk.post(act(edition, "address"), {"slug": "Another one"})

    edition.refresh_from_db()
    assert edition.slug == "another-one"
    assert edition.addresses.filter(slug=old, is_current=False).exists()


def test_an_address_without_a_letter_is_refused(desk):
    edition = make_edition(title="Forum")

    answer = desk.post(act(edition, "address"), {"slug": "؟؟"})

    edition.refresh_from_db()
    assert edition.slug == "forum"
    assert said(answer)


def test_slug_and_day_are_chosen_before_the_first_publication_and_fixed_after(desk):
    edition = make_draft()

    save(desk, edition.article, slug_en="The forum", permalink_on_en="2024-03-12")
    save(desk, edition.article, button="_publish_en")
    save(desk, edition.article, slug_en="other", permalink_on_en="2020-01-01")

    edition.refresh_from_db()
    assert (edition.slug, str(edition.permalink_on)) == ("the-forum", "2024-03-12")


def test_a_taken_address_is_refused_at_its_field(desk):
    save(desk, make_draft().article, slug_en="forum", permalink_on_en="2024-03-12")
    second = make_draft()

    answer = save(desk, second.article, slug_en="forum", permalink_on_en="2024-03-12")

    assert "slug" in answer.context["panels"][1].errors


def test_an_older_revision_is_restored_as_a_new_one(desk):
    edition = make_draft(title="First")
    update_edition(edition, publish=False, title="Second")

    desk.post(reverse("admin:news_edition_restore", args=[edition.article_id, "en", 1, "restore"]))

    edition.refresh_from_db()
    assert (edition.newest_revision.number, edition.newest_revision.title) == (3, "First")


def test_the_history_shows_every_revision_and_each_can_be_read(desk):
    edition = make_draft(title="First words")
    update_edition(edition, publish=False, title="Second words")

    listed = desk.get(reverse("admin:news_edition_history", args=[edition.article_id, "en"])).content.decode()
    read = desk.get(reverse("admin:news_edition_revision", args=[edition.article_id, "en", 1])).content.decode()

    assert "First words" in listed
    assert "Second words" in listed
    assert "First words" in read


def test_every_act_is_in_the_log(desk):
    edition = make_draft()
    save(desk, edition.article, button="_publish_en")
    desk.post(act(edition, "withdraw"))

    page = desk.get(reverse("admin:news_article_history", args=[edition.article_id])).content.decode()

    assert "English: revision 1 published." in page
    assert "English withdrawn." in page


@pytest.mark.parametrize("name", ["withdraw", "call-off", "still-right", "address"])
def test_an_act_takes_the_right_of_its_language(client, name):
    edition = make_edition()
    client.force_login(staff_with("publish_fr", "write_en"))

    answer = client.post(act(edition, name), {"slug": "other"})

    assert answer.status_code == 403
    assert Edition.objects.live().exists()


def test_a_language_one_may_not_write_is_shown_and_not_changed(client):
    english = make_draft(title="Kept")
    french = make_draft(english.article, "fr", follows=english.newest_revision)
    client.force_login(staff_with("write_fr"))

    save(client, english.article, draft_title_en="Not mine", draft_title_fr="À moi")

    english.refresh_from_db()
    french.refresh_from_db()
    assert english.newest_revision.title == "Kept"
    assert french.newest_revision.title == "À moi"


def test_publishing_takes_the_right_of_the_language(client):
    edition = make_draft()
    client.force_login(staff_with("write_en"))

    answer = save(client, edition.article, button="_publish_en")

    assert answer.status_code == 403
    assert not Edition.objects.live().exists()


def test_public_facts_take_the_right_to_publish_in_each_live_language(client):
    edition = make_edition()
    client.force_login(staff_with("write_en", "publish_fr"))

    answer = save(client, edition.article, event_date="2026-03-12")

    edition.article.refresh_from_db()
    assert answer.status_code == 200
    assert edition.article.event_date is None


def test_facts_of_a_story_that_is_not_public_need_no_right_to_publish(client):
    edition = make_draft()
    client.force_login(staff_with("write_en"))

    save(client, edition.article, event_date="2026-03-12")

    edition.article.refresh_from_db()
    assert str(edition.article.event_date) == "2026-03-12"


def test_the_form_says_in_which_languages_its_facts_are_public(desk):
    article = make_edition().article
    make_draft(article, "fr", follows=article.edition("en").live_revision)

    page = desk.get(change_address(article))

    assert page.context["live_languages"] == "English"


def test_a_lead_picture_needs_alt_text_in_each_live_language(desk):
    edition = make_edition(lead_alt="")

    answer = save(desk, edition.article, lead_picture=make_picture().pk)

    edition.article.refresh_from_db()
    assert answer.status_code == 200
    assert edition.article.lead_picture is None
    assert "alt text" in str(answer.context["adminform"].form.non_field_errors())


def test_picture_and_alt_text_can_become_public_together(desk):
    edition = make_edition(lead_alt="")

    save(
        desk,
        edition.article,
        button="_publish_en",
        lead_picture=make_picture().pk,
        draft_lead_alt_en="A hall",
    )

    edition.article.refresh_from_db()
    assert edition.article.lead_picture
    assert edition.article.lead_alt_en == "A hall"


def test_a_picture_is_refused_when_the_publication_that_should_bring_its_alt_text_is_blocked(desk):
    edition = make_edition(lead_alt="")

    answer = save(
        desk,
        edition.article,
        button="_publish_en",
        lead_picture=make_picture().pk,
        draft_lead_alt_en="A hall",
        draft_body_en="",
    )

    edition.article.refresh_from_db()
    assert answer.status_code == 200
    assert edition.article.lead_picture is None


def test_a_change_of_facts_is_logged_with_before_and_after(desk):
    article = make_draft(article=None).article
    save(desk, article, event_date="2026-03-12")

    save(desk, article, event_date="2026-03-13")

    page = desk.get(reverse("admin:news_article_history", args=[article.pk])).content.decode()
    assert "2026-03-12" in page
    assert "2026-03-13" in page


def test_articles_are_not_deleted_in_the_admin(desk):
    article = make_draft().article

    answer = desk.post(reverse("admin:news_article_delete", args=[article.pk]), {"post": "yes"})

    assert answer.status_code == 403
    assert Revision.objects.exists()


def test_rows_that_never_change_have_no_page(desk):
    for name in ("revision", "publication", "address", "edition"):
        assert desk.get(f"/admin/news/{name}/").status_code == 404
    assert LogEntry.objects.count() == 0


def test_people_of_a_public_story_take_the_right_to_publish(client):
    edition, person = make_edition(), make_person()
    client.force_login(staff_with("write_en", "add_appearance", "change_appearance", "view_person"))
    line = {"appearances-TOTAL_FORMS": "1", "appearances-0-person": person.pk, "appearances-0-position": "0"}

    refused = save(client, edition.article, **line)
    edition.withdraw()
    allowed = save(client, edition.article, **line)

    assert refused.status_code == 200
    assert allowed.status_code == 302
    assert edition.article.appearances.count() == 1


def test_a_new_lead_picture_brings_the_texts_it_has(desk):
    article = make_draft(language="ar").article
    picture = make_picture(alt_ar="قاعة", caption_ar="الافتتاح", alt_en="A hall")

    save(desk, article, lead_picture=picture.pk)

    newest = article.edition("ar").newest_revision
    assert (newest.lead_alt, newest.lead_caption) == ("قاعة", "الافتتاح")
    assert article.edition("en") is None


def test_a_new_lead_picture_leaves_typed_texts_alone(desk):
    article = make_draft(language="ar").article

    save(desk, article, lead_picture=make_picture(alt_ar="قاعة").pk, draft_lead_alt_ar="الوزراء في القاعة")

    assert article.edition("ar").newest_revision.lead_alt == "الوزراء في القاعة"
