"""Who may do what, said in roles and not in rights: the table that every route of the site is held to.

A rule is {method: roles}, or a function of what the address names (language, act) that returns one.
"""

from icesco.roles import ROLES
from people.languages import LANGUAGES

ADMINISTRATORS = {"administrator"}
ANALYSTS = {"analyst", *ADMINISTRATORS}
STAFF = {*ROLES, "nobody"}
DESK = set(ROLES) - {"analyst"}
PUBLISHERS = {role for role in ROLES if role.startswith("publisher_")} | ADMINISTRATORS
FACTS = {"writer", *PUBLISHERS}
KEEPERS = {role for role in ROLES if role.startswith("reviewer_")} | PUBLISHERS  # of the term list
EVERYBODY = {*STAFF, "stranger"}
NONE = set()


def write(language):
    return {"writer", f"translator_{language}", f"reviewer_{language}", f"publisher_{language}", *ADMINISTRATORS}


def review(language):
    return {f"reviewer_{language}", f"publisher_{language}", *ADMINISTRATORS}


def publish(language):
    return {f"publisher_{language}", *ADMINISTRATORS}


def both(roles):
    return {"GET": roles, "POST": roles}


def read(roles):
    return {"GET": roles}


def post(roles):
    """Only a POST does anything; a GET is refused as such (405), whoever asks."""
    return {"POST": roles}


def rows(name, see, add, change, delete, more=()):
    """The rules of the pages that Django makes for a model's rows."""
    return {
        f"admin:{name}_changelist": both(see),
        f"admin:{name}_add": both(add),
        f"admin:{name}_change": {"GET": see | change, "POST": change},
        f"admin:{name}_history": read(see | change),
        f"admin:{name}_delete": both(delete),
        **dict(more),
    }


# What can be done with one language of a story, and who may.
ACTS = {
    "withdraw": publish,
    "call-off": publish,
    "still-right": publish,
    "address": publish,
    "pin": publish,
    "unpin": publish,
    "request-changes": review,
    "bin": write,
    "correct": publish,
    "take-back": publish,
    "nothing-to-correct": publish,
    "keep-public": publish,
}

