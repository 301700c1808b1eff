"""What visitors say of the site, for programs of analysts: the addresses below /feedback/, which take a token."""

from feedback.api import views
from feedback.api.parameters import MOST_ROWS, USUAL_ROWS
from feedback.exports.columns import columns
from feedback.exports.report import FIGURE_COLUMNS
from feedback.models import Rating, Standing
from feedback.models.api_token import MOST_CALLS

from .building import ADDRESS, DAY, LANGUAGE, MOMENT, TEXT, array, described, nullable, parameter, ref, thing

KINDS = {
    "integer": {"type": "integer"},
    "string": TEXT,
    "date": DAY,
    "datetime": MOMENT,
    "boolean": {"type": "boolean"},
}
SECURITY = {
    "analyst": {
        "type": "http",
        "scheme": "bearer",
        "description": f"A token that an analyst made in the admin. At most {MOST_CALLS} calls a minute.",
    }
}
STATUSES = {
    "400": "A parameter is unknown, empty, given twice or makes no sense.",
    "401": "No token, or one that is mistyped, over, revoked or of a closed account.",
    "403": "The token was not made for this, or its owner may not read it any more.",
    "405": "Only GET and HEAD are answered.",
    "429": "The token was used too often in this minute.",
}
CHOICE = {"type": "string", "enum": ["include", "exclude"]}
PARAMETERS = {
    "start": (DAY, "First day, in Rabat. By default 30 days up to today."),
    "end": (DAY, "Last day."),
    "language": (LANGUAGE, "Of the page."),
    "page_type": (TEXT, "What kind of page."),
    "device": ({"type": "string", "enum": list(Rating.Device.values)}, "As the browser said; not together with page."),
    "page": (TEXT, "The key of one page."),
    "demo": (CHOICE, "Whether made-up answers of a demonstration are in it; they are by default."),
    "suspects": (CHOICE, "Whether answers set apart count; they don’t by default."),
    "pool": ({"type": "string", "enum": ["1"]}, "Adds up scores across a change of the question."),
    "as_of": (MOMENT, "Answers and verdicts up to this moment, five minutes back at least. `links.next` keeps it."),
    "limit": (
        {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": USUAL_ROWS},
        "How many items a page holds at most.",
    ),
}
AFTER = {"Ratings": "The key of the last rating you have.", "RatedPages": "The key of the last page you have."}


def rating():
    """A rating as the registry of columns has it; the comment only where the token is for comments."""
    schema = thing(
        "One answer, with the columns of the files.", **{column.name: of_column(column) for column in columns(True)}
    )
    return {**schema, "required": [column.name for column in columns(False)]}


def of_column(column):
    kind = KINDS[column.kind]
    if column.choices:
        kind = {**kind, "enum": list(column.choices)}
    # Texts are empty where there is nothing, numbers null.
    return nullable(kind) if column.is_empty and column.kind != "string" else kind


def figures(description, **more):
    number = {"type": ["number", "null"]}
    known = {
        "answers": {"type": "integer"},
        "note": described(TEXT, "Why figures are null, or that few answers stand behind them."),
        **{f"score_{score}": {"type": ["integer", "null"]} for score in range(1, 6)},
    }
    return thing(description, **more, **{name: known.get(name, number) for name in FIGURE_COLUMNS})


FILTERS = described({"type": "object"}, "What was asked for, with what is usual filled in.")
SPAN = {"start": DAY, "end": DAY}
SCHEMAS = {
    "Rating": rating(),
    "Ratings": thing(
        "Ratings in the order of their keys.",
        as_of=described(MOMENT, "The moment of which they are."),
        comments=TEXT,
        times=TEXT,
        items=array(ref("Rating")),
        links=ref("NextPage"),
    ),
    "NextPage": thing("The page that goes on.", next=nullable(ADDRESS)),
    "Figures": figures("Figures of a group of answers; null with fewer than 10."),
    "FiguresOfCode": figures("Figures of one language, page type or device.", code=TEXT),
    "FiguresOfDays": figures("Figures of a day or a week.", **SPAN),
    "FiguresOfSeries": figures("Figures of one wording, order and place of the question.", code=TEXT, **SPAN),
    "Rate": thing(
        "A response rate: answers with a script by page views of one kind.",
        of=TEXT,
        number={"type": "integer"},
        rate={"type": ["number", "null"]},
    ),
    "FeedbackFigures": thing(
        "What the dashboard shows of a period.",
        filters=FILTERS,
        breaks=array(DAY, "Days on which the question changed."),
        total=ref("Figures"),
        standings=thing("How many answers stand how.", **{str(one): {"type": "integer"} for one in Standing}),
        rates=array(ref("Rate")),
        by_language=array(ref("FiguresOfCode")),
        by_page_type=array(ref("FiguresOfCode")),
        by_device=array(ref("FiguresOfCode")),
        by_series=array(ref("FiguresOfSeries")),
        trend=array(ref("FiguresOfDays"), "By the day; by the week for more than 92 days."),
    ),
    "FiguresOfPage": figures("Figures of one page.", page_key=TEXT, page_type=TEXT),
    "RatedPages": thing(
        "Figures of pages in the order of their keys.",
        filters=FILTERS,
        items=array(ref("FiguresOfPage")),
        links=ref("NextPage"),
    ),
}


def operation(name, summary, schema, parameters, scope):
    def told(one):
        return parameter(one, TEXT, AFTER[schema]) if one == "after" else parameter(one, *PARAMETERS[one])

    content = {"application/problem+json": {"schema": ref("Problem")}}
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "description": f"Takes a token for `{scope}`.",
            "security": [{"analyst": []}],
            "parameters": [told(one) for one in parameters],
            "responses": {
                "200": {"description": summary, "content": {"application/json": {"schema": ref(schema)}}},
                **{status: {"description": what, "content": content} for status, what in STATUSES.items()},
            },
        }
    }


PATHS = {
    "/feedback/ratings/": operation(
        "listRatings", "Ratings one by one, as they were at one moment.", "Ratings", views.OF_RATINGS, "ratings"
    ),
    "/feedback/figures/": operation(
        "getFigures", "The figures of a period.", "FeedbackFigures", views.OF_FIGURES, "figures"
    ),
    "/feedback/pages/": operation(
        "listRatedPages", "The figures of each page.", "RatedPages", views.OF_PAGES, "figures"
    ),
}
