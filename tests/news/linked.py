"""A story with everything on it, for tests of what pages show and what they cost."""

from tests.factories import (
    make_appearance,
    make_article,
    make_edition,
    make_member_state,
    make_person,
    make_picture,
    make_place,
    make_sector,
    make_tag,
)


class Subjects:
    """One of each thing that stories are linked to."""

    def __init__(self):
        self.sector = make_sector("Oceans Sector")
        self.member_state = make_member_state("XA", "Atlantis")
        self.person = make_person("Amina Diallo", office_en="Head of Oceans")
        self.tag = make_tag("Tides", label_ar="المد", label_fr="Marées")

    def article(self, **changes):
        """An article linked to all of them."""
        article = make_article(**changes)
        article.sectors.add(self.sector)
        article.member_states.add(self.member_state)
        article.tags.add(self.tag)
        make_appearance(article, self.person, role_en="Chair", role_ar="رئيسة", honorific_en="Dr")
        return article

    def stories(self, count, language="en", **changes):
        """That many live editions, oldest first, without pictures."""
        return [make_edition(self.article(source_language=language), language, **changes) for _ in range(count)]

    def full_story(self):
        """A translation with pictures, behind its source: (Arabic edition, English source)."""
        picture, inner = make_picture(), make_picture(credit="Inner Credit")
        article = self.article(
            lead_picture=picture, dateline=make_place(), event_date="2024-12-12", event_ends_on="2024-12-14"
        )
        body = f'<p>Text.</p><figure><img src="picture:{inner.pk}" alt="Inner alt"></figure>'
        source = make_edition(article, "en", body=body, lead_alt="Lead alt")
        arabic = make_edition(
            article, "ar", follows=source.live_revision, title="منتدى الرباط", body=body, lead_alt="وصف"
        )
        make_edition(article, "fr", follows=source.live_revision, title="Forum de Rabat", body=body, lead_alt="Texte")
        return arabic, source
