"""An export as one download, streamed, and noted in the log when it has gone out: one file, or all its months."""

from django import forms
from django.http import StreamingHttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..models import ExportLog
from .archive import archive_blocks
from .dialects import EXCEL, PARQUET, RAW
from .files import file_blocks
from .parquet import is_installed
from .parts import digest_of
from .request import MASKED, WHOLE, Export, settled_moment
from .tally import RowTally, Tally

FILES = {
    EXCEL: _("For spreadsheets (CSV)"),
    RAW: _("For programs, values untouched (CSV)"),
    PARQUET: _("For programs, with types (Parquet)"),
}
TYPES = {PARQUET: "application/vnd.apache.parquet"}


class DownloadForm(forms.Form):
    """What the address of a download asks for besides the dashboard's filters."""

    dialect = forms.ChoiceField(label=_("File"), required=False)
    comments = forms.ChoiceField(
        label=_("Comments"),
        choices=[
            ("", pgettext_lazy("comments", "Left out")),
            (MASKED, _("Personal data masked")),
            (WHOLE, _("As they were written: they may name people")),
        ],
        required=False,
    )

    def __init__(self, data=None):
        super().__init__(data)
        known = FILES if is_installed() else {name: FILES[name] for name in (EXCEL, RAW)}
        self.fields["dialect"].choices = list(known.items())

    def export(self, filters):
        """The Export of a valid form, as of now, that is of the newest moment that is over."""
        return Export(filters, settled_moment(), self.cleaned_data["dialect"] or EXCEL, self.cleaned_data["comments"])


def download(export, user):
    """The answer that sends `export` as one file, as it is read."""
    return sent(logged(export, user), export, export.suffix, TYPES.get(export.dialect, "text/csv; charset=utf-8"))


def download_parts(export, user):
    """The answer that sends the months of `export` with their manifest in one archive, as they are read."""
    return sent(logged_parts(export, user), export, "zip", "application/zip")


def sent(blocks, export, suffix, content_type):
    filters = export.filters
    response = StreamingHttpResponse(blocks, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="ratings-{filters.start}-{filters.end}.{suffix}"'
    response["Cache-Control"] = "no-store"
    return response


def logged(export, user):
    rows, tally = RowTally(), Tally()
    yield from tally.through(file_blocks(export, export.months(), rows))
    ExportLog.objects.create(by=user, request=export.described(), rows=rows.number, sha256=tally.sha256)


def logged_parts(export, user):
    parts = []
    yield from archive_blocks(export, parts)
    rows = sum(part["rows"] for part in parts)
    ExportLog.objects.create(by=user, request=export.described(), rows=rows, sha256=digest_of(parts))
