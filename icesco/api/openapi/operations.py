"""The addresses, what they take and what they answer."""

from ..parameters import MOST_ROWS
from .building import LANGUAGE, MOMENT, SLUG, TEXT, parameter, ref
from .examples import EXAMPLES

ETAG = {"ETag": {"description": "Names these bytes; send it back in If-None-Match.", "schema": TEXT}}
LINK = {"Link": {"description": "The next and previous pages (RFC 8288).", "schema": TEXT}}
PROBLEMS = {
    "301": "It is at another address now, for good: see Location.",
    "304": "Nothing changed since the answer whose ETag you sent in If-None-Match.",
    "400": "A parameter is unknown, empty, given twice, out of its limits, or a cursor that no answer gave.",
    "404": "There is nothing at this address, or a filter names nothing that is public.",
    "405": "Only GET, HEAD and OPTIONS are answered.",
    "410": "The edition was public and was taken down. Please take it down as well.",
}
FILTERS = [
    parameter("sector", SLUG, "Stories linked to the sector with this slug."),
    parameter("state", SLUG, "Stories linked to the member state with this slug."),
    parameter("person", SLUG, "Stories that name the person with this slug."),
    parameter("tag", TEXT, "Stories that carry the tag with this path in `language`."),
    parameter("year", {"type": "string", "pattern": "^[0-9]{4}$"}, "Stories dated in this year."),
    parameter(
        "updated_since",
        MOMENT,
        "Editions that became public, changed in more than a comma or were corrected, at this moment or later, in the "
        "order of their changes, oldest first. Not together with the other filters.",
    ),
]


def paging(usual):
    limit = {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": usual}
    return [
        parameter("limit", limit, "How many items a page holds at most."),
        parameter("after", TEXT, "A cursor from `links.next`: the page after it."),
        parameter("before", TEXT, "A cursor from `links.prev`: the page before it. Not together with `after`."),
    ]


def operation(name, summary, schema, parameters=(), statuses=("304", "400", "404", "405"), headers=ETAG):
    """A GET that answers `schema`; statuses: the other answers it may give."""
    content = {"schema": ref(schema)}
    if schema in EXAMPLES:
        content["example"] = EXAMPLES[schema]
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": list(parameters),
            "responses": {
                "200": {"description": summary, "headers": headers, "content": {"application/json": content}},
                **{status: other_answer(status) for status in statuses},
            },
        }
    }


def other_answer(status):
    answer = {"description": PROBLEMS[status]}
    if status >= "400":
        example = EXAMPLES["Problem"] | {"status": int(status)} | EXAMPLES["problems"][status]
        answer["content"] = {"application/problem+json": {"schema": ref("Problem"), "example": example}}
    return answer


def listing(name, summary, schema):
    return operation(name, summary, schema, paging(100), ("304", "400", "405"), ETAG | LINK)


def single(name, summary, schema, *parameters):
    return operation(name, summary, schema, parameters, ("301", "304", "400", "404", "405"))


BY_SLUG = parameter("slug", SLUG, "As in the address of its page.", "path")
IN_LANGUAGE = parameter("language", LANGUAGE, "The language.", "path")
PATHS = {
    "/": operation("root", "Where everything is.", "Root", (), ("304", "400", "405")),
    "/editions/": operation(
        "listEditions",
        "Editions in one language, newest first.",
        "EditionPage",
        [
            parameter("language", LANGUAGE, "The language of the editions.", required=True),
            *FILTERS,
            *paging(20),
        ],
        ("301", "304", "400", "404", "405"),
        ETAG | LINK,
    ),
    "/editions/{article}/{language}/": operation(
        "getEdition",
        "One edition with its whole text.",
        "Edition",
        [parameter("article", {"type": "integer", "minimum": 1}, "The story’s number.", "path"), IN_LANGUAGE],
        ("304", "400", "404", "405", "410"),
        ETAG
        | {
            "Last-Modified": {
                "description": "When its text changed last. Names of what it is linked to may be newer: rely on ETag.",
                "schema": TEXT,
            }
        },
    ),
    "/withdrawals/": operation(
        "listWithdrawals",
        "Editions of one language that were taken down, or expired, in the order in which they went, oldest first.",
        "WithdrawalPage",
        [
            parameter("language", LANGUAGE, "The language of the editions.", required=True),
            parameter("since", MOMENT, "Those that went at this moment or later."),
            *paging(100),
        ],
        ("304", "400", "405"),
        ETAG | LINK,
    ),
    "/people/": listing("listPeople", "People named in public stories.", "PersonPage"),
    "/people/{slug}/": single("getPerson", "One person.", "WholePerson", BY_SLUG),
    "/member-states/": listing("listMemberStates", "Member states.", "MemberStatePage"),
    "/member-states/{slug}/": single("getMemberState", "One member state.", "MemberState", BY_SLUG),
    "/sectors/": listing("listSectors", "Sectors, centres and offices.", "SectorPage"),
    "/sectors/{slug}/": single("getSector", "One sector, centre or office.", "Sector", BY_SLUG),
    "/tags/": listing("listTags", "Tags that public stories carry.", "TagPage"),
    "/tags/{language}/{path}/": single(
        "getTag",
        "One tag, by its address in one language.",
        "Tag",
        IN_LANGUAGE,
        parameter("path", TEXT, "Its path in that language.", "path"),
    ),
    "/openapi.json": {
        "get": {
            "operationId": "getDescription",
            "summary": "This document.",
            "responses": {
                "200": {
                    "description": "This document.",
                    "headers": ETAG,
                    "content": {"application/json": {"schema": {"type": "object"}}},
                },
                "304": other_answer("304"),
                "400": other_answer("400"),
                "405": other_answer("405"),
            },
        }
    },
}
