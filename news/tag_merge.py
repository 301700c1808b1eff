"""Making one tag of several: what would happen, and doing it. It can't be undone."""

from dataclasses import dataclass, field

from django.db import transaction

from people.languages import LANGUAGES, column, columns

from .errors import TagsChanged
from .models import Article, Listing, Tag, TaggedArticle, TagRedirect
from .signals import relist


@dataclass
class TagMerge:
    """`others`, a list of Tags, are merged into `survivor`. labels_from: {language: the Tag of `others` whose label
    and address the survivor takes over there}, for languages in which it has none.
    """

    survivor: Tag
    others: list
    labels_from: dict = field(default_factory=dict)

    @property
    def tags(self):
        return [self.survivor, *self.others]

    def story_count(self):
        """How many stories will carry the survivor."""
        return tagged_with(self.tags).count()

    def gained_count(self):
        """How many of them don't yet."""
        return tagged_with(self.others).exclude(tagged__tag=self.survivor).count()

    def gaps(self):
        """{language: [the tags that could lend their label]} for the languages in which the survivor has none."""
        lacking = [language for language in LANGUAGES if not self.survivor.label_in(language)]
        lenders = {language: [tag for tag in self.others if tag.label_in(language)] for language in lacking}
        return {language: tags for language, tags in lenders.items() if tags}

    @transaction.atomic
    def do(self):
        """Merge: stories and lists move, labels fill gaps, every former address leads to the survivor in one hop.

        Raises TagsChanged when one of them is gone meanwhile.
        """
        self.lock()
        paths = [
            (language, path)
            for tag in self.others
            for language in LANGUAGES
            if (path := getattr(tag, column("path", language)))
        ]
        gaining = list(tagged_with(self.others).order_by("pk").only("id"))
        for tag in self.others:
            self.take_stories(tag)
            TagRedirect.objects.filter(tag=tag).update(tag=self.survivor)
            tag.delete()
        for language, tag in self.labels_from.items():
            for name in (column("label", language), column("path", language)):
                setattr(self.survivor, name, getattr(tag, name))
        for language, path in paths:
            if getattr(self.survivor, column("path", language)) != path:
                TagRedirect.lead(language, path, self.survivor)
        self.survivor.save()
        # The search knows a story's tags by their keys.
        for article in gaining:
            relist(article)

    def lock(self):
        # Articles before what is linked to them, as everywhere: who publishes or tags meanwhile waits or is waited for.
        articles = Article.objects.select_for_update(no_key=True, of=("self",))
        tagged = TaggedArticle.objects.filter(tag__in=self.tags).values("content_object")
        list(articles.filter(pk__in=tagged).order_by("pk").values_list("pk"))
        found = {tag.pk: tag for tag in Tag.objects.select_for_update().filter(pk__in=[tag.pk for tag in self.tags])}
        if len(found) < len(self.tags):
            raise TagsChanged
        # What was shown is what is done: a label that somebody changed meanwhile asks for another look.
        names = columns("label", "path")
        if any(getattr(tag, name) != getattr(found[tag.pk], name) for tag in self.tags for name in names):
            raise TagsChanged

    def take_stories(self, tag):
        """Give the survivor the stories and the rows of lists that `tag` has and it has not."""
        has = TaggedArticle.objects.filter(tag=self.survivor).values("content_object")
        TaggedArticle.objects.filter(tag=tag).exclude(content_object__in=has).update(tag=self.survivor)
        listed = Listing.objects.filter(tag=self.survivor).values("edition")
        Listing.objects.filter(tag=tag).exclude(edition__in=listed).update(tag=self.survivor)


def tagged_with(tags):
    """The articles that carry any of `tags`."""
    return Article.objects.filter(pk__in=TaggedArticle.objects.filter(tag__in=tags).values("content_object"))
