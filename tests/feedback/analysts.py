"""People who read ratings, for the tests of the admin's pages."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission


def sign_in(client, *codenames):
    """Sign in as a member of staff who has only these permissions of feedback."""
    user = get_user_model().objects.create_user(username="analyst", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="feedback", codename__in=codenames))
    client.force_login(user)
    return user