ADMIN = {
    "admin:index": read(STAFF),
    "admin:login": read(EVERYBODY),
    "admin:logout": post(EVERYBODY),
    "admin:password_change": both(STAFF),
    "admin:password_change_done": read(STAFF),
    "admin:jsi18n": read(STAFF),
    "admin:app_list": lambda app_label, **_: read(
        {"news": DESK, "people": DESK, "feedback": ANALYSTS}.get(app_label, ADMINISTRATORS)
    ),
    # Who is signed in is led on from the door, and has factors of their own.
    "account_login": both(EVERYBODY),
    **{
        name: both(STAFF)
        for name in (
            "account_reauthenticate",
            "mfa_authenticate",
            "mfa_login_webauthn",
            "mfa_reauthenticate",
            "mfa_reauthenticate_webauthn",
            "mfa_activate_totp",
            "mfa_deactivate_totp",
            "mfa_generate_recovery_codes",
            "mfa_add_webauthn",
            "mfa_edit_webauthn",
            "mfa_remove_webauthn",
        )
    },
    **{
        name: read(STAFF)
        for name in ("mfa_index", "mfa_view_recovery_codes", "mfa_download_recovery_codes", "mfa_list_webauthn")
    },
    **rows("people_person", DESK, FACTS, PUBLISHERS, ADMINISTRATORS),
    "admin:people_person_portrait": read(DESK),
    **rows("people_memberstate", DESK, ADMINISTRATORS, ADMINISTRATORS, NONE),
    **rows("people_sector", DESK, ADMINISTRATORS, ADMINISTRATORS, NONE),
    **rows("people_place", DESK, FACTS, PUBLISHERS, ADMINISTRATORS),
    **rows("news_picture", DESK, FACTS, FACTS, NONE),
    "admin:news_picture_chooser": read(DESK),
    "admin:news_picture_file": read(DESK),
    "admin:news_picture_take_down": both(FACTS),
    "admin:news_picture_put_back": post(FACTS),
    # The tag of the story that is public in three languages: only who may publish in all of them changes it.
    **rows("news_tag", DESK, FACTS, FACTS, ADMINISTRATORS),
    **rows("news_article", DESK, {"writer", *PUBLISHERS}, DESK, NONE),
    **rows("news_term", DESK, KEEPERS, KEEPERS, KEEPERS),
    "admin:news_term_export": read(DESK),
    "admin:news_term_import": both(KEEPERS),
    **rows("news_transition", DESK, NONE, NONE, NONE),
    "admin:news_transition_export": read(DESK),
    **rows("news_correction", DESK, NONE, NONE, NONE),
    **rows("news_task", DESK, NONE, NONE, NONE),
    "admin:news_task_open": read(DESK),
    "admin:news_new_text_at_work": lambda language, **_: post(write(language) & FACTS),
    "admin:news_new_text_forget": lambda language, **_: post(write(language) & FACTS),
    "admin:news_text_at_work": post(DESK),
    "admin:news_text_forget": post(DESK),
    "admin:news_attachment_file": read(DESK),
    "admin:news_bin": read(DESK),
    "admin:news_calendar": read(DESK),
    "admin:news_queue": read(DESK),
    "admin:news_queue_preferences": both(DESK),
    # Who lacks the right to the work is told so on the queue; nothing changes.
    "admin:news_queue_claim": post(DESK),
    "admin:news_queue_hand_back": post(DESK),
    "admin:news_queue_assign": lambda language, **_: both(review(language)),
    **{f"admin:news_board{page}": read(DESK) for page in ("", "_csv", "_stories", "_stories_csv")},
    "admin:news_article_release": {"GET": DESK, "POST": PUBLISHERS},
    "admin:news_story_bin": both(FACTS),
    "admin:news_story_restore": post(FACTS),
    # The text in the bin is French.
    "admin:news_text_restore": post(write("fr")),
    "admin:news_exchange_send": both(DESK),
    # What a file holds asks for the right to its language when it is read: see test_exchange.
    "admin:news_exchange_import": both(DESK),
    "admin:news_edition_compare": read(DESK),
    "admin:news_edition_history": read(DESK),
    "admin:news_edition_memory": read(DESK),
    "admin:news_edition_translate": lambda language, **_: both(write(language)),
    "admin:news_edition_translate_at_work": lambda language, **_: post(write(language)),
    "admin:news_edition_checks": lambda language, **_: {"GET": DESK, "POST": write(language)},
    "admin:news_edition_preview": read(DESK),
    "admin:news_edition_previews": lambda language, **_: both(write(language)),
    "admin:news_edition_preview_revoke": lambda language, **_: post(write(language)),
    "admin:news_edition_previews_revoke": lambda language, **_: post(write(language)),
    "admin:news_edition_ready": read(DESK),
    "admin:news_edition_links": lambda language, **_: post(write(language)),
    "admin:news_edition_revision": read(DESK),
    "admin:news_edition_restore": lambda language, **_: both(write(language)),
    "admin:news_edition_act": lambda language, act, **_: both(ACTS[act](language)),
    "admin:news_proposals_find": post(FACTS),
    # Linking is a change of facts, public at once in three languages: it takes the right to each.
    "admin:news_proposal_accept": post(ADMINISTRATORS),
    "admin:news_proposal_dismiss": post(FACTS),
    **rows("icesco_institutionpage", ADMINISTRATORS, NONE, ADMINISTRATORS, NONE),
    "admin:icesco_page_revisions": read(ADMINISTRATORS),
    "admin:icesco_page_revision": read(ADMINISTRATORS),
    "admin:icesco_page_restore": post(ADMINISTRATORS),
    **rows("icesco_presscontact", ADMINISTRATORS, ADMINISTRATORS, ADMINISTRATORS, ADMINISTRATORS),
    **rows("auth_user", ADMINISTRATORS, ADMINISTRATORS, ADMINISTRATORS, NONE),
    "admin:auth_user_password_change": both(ADMINISTRATORS),
    **rows("feedback_rating", ANALYSTS, NONE, NONE, NONE),
    **rows("feedback_exportlog", ANALYSTS, NONE, NONE, NONE),
    "admin:feedback_rating_comments": read(ANALYSTS),
    "admin:feedback_rating_dashboard": read(ANALYSTS),
    "admin:feedback_rating_digest": post(ANALYSTS),
    "admin:feedback_rating_dashboard_csv": read(ANALYSTS),
    "admin:feedback_rating_ratings_csv": read(ANALYSTS),
    "admin:feedback_rating_ratings_zip": read(ANALYSTS),
    "admin:feedback_rating_tokens": both(ANALYSTS),
    # Somebody else's.
    "admin:feedback_rating_token_revoke": post(ADMINISTRATORS),
}

# Routes that ask something else of a request than who sends it: tried by tests of their own.
APART = {
    "admin:autocomplete": "asks for the model in its query: test_autocomplete_shows_rows_to_the_desk_alone",
    "admin:view_on_site": "leads to public pages by the type of a row",
    "set_language": "the language of the interface, for everybody",
    "media": "files of public pages",
}

# Bulk actions of the lists, by model.
ACTIONS = {
    "news.article": {
        "publish_selected": PUBLISHERS,
        "schedule_selected": PUBLISHERS,
        "withdraw_selected": PUBLISHERS,
        "send_selected": DESK,
    },
    "feedback.rating": {"set_apart": ANALYSTS, "count_again": ANALYSTS},
    "news.term": {"delete_selected": KEEPERS},
    "news.tag": {"delete_selected": PUBLISHERS, "merge_selected": PUBLISHERS},
    "people.person": {"delete_selected": ADMINISTRATORS, "mark_as_reviewed": PUBLISHERS},
    "people.place": {"delete_selected": ADMINISTRATORS},
    "icesco.presscontact": {"delete_selected": ADMINISTRATORS},
}

__all__ = ["ACTIONS", "ACTS", "ADMIN", "APART", "EVERYBODY", "LANGUAGES"]
