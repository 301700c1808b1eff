"""How the same visitor is recognised for a day: keyed hashes in a side table, whose key is thrown away."""

import secrets

from django.db import models, transaction

KEY_BYTES, DIGEST_BYTES = 32, 16


class DailyKey(models.Model):
    """The key of one day's hashes. Once it is gone, no hash of that day can be made or compared again."""

    day = models.DateField(primary_key=True)
    key = models.BinaryField(max_length=KEY_BYTES)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.day)

    @classmethod
    def of(cls, day):
        """The key of `day`, bytes: made by whoever asks first."""
        found = cls.objects.filter(day=day).values_list("key", flat=True).first()
        if found is None:
            with transaction.atomic():
                cls.objects.bulk_create([cls(day=day, key=secrets.token_bytes(KEY_BYTES))], ignore_conflicts=True)
            found = cls.objects.filter(day=day).values_list("key", flat=True).get()
        return bytes(found)


class Recognition(models.Model):
    """That a visitor, known by a hash alone, answered on a page this day, and which answer of theirs counts.

    Keyed hashes: network, of the address; browser, of it and the browser; visitor, of both and the page; content, of
    the nonce, and words, of a long comment, to know them again: empty where there is none. Rows go with their day's
    key, within 48 hours.
    """

    day = models.DateField()
    visitor = models.BinaryField(max_length=DIGEST_BYTES)
    browser = models.BinaryField(max_length=DIGEST_BYTES)
    network = models.BinaryField(max_length=DIGEST_BYTES)
    content = models.BinaryField(max_length=DIGEST_BYTES)
    words = models.BinaryField(max_length=DIGEST_BYTES, default=b"")
    score = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField()
    rating_id = models.BigIntegerField()
    is_counted = models.BooleanField()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["day", "visitor"], name="recognised_visitor"),
            models.Index(fields=["day", "network", "at"], name="recognised_network"),
            models.Index(fields=["day", "content"], name="recognised_content"),
            models.Index(fields=["day", "words"], name="recognised_words"),
        ]

    def __str__(self):
        return f"{self.day} {self.rating_id}"
