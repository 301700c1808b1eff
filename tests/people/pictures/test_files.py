"""Files follow the transaction: new ones go when it fails, old ones once it has committed."""

from contextlib import contextmanager, suppress

import pytest
from django.core.files.storage import default_storage, storages
from django.db import transaction

from news.models import Picture
from people.models import Portrait
from tests.factories import make_person, make_picture, make_portrait, picture_file

pytestmark = pytest.mark.django_db(transaction=True)


def public_files():
    return set(default_storage.listdir("pictures")[1]) if default_storage.exists("pictures") else set()


def originals():
    storage = storages["originals"]
    return set(storage.listdir("")[1]) if storage.exists("") else set()


def named_by(picture):
    return {rendition["name"].split("/")[1] for rendition in picture.renditions}


class Failure(Exception):
    pass


@contextmanager
def failing():
    """A transaction that does what is within and then fails."""
    with suppress(Failure), transaction.atomic():
        yield
        raise Failure


def test_a_save_that_fails_leaves_no_file():
    with failing():
        make_picture()

    assert public_files() == originals() == set()


def test_a_save_that_fails_within_a_larger_one_leaves_the_files_of_that_one():
    with transaction.atomic():
        kept = make_picture()
        with failing():
            make_picture()

    assert public_files() == named_by(kept)
    assert originals() == {kept.original.name}


def test_replacing_the_file_keeps_the_picture_and_removes_the_old_files():
    picture = make_picture()
    before = named_by(picture)

    picture.original = picture_file((500, 500), colour="red")
    picture.save()

    assert Picture.objects.get() == picture
    assert not before & public_files()
    assert public_files() == named_by(picture)
    assert originals() == {picture.original.name}


def test_replacing_that_fails_keeps_the_old_files():
    picture = make_picture()
    before, original = named_by(picture), picture.original.name

    with failing():
        picture.original = picture_file((500, 500))
        picture.save()

    assert public_files() == before
    assert originals() == {original}


def test_taking_down_removes_the_public_files_and_putting_back_makes_new_ones():
    picture = make_picture()
    before = named_by(picture)

    picture.take_down()
    while_down = public_files()
    picture.put_back()

    assert while_down == set()
    assert public_files() == named_by(picture)
    assert not before & public_files()
    assert picture.is_shown


def test_taking_down_that_fails_keeps_the_public_files():
    picture = make_picture()

    with failing():
        picture.take_down()

    assert public_files() == named_by(Picture.objects.get())


def test_a_file_replaced_while_taken_down_is_not_public():
    picture = make_picture()
    picture.take_down()

    picture.original = picture_file((500, 500))
    picture.save()

    assert public_files() == set()


def test_a_new_focal_point_makes_new_crops_and_leaves_the_whole_picture():
    picture = make_picture(original=picture_file((1000, 500)))
    before = {r["name"]: r["crop"] for r in picture.renditions}

    picture.focal_x = 10
    picture.save()

    after = {r["name"]: r["crop"] for r in picture.renditions}
    assert {name for name, crop in before.items() if not crop} == {name for name, crop in after.items() if not crop}
    assert not {name for name, crop in before.items() if crop} & set(after)
    assert public_files() == named_by(picture)


def test_a_portrait_goes_with_its_person():
    person = make_person()
    make_portrait(person)

    person.delete()

    assert not Portrait.objects.exists()
    assert public_files() == originals() == set()


def test_a_picture_taken_down_stays_so_though_it_was_replaced_by_somebody_who_read_it_before():
    picture = make_picture()
    stale = Picture.objects.get()
    picture.take_down()

    stale.original = picture_file((500, 500))
    stale.save()

    assert Picture.objects.get().taken_down_at is not None
    assert public_files() == set()


def test_taking_down_removes_the_files_of_a_picture_that_was_replaced_meanwhile():
    picture = make_picture()
    stale = Picture.objects.get()
    picture.original = picture_file((500, 500), colour="red")
    picture.save()

    stale.take_down()

    assert public_files() == set()


def test_a_row_read_before_the_file_was_replaced_does_not_bring_the_old_file_back():
    picture = make_picture()
    stale = Picture.objects.get()
    picture.original = picture_file((500, 500), colour="red")
    picture.save()

    stale.licence = "CC BY 4.0"
    stale.save()

    kept = Picture.objects.get()
    assert originals() == {kept.original.name}
    assert named_by(kept) == public_files()
    assert (kept.width_px, kept.height_px, kept.licence) == (500, 500, "CC BY 4.0")


def test_putting_back_twice_makes_one_set_of_files():
    picture = make_picture()
    picture.take_down()
    again = Picture.objects.get()

    assert [picture.put_back(), again.put_back()] == [True, False]

    assert public_files() == named_by(Picture.objects.get())
