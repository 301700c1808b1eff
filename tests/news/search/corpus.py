"""A small corpus for search: the demo's public stories, without their pictures, and stories that hold traps."""

from icesco.demo.loading import load_tags, read_stories
from news.models import Article
from people.models import MemberState, Person, Sector
from people.reference import load_people, load_reference, translated
from tests.factories import make_appearance, make_article, make_edition

# key: {language: (title, summary, body)}
TRAPS = {
    "library": {
        "ar": (
            "مَكْتَبَةُ الإيسيسكو تفتح أبوابها",
            "افتُتحت المكتبة في ١٢ مارس ٢٠٢٤ بحضور وزيرة الثقافة.",
            "<p>وتضم الـمـكـتـبـة مخطوطات نادرة، وبرنامجًا لقراءة القرآن الكريم.</p>",
        ),
        "en": (
            "ICESCO’s library opens its doors",
            "The library opened on 12 March 2024 with the Minister of Culture.",
            "<p>It holds rare manuscripts and a programme for reading the Qurʼan.</p>",
        ),
        "fr": (
            "La bibliothèque de l’ICESCO ouvre ses portes",
            "Inaugurée le 12 mars 2024 en présence de la ministre de la Culture.",
            "<p>Elle abrite des manuscrits rares et un programme de lecture du Coran.</p>",
        ),
    },
    "mali": {
        "ar": (
            "مالي تستضيف ورشة حول التراث",
            "تنظم الورشة في باماكو للجنة الوطنية.",
            "<p>شارك فيها خبراء من كوت ديفوار وغينيا بيساو.</p>",
        ),
        "en": (
            "Mali hosts a workshop on heritage",
            "The workshop is held in Bamako for the National Commission.",
            "<p>Experts came from Côte d’Ivoire and Guinea-Bissau.</p>",
        ),
        "fr": (
            "Le Mali accueille un atelier sur le patrimoine",
            "L’atelier se tient à Bamako pour la Commission nationale.",
            "<p>Des experts sont venus de Côte d’Ivoire et de Guinée-Bissau.</p>",
        ),
    },
    "money": {
        "ar": (
            "المال في خدمة التنمية",
            "ندوة عن التمويل وإدارة المال العام.",
            "<p>تناولت الندوة أثر جائحة كوفيد-19.</p>",
        ),
        "en": (
            "Money for development",
            "A seminar on finance and public money.",
            "<p>It looked at the effects of COVID-19 and the number 3.5 of the report.</p>",
        ),
        "fr": (
            "L’argent au service du développement",
            "Un séminaire sur la finance et l’argent public.",
            "<p>Il a étudié les effets de la COVID-19.</p>",
        ),
    },
    "presentation-forms": {
        "ar": (
            "ﺍﻟﺘﺮﺍﺙ ﺍﻟﺜﻘﺎﻓﻲ ﺍﻟﻤﻐﺮﺑﻲ",
            "نص منسوخ من ملف قديم عن الصحراء.",
            "<p>سيرة النبي ﷺ في معرض بالرباط.</p>",
        ),
    },
    "former-students": {
        "fr": (
            "Anciennes étudiantes formées à Nouakchott",
            "Des étudiantes européennes et mauritaniennes formées à l’œuvre sociale.",
            "<p>La première promotion, dirigée par l’équipe, a été félicitée.</p>",
        ),
        "en": (
            "Former students trained in Nouakchott",
            "European and Mauritanian women trained in social work.",
            "<p>The first year was congratulated by the team.</p>",
        ),
    },
}


def load_corpus():
    """Publish all stories: {key: Article}."""
    load_reference()
    load_people()
    tags = load_tags()
    stories = {story["key"]: load_demo_story(story, tags) for story in read_stories()}
    for key, editions in TRAPS.items():
        article = stories[key] = make_article(source_language=next(iter(editions)))
        for language, (title, summary, body) in editions.items():
            make_edition(article, language, title=title, summary=summary, body=body)
    return stories


def load_demo_story(story, tags):
    article = Article.objects.create(source_language=story["source_language"])
    article.sectors.set(Sector.objects.filter(slug__in=story["sectors"]))
    article.member_states.set(MemberState.objects.filter(code__in=story["member_states"]))
    article.tags.set([tags[key] for key in story["tags"]])
    for position, row in enumerate(story["people"]):
        person = Person.objects.get(slug=row["person"])
        make_appearance(article, person, position=position, **translated(row, "honorific", "role"))
    for language, edition in story["editions"].items():
        if edition["state"] == "public":
            words = edition["revisions"][-1]
            make_edition(article, language, **{field: words[field] for field in ("title", "summary", "body")})
    return article
