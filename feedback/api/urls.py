"""Addresses for programs of analysts: a contract. The project mounts them where it likes, such as api/v1/feedback/."""

from django.urls import path

from . import views
from .endpoint import nothing

app_name = "feedback_api"
urlpatterns = [
    path("ratings/", views.ratings, name="ratings"),
    path("figures/", views.figures, name="figures"),
    path("pages/", views.pages, name="pages"),
    path("<path:rest>", nothing, name="nothing"),
]
