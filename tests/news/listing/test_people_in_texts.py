"""People named in texts of three languages: honorific, name, office, organisation; and what is no person."""

import pytest

from news.listing.names import clashes, is_short_for, name_key, same_person
from news.listing.roles import split_role

from .known import facts_of_text, said_of


def people(text, language="en"):
    return said_of(facts_of_text(text, language).people)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "He met Prof. Amina N’Diaye, Rector of the University of Dakar, and others.",
            "en",
            [("Prof.", "Amina N’Diaye", "Rector", "University of Dakar")],
        ),
        (
            "The Tunisian Minister of Education, Mr. Noureddine Nouri, spoke.",
            "en",
            [("Mr.", "Noureddine Nouri", "Tunisian Minister of Education", "")],
        ),
        (
            "ICESCO Director-General, Dr. Salim M. AlMalik, received H.E. Mr. Omar Ba, Minister of Culture, Youth "
            "and Sports.",
            "en",
            [
                ("Dr.", "Salim M. AlMalik", "Director-General", "ICESCO"),
                ("H.E. Mr.", "Omar Ba", "Minister of Culture, Youth and Sports", ""),
            ],
        ),
        ("President Kaïs Saïed received them.", "en", [("President", "Kaïs Saïed", "", "")]),
        (
            "Sheikh Mohammed bin Zayed Al Nahyan, President of the United Arab Emirates, sent a message.",
            "en",
            [("Sheikh", "Mohammed bin Zayed Al Nahyan", "President of the United Arab Emirates", "")],
        ),
        (
            "with Omar Ba, Director of Libraries, and Awa Sy, Expert in manuscripts, in Dakar",
            "en",
            [("", "Omar Ba", "Director of Libraries", ""), ("", "Awa Sy", "Expert in manuscripts", "")],
        ),
        (
            "S.E. M. Ousmane Diop, Ambassadeur du Sénégal au Maroc, et le ministre tunisien de l’Éducation, M. Ali "
            "Ba, ont salué.",
            "fr",
            [
                ("S.E. M.", "Ousmane Diop", "Ambassadeur du Sénégal au Maroc", ""),
                ("M.", "Ali Ba", "ministre tunisien de l’Éducation", ""),
            ],
        ),
        (
            "Dr Salim M. AlMalik, Directeur général de l’Organisation du Monde Islamique pour l’Éducation, les "
            "Sciences "
            "et la Culture (ICESCO), a reçu le président guinéen Mamadi Doumbouya.",
            "fr",
            [
                (
                    "Dr",
                    "Salim M. AlMalik",
                    "Directeur général",
                    "Organisation du Monde Islamique pour l’Éducation, les Sciences et la Culture (ICESCO)",
                ),
                ("", "Mamadi Doumbouya", "président guinéen", ""),
            ],
        ),
        (
            "التقى المدير العام للإيسيسكو، الدكتور سالم بن محمد المالك، وزير التربية التونسي، السيد نور الدين "
            "النوري، اليوم.",
            "ar",
            [
                ("الدكتور", "سالم بن محمد المالك", "المدير العام", "الإيسيسكو"),
                ("السيد", "نور الدين النوري", "وزير التربية التونسي", ""),
            ],
        ),
        (
            "بحضور معالي الدكتور عبد الإله بنعرفة، نائب المدير العام، والسفير خالد فتح الرحمن، رئيس مركز الحوار "
            "الحضاري بالإيسيسكو.",
            "ar",
            [
                ("معالي الدكتور", "عبد الإله بنعرفة", "نائب المدير العام", ""),
                ("السفير", "خالد فتح الرحمن", "رئيس مركز الحوار الحضاري بالإيسيسكو", "الإيسيسكو"),
            ],
        ),
        (
            "أشاد فخامة الرئيس التونسي قيس سعيد وصاحب الجلالة الملك محمد السادس، ملك المغرب، بالمنظمة.",
            "ar",
            [
                ("فخامة الرئيس", "قيس سعيد", "الرئيس التونسي", ""),
                ("صاحب الجلالة الملك", "محمد السادس", "ملك المغرب", ""),
            ],
        ),
        ("وقالت السيدة سالي مبروك إن المشروع مهم.", "ar", [("السيدة", "سالي مبروك", "", "")]),
    ],
)
def test_people_are_read_with_what_the_text_says_of_them(text, language, expected):
    assert people(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("with funding from the Heydar Aliyev Foundation of the Republic of Azerbaijan", "en"),
        ("first place was awarded to the MATT team", "en"),
        ("the Hajj Routes to Mecca", "en"),
        ("King Saud University and the Prince Mohammed Foundation", "en"),
        ("the Ambassador of Azerbaijan and the President’s office", "en"),
        ("in Paris, France, Director of nothing", "en"),
        ("la Fondation Heydar Aliyev de la République d’Azerbaïdjan", "fr"),
        ("l’Ambassadeur du Sénégal et le Président du Conseil", "fr"),
        ("جامعة الملك سعود ومؤسسة الأمير محمد بن سلمان", "ar"),
        ("نوه الوزير التونسي والسفير النمساوي بالبرنامج", "ar"),
        ("دولة فلسطين ودولة قطر", "ar"),
    ],
)
def test_bodies_offices_and_states_are_no_people(text, language):
    assert people(text, language) == []


