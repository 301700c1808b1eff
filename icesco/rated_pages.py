"""The pages that ratings name, to be joined to files of ratings by `page_key`: their titles, languages and links."""

from collections import defaultdict

from news.models import Article, Edition, Tag
from news.visibility import visible_people
from people.languages import LANGUAGES, column
from people.models import MemberState, Sector

COLUMNS = ["page_key", "page_type", *(f"title_{code}" for code in LANGUAGES), "languages", "sectors", "member_states"]
PER_ROUND = 1_000


def page_rows():
    """Rows of COLUMNS of everything public that has a page of its own, stories first; lists are parted by spaces.

    Sectors by slug, member states by code. Read in rounds: memory stays the same however many stories there are.
    """
    last = 0
    while keys := next_articles(last):
        yield from story_rows(keys)
        last = keys[-1]
    for kind, entities, field in (
        ("person_detail", visible_people(), "name"),
        ("member_state_detail", MemberState.objects.all(), "name"),
        ("sector_detail", Sector.objects.all(), "name"),
        ("tag_detail", Tag.objects.all(), "label"),
    ):
        names = [column(field, code) for code in LANGUAGES]
        for key, *titles in entities.order_by("pk").values_list("pk", *names).iterator():
            languages = [code for code, title in zip(LANGUAGES, titles, strict=True) if title]
            yield [f"{kind}:{key}", kind, *(title or "" for title in titles), " ".join(languages), "", ""]


def next_articles(last):
    """Keys of the next articles with a live edition."""
    live = Edition.objects.live().filter(article__gt=last).order_by("article_id").values_list("article_id", flat=True)
    return list(live.distinct()[:PER_ROUND])


def story_rows(keys):
    """The rows of the articles `keys`; four queries."""
    titles = defaultdict(dict)
    names = [f"article__{column('title', code)}" for code in LANGUAGES]
    for key, language, *said in (
        Edition.objects.live().filter(article__in=keys).order_by().values_list("article_id", "language", *names)
    ):
        titles[key][language] = said[LANGUAGES.index(language)]
    sectors, states = links_of(keys, "sectors", "slug"), links_of(keys, "member_states", "code")
    for key in keys:
        known = titles[key]
        languages = [code for code in LANGUAGES if code in known]
        shown = [known.get(code, "") for code in LANGUAGES]
        yield [f"article:{key}", "article", *shown, " ".join(languages), " ".join(sectors[key]), " ".join(states[key])]


def links_of(keys, field, name):
    """{article key: sorted values} of what stories are linked to."""
    found = defaultdict(list)
    rows = Article.objects.filter(pk__in=keys, **{f"{field}__isnull": False})
    for key, value in rows.order_by("pk", f"{field}__{name}").values_list("pk", f"{field}__{name}"):
        found[key].append(value)
    return found
