"""The list of articles: a title in whatever language there is one, and a column per language with its state."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from icesco.text.direction import direction
from people.languages import LANGUAGES, language_name

from ..states import states_of


class CappedPaginator(Paginator):
    """Counts no further than the pages that anybody turns; the rest is found by filters and search."""

    MOST = 5_000

    @cached_property
    def count(self):
        counted = self.object_list.order_by().values("pk")[: self.MOST + 1].count()
        self.has_more = counted > self.MOST
        return min(counted, self.MOST)


class ArticleList(ChangeList):
    """Reads the states of a page's articles together: the same few queries for one row as for fifty."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        states = states_of(self.result_list)
        for article in self.result_list:
            article.states = states[article.pk]


def titled_state(article):
    """The state whose title names the story: the interface's language, else the source's, else any; or None."""
    wanted = [get_language(), article.source_language, *LANGUAGES]
    states = [article.states[language] for language in wanted if language in article.states]
    return next((state for state in states if state.title), None)


@admin.display(description=_("title"))
def title_column(article):
    state = titled_state(article)
    if state is None:
        return _("Article %s") % article.pk
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', state.language, direction(state.language), state.title)


def state_column(language):
    """A column that shows how `language` of an article stands."""

    @admin.display(description=language_name(language))
    def state(article):
        return render_to_string("admin/news/article/_state.html", {"state": article.states[language]})

    state.__name__ = f"state_{language}"
    return state


@admin.display(description=_("event date"), ordering="event_date", empty_value="—")
def event_column(article):
    return article.event_date and date_format(article.event_date, "SHORT_DATE_FORMAT")


COLUMNS = [title_column, *map(state_column, LANGUAGES), event_column]
