"""Examples of answers; every one is valid against its schema (tests/icesco/api/test_openapi.py)."""

SITE = "https://news.example.org"
API = f"{SITE}/api/v1"

PLACES = [
    {
        "language": "ar",
        "url": f"{SITE}/ar/2026/11/24/%D8%A7%D9%81%D8%AA%D8%AA%D8%A7%D8%AD-%D8%A7%D9%84%D9%85%D9%86%D8%AA%D8%AF%D9%89/",
        "api_url": f"{API}/editions/123/ar/",
    },
    {
        "language": "fr",
        "url": f"{SITE}/fr/2026/11/25/ouverture-du-forum/",
        "api_url": f"{API}/editions/123/fr/",
    },
]
SUMMARY = {
    "id": "tag:news.example.org,2026:article/123/fr",
    "article": 123,
    **PLACES[1],
    "direction": "ltr",
    "title": "Ouverture du Forum",
    "summary": "Des ministres de vingt pays se réunissent à Rabat.",
    "date": "2026-11-25",
    "first_public_at": "2026-11-25T08:00:00Z",
    "updated_at": "2026-11-25T08:00:00Z",
    "original_language": "ar",
    "origin": "staff",
    "provenance": "Traduit de l’arabe par nos services",
    "translated_from": PLACES[0],
    "behind": True,
    "behind_since": "2026-11-26T10:15:00Z",
    "available_languages": PLACES,
    "lead_picture": {
        "alt": "La salle du Forum",
        "caption": "La séance d’ouverture.",
        "credit": {"text": "ICESCO", "language": "fr", "direction": "ltr"},
        "renditions": [
            {"format": "webp", "crop": "whole", "width": 960, "height": 640, "url": f"{SITE}/media/pictures/5d1f.webp"},
            {"format": "jpeg", "crop": "whole", "width": 960, "height": 640, "url": f"{SITE}/media/pictures/9ab2.jpg"},
        ],
    },
}
NEXT = f"{API}/editions/?language=fr&limit=1&after=MjAyNi0xMS0yNR8x"
MOROCCO = {
    "slug": "morocco",
    "names": {"ar": "المملكة المغربية", "en": "Kingdom of Morocco", "fr": "Royaume du Maroc"},
    "urls": {language: f"{SITE}/{language}/member-states/morocco/" for language in ("ar", "en", "fr")},
    "editions": {language: f"{API}/editions/?language={language}&state=morocco" for language in ("ar", "en", "fr")},
    "api_url": f"{API}/member-states/morocco/",
    "code": "MA",
    "official_names": {},
    "status": "member",
    "status_from": None,
    "status_until": None,
    "flag_url": f"{SITE}/static/flags/ma.svg",
}
PROBLEM = {"type": "about:blank"}
EXAMPLES = {
    "EditionPage": {
        "items": [SUMMARY],
        "links": {"self": f"{API}/editions/?language=fr&limit=1", "next": NEXT, "prev": None},
    },
    "Edition": {
        **SUMMARY,
        "body_html": "<p>Le Forum s’est ouvert à Rabat.</p>",
        "corrections": [
            {
                "text": "Une version antérieure de cet article indiquait à tort que dix pays étaient représentés.",
                "at": "2026-11-25T14:20:00Z",
            }
        ],
        "dateline": {"text": "Rabat", "language": "fr", "direction": "ltr"},
        "event_date": "2026-11-24",
        "event_ends_on": "2026-11-26",
        "people": [
            {
                "name": {"text": "Amina Diallo", "language": "fr", "direction": "ltr"},
                "slug": "amina-diallo",
                "url": f"{SITE}/fr/people/amina-diallo/",
                "api_url": f"{API}/people/amina-diallo/",
                "honorific": "Mme",
                "role": "Présidente du Forum",
            }
        ],
        "member_states": [
            {
                "code": "MA",
                "name": {"text": "Royaume du Maroc", "language": "fr", "direction": "ltr"},
                "slug": "morocco",
                "url": f"{SITE}/fr/member-states/morocco/",
                "api_url": f"{API}/member-states/morocco/",
            }
        ],
        "sectors": [],
        "tags": [
            {
                "label": "Jeunesse",
                "path": "jeunesse",
                "url": f"{SITE}/fr/tags/jeunesse/",
                "api_url": f"{API}/tags/fr/jeunesse/",
            }
        ],
    },
    "WithdrawalPage": {
        "items": [
            {
                "id": "tag:news.example.org,2026:article/122/fr",
                "article": 122,
                "language": "fr",
                "withdrawn_at": "2026-11-26T10:15:00Z",
                "api_url": f"{API}/editions/122/fr/",
            }
        ],
        "links": {
            "self": f"{API}/withdrawals/?language=fr&since=2026-11-24T00%3A00%3A00Z",
            "next": None,
            "prev": None,
        },
    },
    "MemberState": MOROCCO,
    "MemberStatePage": {
        "items": [MOROCCO],
        "links": {
            "self": f"{API}/member-states/?limit=1",
            "next": f"{API}/member-states/?limit=1&after=bW9yb2Njbw",
            "prev": None,
        },
    },
    "Problem": PROBLEM,
    "problems": {
        "400": {
            "title": "Bad Request",
            "detail": "The parameter limit is a whole number from 1 to 100.",
            "parameter": "limit",
        },
        "404": {
            "title": "Not Found",
            "detail": "The parameter tag names nothing that is public in this language.",
            "parameter": "tag",
        },
        "405": {"title": "Method Not Allowed", "detail": "This interface is read-only."},
        "410": {
            "title": "Gone",
            "detail": "This edition was taken down at 2026-11-26T10:15:00Z. Please take it down as well.",
        },
    },
}
