"""Addresses of the API, below /api/v1/: a contract, since partners' programs call them."""

from django.urls import path

from . import views

app_name = "api"
urlpatterns = [
    path("", views.root, name="root"),
    path("openapi.json", views.openapi, name="openapi"),
    path("editions/", views.edition_list, name="edition_list"),
    path("editions/<int:article>/<str:language>/", views.edition_detail, name="edition_detail"),
    path("withdrawals/", views.withdrawal_list, name="withdrawal_list"),
    path("people/", views.person_list, name="person_list"),
    path("people/<slug:slug>/", views.person_detail, name="person_detail"),
    path("member-states/", views.member_state_list, name="member_state_list"),
    path("member-states/<slug:slug>/", views.member_state_detail, name="member_state_detail"),
    path("sectors/", views.sector_list, name="sector_list"),
    path("sectors/<slug:slug>/", views.sector_detail, name="sector_detail"),
    path("tags/", views.tag_list, name="tag_list"),
    path("tags/<str:language>/<str:path>/", views.tag_detail, name="tag_detail"),
    path("<path:rest>", views.nothing, name="nothing"),
]
