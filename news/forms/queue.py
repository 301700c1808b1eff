"""What the pages of the queue are asked: filters, an assignment, and a person's own preferences."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.admin.entity import DayInput
from people.admin.keys import KeyField
from people.admin.tabs import validate_characters
from people.languages import LANGUAGES, language_name

from ..models import DeskPreference, WorkItem
from ..queue.waiting import Wanted

ANY = ("", pgettext_lazy("filter of the queue", "any"))


def language_choices():
    return [(code, language_name(code)) for code in LANGUAGES]


class QueueForm(forms.Form):
    """The filters; all may be left out."""

    whose = forms.ChoiceField(
        label=_("Show"), required=False, choices=[("mine", _("what waits for me")), ("all", _("all that waits"))]
    )
    language = forms.ChoiceField(label=_("Language"), required=False)
    kind = forms.ChoiceField(label=_("Work"), required=False)
    assignee = forms.ChoiceField(
        label=_("Assigned to"),
        required=False,
        choices=[
            ("", pgettext_lazy("assigned to", "anybody or nobody")),
            ("me", pgettext_lazy("assigned to", "me")),
            ("nobody", pgettext_lazy("assigned to", "nobody")),
            ("somebody", pgettext_lazy("assigned to", "somebody")),
        ],
    )
    due = forms.ChoiceField(
        label=_("Due"),
        required=False,
        choices=[ANY, ("overdue", _("overdue")), ("week", _("within a week"))],
    )
    sort = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("oldest", _("longest waiting first")), ("newest", _("newest first")), ("due", _("by due date"))],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [ANY, *language_choices()]
        self.fields["kind"].choices = [ANY, *WorkItem.Kind.choices]

    def wanted(self):
        """What a valid form asks for; what it leaves out is the usual."""
        return Wanted(**{name: value for name, value in self.cleaned_data.items() if value})


class AssignForm(forms.Form):
    """Whom to give the work, till when. `seen` is who had it when the page was read."""

    assignee = KeyField(label=_("Assigned to"), queryset=None)
    due_on = forms.DateField(label=_("Due on"), required=False, widget=DayInput(), help_text=_("May stay empty."))
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=250,
        validators=[validate_characters],
        widget=forms.TextInput(attrs={"class": "vTextField", "dir": "auto"}),
        help_text=_("For the person who does it."),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, item, data=None):
        holder = item.holder()
        initial = {"seen": holder and holder.assignee_id}
        if holder:
            initial |= {"assignee": holder.assignee_id, "due_on": holder.due_on, "note": holder.note}
        super().__init__(data, initial=initial)
        users = get_user_model().objects
        able = users.with_perm(f"news.{item.step}_{item.language}", backend="django.contrib.auth.backends.ModelBackend")
        self.fields["assignee"].queryset = able.filter(is_staff=True).order_by("username")

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on and "due_on" in self.changed_data and due_on < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose today or a later day."))
        return due_on


class PreferenceForm(forms.ModelForm):
    """What one person wants of the desk."""

    class Meta:
        model = DeskPreference
        fields = ["language", "wants_digest"]
