"""The least that Django can answer: one view, no middleware, no database. Pages are compared with it."""

from secrets import token_hex

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], SECRET_KEY=token_hex())
urlpatterns = [path("", lambda request: HttpResponse("ok"))]
application = get_wsgi_application()
