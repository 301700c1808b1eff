"""Pictures in an S3-compatible store (ICESCO_MEDIA_URL): needs the packages of requirements/s3.txt."""

from urllib.parse import urljoin

from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage


class PublicMedia(S3Storage):
    """The bucket that readers' copies are in. Their addresses stay the site's own: nginx fetches them there, so pages,
    feeds and the security policy are the same as with a disk.
    """

    def url(self, name, *_options, **_more):
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name))
