"""The command that makes renditions anew: it goes on where it was stopped, and one bad file stops nothing."""

from io import StringIO

import pytest
from django.core.files.storage import default_storage, storages
from django.core.management import CommandError, call_command

from news.models import Picture
from tests.factories import make_person, make_picture, make_portrait

pytestmark = pytest.mark.django_db


def remake(*arguments):
    said = StringIO()
    call_command("remake_renditions", *arguments, stdout=said, stderr=StringIO())
    return said.getvalue()


def of_early_release():
    """A picture without crops and AVIF."""
    picture = make_picture()
    old = [r for r in picture.renditions if not r["crop"] and r["format"] != "avif"]
    Picture.objects.filter(pk=picture.pk).update(renditions=[{**r, "crop": ""} for r in old])
    return Picture.objects.get(pk=picture.pk)


def test_pictures_that_lack_something_are_made_anew_and_the_others_left(django_capture_on_commit_callbacks):
    old, new = of_early_release(), make_picture()
    old_names = {rendition["name"] for rendition in old.renditions}

    with django_capture_on_commit_callbacks(execute=True):
        said = remake()

    assert Picture.objects.get(pk=old.pk).has_all_renditions
    assert Picture.objects.get(pk=new.pk).renditions == new.renditions
    assert said == f"pictures: 1 of 1, id {old.pk}\n"
    assert not any(map(default_storage.exists, old_names))


def test_a_second_run_has_nothing_to_do():
    of_early_release()
    remake()

    assert remake() == ""


def test_all_of_them_are_made_anew_when_asked_portraits_too():
    first, second = make_picture(), make_picture()
    portrait = make_portrait(make_person())

    assert remake("--all") == (
        f"pictures: 1 of 2, id {first.pk}\npictures: 2 of 2, id {second.pk}\nportraits: 1 of 1, id {portrait.pk}\n"
    )
    assert remake("pictures", "--all", "--after", str(first.pk)) == f"pictures: 1 of 1, id {second.pk}\n"


def test_a_picture_taken_down_stays_down():
    picture = make_picture()
    picture.take_down()

    assert remake("--all") == ""
    assert not Picture.objects.get().renditions


def test_a_missing_original_is_told_and_the_rest_is_made():
    lost, good = of_early_release(), of_early_release()
    storages["originals"].delete(lost.original.name)

    with pytest.raises(CommandError, match="1 could not be made"):
        remake()

    assert Picture.objects.get(pk=good.pk).has_all_renditions
    assert Picture.objects.get(pk=lost.pk).renditions == lost.renditions
