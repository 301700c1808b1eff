"""An export as one download: its months after each other, streamed, and noted in the log when it has gone out."""

from django import forms
from django.http import StreamingHttpResponse

from ..models import ExportLog
from .copying import blocks
from .dialects import DIALECTS, EXCEL
from .parts import Tally
from .request import MASKED, WHOLE, Export, settled_moment


class DownloadForm(forms.Form):
    """What the address of a download asks for besides the dashboard's filters."""

    dialect = forms.ChoiceField(choices=[(name, name) for name in DIALECTS], required=False)
    comments = forms.ChoiceField(choices=[(name, name) for name in ("", MASKED, WHOLE)], required=False)

    def export(self, filters):
        """The Export of a valid form, as of now, that is of the newest moment that is over."""
        return Export(filters, settled_moment(), self.cleaned_data["dialect"] or EXCEL, self.cleaned_data["comments"])


def download(export, user):
    """The answer that sends `export` as it is read."""
    filters = export.filters
    response = StreamingHttpResponse(logged(export, user), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="ratings-{filters.start}-{filters.end}.csv"'
    response["Cache-Control"] = "no-store"
    return response


def logged(export, user):
    tally = Tally()
    yield from tally.through(one_file(export))
    ExportLog.objects.create(by=user, request=export.described(), rows=tally.rows, sha256=tally.sha256)


def one_file(export):
    """The bytes of all months in one file: the line of names once."""
    for number, (first, last) in enumerate(export.months()):
        yield from blocks(export, first, last) if number == 0 else without_names(blocks(export, first, last))


def without_names(parts):
    """`parts`, blocks of a CSV file, without its first line."""
    is_past = False
    for block in parts:
        if is_past:
            yield block
        elif b"\n" in block:
            is_past = True
            yield block.partition(b"\n")[2]
