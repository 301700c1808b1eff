"""What the made-up visitors of the demonstration write, by language and by how they rate."""

COMMENTS = {
    "ar": {
        "low": (
            "البحث لا يجد الخبر إلا إذا كتبت العنوان كما هو تماماً.",
            "الصفحات بطيئة على الهاتف.",
            "بعض الأخبار لا توجد بالعربية.",
            "لم أجد كيف أتواصل مع القطاع المعني.",
        ),
        "middle": (
            "أرجو إضافة ملخص قصير في أول كل خبر.",
            "الخط صغير على شاشة الهاتف.",
            "أين أجد أخبار السنوات الماضية؟",
            "المحتوى مفيد، لكن القوائم طويلة.",
        ),
        "high": (
            "شكراً على الأخبار بالعربية.",
            "موقع واضح وسهل.",
            "أعجبتني صفحات الدول الأعضاء.",
            "ترجمة دقيقة، واصلوا.",
        ),
    },
    "en": {
        "low": (
            "The page took a long time to open on my phone.",
            "I could not find the contact of the science sector.",
            "Search only helps when I know the exact title.",
            "A story I was sent a link to is not available in English.",
        ),
        "middle": (
            "Good content, but the lists are long.",
            "Please add the date of the event at the top.",
            "More pictures from the workshops would help.",
            "It would be useful to follow one country by e-mail.",
        ),
        "high": (
            "Clear and quick to read.",
            "I like seeing who translated the story and when.",
            "Very helpful for my research on heritage.",
            "Nice to find every story about one country on one page.",
        ),
    },
    "fr": {
        "low": (
            "La page met trop de temps à s’ouvrir sur mon téléphone.",
            "Plusieurs articles manquent en français.",
            "La recherche ne trouve pas les noms sans accents.",
            "Je n’ai pas trouvé à qui m’adresser.",
        ),
        "middle": (
            "Contenu intéressant, mais les listes sont longues.",
            "Il manque la date de l’événement en tête d’article.",
            "Un résumé plus court serait utile.",
            "J’aimerais suivre un pays par courriel.",
        ),
        "high": (
            "Site clair et agréable à lire.",
            "Merci pour la version française.",
            "Très utile pour mes étudiants.",
            "Les pages des États membres sont bien faites.",
        ),
    },
}
