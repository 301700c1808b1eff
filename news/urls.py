from django.urls import path, register_converter

from . import converters, views

register_converter(converters.Year, "year")
register_converter(converters.TwoDigits, "two")
register_converter(converters.Token, "token")
register_converter(converters.PreviewToken, "preview_token")

app_name = "news"
urlpatterns = [
    path("news/", views.edition_list, name="edition_list"),
    path("people/", views.person_list, name="person_list"),
    path("people/<slug:slug>/", views.person_detail, name="person_detail"),
    path("member-states/", views.member_state_list, name="member_state_list"),
    path("member-states/<slug:slug>/", views.member_state_detail, name="member_state_detail"),
    path("sectors/", views.sector_list, name="sector_list"),
    path("sectors/<slug:slug>/", views.sector_detail, name="sector_detail"),
    # str, not slug, where a language's own letters stand: Django's slug converter matches ASCII only.
    path("tags/<str:path>/", views.tag_detail, name="tag_detail"),
    path("attachments/<token:token>.pdf", views.attachment, name="attachment"),
    path("preview/<preview_token:token>/", views.preview, name="preview"),
    path("<year:year>/", views.year_archive, name="year_archive"),
    path("<year:year>/<two:month>/", views.month_archive, name="month_archive"),
    path("<year:year>/<two:month>/<two:day>/<str:slug>/", views.edition_detail, name="edition_detail"),
]