def test_one_person_under_several_spellings_is_one():
    text = "Dr. Salim M. AlMalik spoke. Dr. Al-Malik agreed. Dr. AlMalik’s vision. Ms. Awa Sy and Ms. Sy; Mr. Sy left."

    found = facts_of_text(text, "en").people

    assert [(person.name, len(person.spans)) for person in found] == [("Salim M. AlMalik", 3), ("Awa Sy", 2), ("Sy", 1)]
    assert found[0].spellings == ("Salim M. AlMalik", "Al-Malik", "AlMalik")


def test_an_arabic_last_name_goes_with_the_full_name():
    text = "استقبل الدكتور سالم بن محمد المالك الوفد. وأكد الدكتور المالك أهمية التعليم وحرص المنظمة."

    assert [(p.name, len(p.spans)) for p in facts_of_text(text, "ar").people] == [("سالم بن محمد المالك", 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Salim M. AlMalik", "Salim Al-Malik"),
        ("Salim bin Mohammed AlMalik", "Salim Al Malik"),
        ("Kaïs Saïed", "KAIS SAIED"),
        ("Haddy Jatou Sey", "Haddy Sey"),
        ("سالم بن محمد المالك", "سالم المالك"),
        ("عبد الإله بنعرفة", "عبدالإله بنعرفة"),
    ],
)
def test_spellings_of_one_name_are_the_same_person(one, other):
    assert same_person(name_key(one), name_key(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Omar Ba", "Omar Sy"), ("Awa Ba", "Omar Ba"), ("Ba", "Ba Omar"), ("", "Omar Ba")]
)
def test_other_names_are_other_people(one, other):
    assert not same_person(name_key(one), name_key(other))


def test_short_names_and_honorifics_are_compared():
    assert is_short_for(name_key("Djacta"), name_key("Somia Djacta"))
    assert not is_short_for(name_key("Somia Djacta"), name_key("Djacta"))
    assert clashes("Mr.", "Ms.")
    assert not clashes("Dr.", "Ms.")


@pytest.mark.parametrize(
    ("role", "language", "expected"),
    [
        ("Member of the Azerbaijani Parliament", "en", ("Member", "Azerbaijani Parliament")),
        ("Head of the Education Sector", "en", ("Head of the Education Sector", "")),
        ("President of the Republic of Azerbaijan", "en", ("President of the Republic of Azerbaijan", "")),
        ("Directeur général de l’ICESCO", "fr", ("Directeur général", "ICESCO")),
        ("Président de la République tunisienne", "fr", ("Président de la République tunisienne", "")),
        (
            "رئيس اللجنة الحكومية لشؤون الجاليات",
            "ar",
            ("رئيس", "اللجنة الحكومية لشؤون الجاليات"),
        ),
        ("المدير العام للإيسيسكو", "ar", ("المدير العام", "الإيسيسكو")),
        ("", "en", ("", "")),
    ],
)
def test_a_role_is_taken_apart_where_it_names_a_body(role, language, expected):
    assert split_role(role, language) == expected
