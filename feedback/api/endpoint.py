"""What every address does around its view: methods, token, how often, parameters, problems."""

from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt

from ..models import ApiToken, ExportLog
from .parameters import refuse_odd_parameters
from .problems import HEADERS, METHODS, Problem, as_json

REALM = 'Bearer realm="feedback"'


@dataclass(frozen=True)
class Answer:
    """What a view returns. data: plain Python; request: what was asked for, for the log; rows: how many were given."""

    data: dict
    request: dict
    rows: int


def endpoint(scope, *parameters):
    """A view from a function of (request, ApiToken) that returns an Answer. The function raises Problem.

    scope: what the token must be for; parameters: the names that the query may hold.
    """

    def decorate(view):
        # No cookie is read and nothing of the site's is changed, so there is nothing to forge.
        @csrf_exempt
        @wraps(view)
        def answered(request):
            try:
                if request.method not in {"GET", "HEAD"}:
                    allowed = {"Allow": METHODS}
                    raise Problem(HTTPStatus.METHOD_NOT_ALLOWED, "This interface is read-only.", headers=allowed)
                token = token_of(request)
                refuse_what_it_is_not_for(token, scope)
                refuse_odd_parameters(request.GET, parameters)
                return written(token, view(request, token))
            except Problem as problem:
                return problem.response()
            except TooManyFieldsSent:
                return Problem(HTTPStatus.BAD_REQUEST, "There are too many parameters.").response()

        return answered

    return decorate


def token_of(request):
    """The live ApiToken that `request` carries, this call counted. Raises Problem. Three queries at most."""
    scheme, _space, value = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not value.strip():
        detail = "Send your token: Authorization: Bearer feedback_…"
        raise Problem(HTTPStatus.UNAUTHORIZED, detail, headers={"WWW-Authenticate": REALM})
    token = ApiToken.objects.for_token(value.strip())
    if token is None:
        detail = "This token opens nothing: it is mistyped, over or revoked, or the account of its owner is closed."
        raise Problem(HTTPStatus.UNAUTHORIZED, detail, headers={"WWW-Authenticate": f'{REALM}, error="invalid_token"'})
    if not token.count_call():
        detail = "This token was used too often in this minute. Wait for the next one."
        raise Problem(HTTPStatus.TOO_MANY_REQUESTS, detail, headers={"Retry-After": "60"})
    return token


def refuse_what_it_is_not_for(token, scope):
    if not token.opens(scope):
        challenge = f'{REALM}, error="insufficient_scope", scope="{scope}"'
        detail = f"This token is not for {scope}, or its owner may not read them any more."
        raise Problem(HTTPStatus.FORBIDDEN, detail, headers={"WWW-Authenticate": challenge})


def written(token, answer):
    """The HTTP response for an Answer, noted in the log of exports when it gave anything."""
    body = as_json(answer.data)
    if answer.rows:
        ExportLog.note_call(token, answer.request, answer.rows, body)
    return HttpResponse(body, content_type="application/json; charset=utf-8", headers=HEADERS)


def nothing(request, rest=""):
    return Problem(HTTPStatus.NOT_FOUND, "There is nothing at this address.").response()
