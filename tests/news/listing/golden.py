"""What a person reads in the real English listing: one Expected per story, in its order."""

from datetime import date
from typing import NamedTuple

ORGANISATION = "Islamic World Educational, Scientific and Cultural Organization (ICESCO)"
ORGANISATION_WITH_COMMA = "Islamic World Educational, Scientific, and Cultural Organization (ICESCO)"


class Expected(NamedTuple):
    title: str
    paragraphs: int
    days: tuple
    place: str
    people: list
    states: list
    sectors: list
    proposed: list = []


def day(*parts):
    return (date(*parts), date(*parts))


def director_general(organisation=ORGANISATION):
    return ("Dr.", "Salim M. AlMalik", "Director-General", organisation)


REAL_LISTING = [
    Expected(
        "ICESCO Announces Three Winning Technology Projects at the End of Its Youth Training Program in Cameroon",
        4,
        day(2025, 4, 2),
        "douala",
        [
            ("Mr.", "Isidore Bikoko", "Chairman and Founder", "Intellium Incubator"),
            ("Dr.", "Muhammed Sharif", "Advisor to ICESCO’s Science and Environment Sector", "ICESCO"),
        ],
        ["CM"],
        ["science-and-environment"],
    ),
    Expected(
        "ICESCO Calls for Intensified International Cooperation at the 221st Session of the UNESCO Executive Board",
        4,
        (date(2025, 4, 7), date(2025, 4, 17)),
        "paris",
        [("Ms.", "Somia Djacta", "Head of ICESCO’s Office and Permanent Delegate to UNESCO", "ICESCO")],
        [],
        ["islamic-world-heritage-center"],
        ["SA"],  # "Hajj Routes to Mecca": a town that is spoken of
    ),
    Expected(
        "ICESCO and Austrian Delegation Explore Ways to Promote Culture of Peace and Coexistence",
        6,
        day(2025, 4, 8),
        "rabat",
        [
            director_general(),
            ("Ms.", "Regina Rusz", "Deputy Minister for European and International Affairs", "Austria"),
            ("Dr.", "Anna Jankovic", "Austrian Ambassador to the Kingdom of Morocco", ""),
        ],
        ["MA"],
        ["center-for-civilizational-dialogue"],
    ),
    Expected(
        "ICESCO Director-General Receives Chairperson of State Committee on Work with Diaspora of the Republic of "
        "Azerbaijan",
        6,
        day(2025, 3, 12),
        "rabat",
        [
            director_general(ORGANISATION_WITH_COMMA),
            (
                "Mr.",
                "Fuad Muradov",
                "Chairperson",
                "State Committee on Work with Diaspora of the Republic of Azerbaijan",
            ),
            ("Mr.", "Nazim Samadov", "Ambassador of Azerbaijan to Morocco", ""),
            ("His Excellency", "Ilham Aliyev", "President of the Republic of Azerbaijan", ""),
        ],
        ["AZ", "MA"],
        [],
    ),
    Expected(
        "ICESCO proceeds with implementation of Supporting Displaced Girls’ Education Project in Burkina Faso",
        7,
        day(2025, 2, 18),
        "ouagadougou",
        [
            ("Dr.", "Haddy Jatou Sey", "Head of the Education Sector", ""),
            ("Mr.", "Anar Karimov", "Head of the Partnerships and International Cooperation Sector", ""),
            ("", "Faizah Alaoui", "Education Sector Expert in charge of the Project", ""),
            ("Dr.", "Zakaria Soré", "Secretary General", "Burkina Faso Presidential Office"),
        ],
        ["BF", "AZ"],
        ["education", "partnerships-and-international-cooperation"],
    ),
    Expected(
        "ICESCO: Social justice is key to sustainable and inclusive development",
        4,
        day(2025, 2, 17),
        "",
        [director_general(ORGANISATION_WITH_COMMA), ("His Majesty King", "Mohammed VI", "", "")],
        ["MA"],
        [],
    ),
    Expected(
        "ICESCO Holds Third Workshop on “Applications of Artificial Intelligence in Cultural and Creative Industries”",
        5,
        day(2025, 2, 3),
        "",
        [
            (
                "Dr.",
                "Amin Hammami",
                "external ICESCO expert in digital creativity and digital culture",
                "ICESCO",
            ),
            ("Ms.", "Zineb Bougrine", "expert in creative intelligence in ICESCO’s Culture Sector", "ICESCO"),
        ],
        [],
        ["culture"],
    ),
    Expected(
        "ICESCO Executive Council to Be Held in February Under the Patronage of the Tunisian President",
        5,
        day(2025, 1, 27),
        "tunis",
        [
            ("His Excellency", "Kaïs Saïed", "Tunisian President", ""),
            ("Dr.", "Salim M. AlMalik", "Director-General", "ICESCO"),
        ],
        ["TN"],
        ["office-of-the-director-general"],
    ),
    Expected(
        "ICESCO Director-General, Tunisian Minister of Education explore ways to strengthen cooperation and "
        "integration of AI in education",
        5,
        day(2025, 1, 28),
        "",
        [director_general(), ("Mr.", "Noureddine Nouri", "Tunisian Minister of Education", "")],
        ["TN"],
        ["education"],
    ),
    Expected(
        "ICESCO Director-General receives Chairman of Azerbaijan’s State Committee on Affairs with Religious "
        "Associations",
        6,
        day(2024, 12, 16),
        "rabat",
        [
            director_general(),
            (
                "Mr.",
                "Ramin Mammadov",
                "Chairman",
                "State Committee on Affairs with Religious Associations of the Republic of Azerbaijan",
            ),
            ("Amb.", "Nazim Samadov", "Ambassador of Azerbaijan to Morocco", ""),
            ("Dr.", "Abdelilah Benarafa", "Deputy Director-General", ""),
            ("Mr.", "Anar Karimov", "Head of the Sector of Partnerships and International Cooperation", ""),
            ("Amb.", "Khalid Fathalrahman", "Head of ICESCO’s Center for Civilizational Dialogue", "ICESCO"),
        ],
        ["AZ", "MA"],
        ["partnerships-and-international-cooperation", "center-for-civilizational-dialogue"],
    ),
]
