"""Pairs of sentences of our kind of news, and whether an earlier translation of the one helps with the other.

(language, one, other, whether they are alike: similarity 0.75 or more).
"""

GOLDEN = [
    # The same but for what folding takes away
    ("ar", "اختُتمت أعمال المؤتمر في الرِّباط سنة ٢٠٢٥", "اختتمت أعمال المؤتمر فى الرباط سنة 2025.", True),
    ("ar", "أكّد المدير العام للإيسيسكو أهمية التعاون", "اكد المدير العام للايسيسكو اهميه التعاون", True),
    (
        "en",
        "ICESCO and UNESCO sign a programme for 2025–2027.",
        "ICESCO and UNESCO sign a programme for 2025-2027",
        True,
    ),
    ("en", "The Director-General received the Minister.", "the director general received The Minister", True),
    (
        "fr",
        "L’ICESCO célèbre la Journée mondiale de l’enfant.",
        "L'ICESCO celebre la journee mondiale de l'enfant",
        True,
    ),
    ("fr", "« Étudier, c’est espérer », a-t-il déclaré.", "« Etudier, c'est espérer, a-t-il déclaré. »", True),
    # A day, a number, a name that changed
    (
        "ar",
        "عقد المجلس التنفيذي للإيسيسكو دورته الخامسة والأربعين في تونس يوم الثلاثاء ١١ فبراير ٢٠٢٥",
        "عقد المجلس التنفيذي للإيسيسكو دورته الخامسة والأربعين في تونس يوم الأربعاء 12 فبراير 2025",
        True,
    ),
    (
        "ar",
        "استقبل الدكتور سالم بن محمد المالك، المدير العام للإيسيسكو، سفير جمهورية أذربيجان لدى المملكة المغربية",
        "استقبل الدكتور سالم بن محمد المالك، المدير العام للإيسيسكو، سفيرة جمهورية بنين لدى المملكة المغربية",
        True,
    ),
    (
        "en",
        "The workshop was held on Monday, February 3, 2025, at the headquarters of ICESCO in Rabat.",
        "The workshop was held on Tuesday, February 4, 2025, at the headquarters of ICESCO in Rabat.",
        True,
    ),
    (
        "en",
        "Dr. Salim M. AlMalik, Director-General of ICESCO, received the Ambassador of the Republic of Azerbaijan.",
        "Dr. Salim M. AlMalik, Director-General of ICESCO, received the Ambassador of the Republic of Austria.",
        True,
    ),
    (
        "fr",
        "Le Conseil exécutif de l’ICESCO a tenu sa 45e session à Tunis du 11 au 13 février 2025.",
        "Le Conseil exécutif de l’ICESCO a tenu sa 44e session à Tunis du 12 au 14 février 2024.",
        True,
    ),
    (
        "fr",
        "Le Directeur général a reçu l’ambassadeur de la République d’Azerbaïdjan auprès du Royaume du Maroc.",
        "Le Directeur général a reçu l’ambassadeur de la République d’Autriche auprès du Royaume du Maroc.",
        True,
    ),
    # Just not: 0.745, for two words out of so many
    (
        "fr",
        "Le Directeur général a reçu l’ambassadeur de la République d’Azerbaïdjan auprès du Royaume du Maroc.",
        "Le Directeur général a reçu l’ambassadrice de la République d’Autriche auprès du Royaume du Maroc.",
        False,
    ),
    # About the same thing, in other words
    ("ar", "افتتح المدير العام المنتدى في الرباط", "انطلقت بالعاصمة المغربية أعمال المنتدى بحضور المدير العام", False),
    ("ar", "أشاد الوزير بجهود المنظمة في مجال التربية", "أشاد الوزير بدور الشباب في خدمة المجتمع", False),
    ("en", "The Director-General opened the forum in Rabat.", "The forum was opened by the Director-General.", False),
    ("en", "ICESCO trains teachers in Burkina Faso.", "ICESCO trains journalists in Mauritania.", False),
    ("fr", "Le Directeur général a ouvert le forum à Rabat.", "Le forum de Rabat s’est ouvert mardi.", False),
    ("fr", "L’ICESCO forme des enseignants au Burkina Faso.", "L’ICESCO forme des journalistes en Mauritanie.", False),
    # Short ones, of which one word is much
    ("ar", "القاهرة", "الرباط", False),
    ("ar", "بيان صحفي", "بيان صحفى", True),
    ("en", "Press release", "Press conference", False),
    ("en", "Rabat, 2025", "Rabat, ٢٠٢٥", True),
    ("fr", "Appel à candidatures", "Appel à projets", False),
    ("fr", "Communiqué de presse", "COMMUNIQUE DE PRESSE", True),
    # The other way round: nothing is without words
    ("en", "…", "…", False),
]
