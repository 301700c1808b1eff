"""Django's LOGGING: everything to the standard error stream, in lines of one form."""

FORMS = {"json": "JsonLines", "text": "TextLines"}


def logging_in(form):
    """The setting LOGGING for a form of FORMS."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": f"icesco.watching.lines.{FORMS[form]}"}},
        "filters": {"not_told_yet": {"()": "icesco.watching.lines.NotToldYet"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            # A missing page is no warning, and still a line.
            "icesco.watching": {"level": "INFO"},
            "icesco.sign_in": {"level": "INFO"},
            "django.request": {"filters": ["not_told_yet"]},
            # Of the application server, which would write in a form of its own.
            "_granian": {"level": "WARNING"},
        },
    }
