"""Who may sign in to the desk, and in which roles. Only administrators come here."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.languages import listed

from ..roles import ADMINISTRATOR, ROLES, in_order, role_name
from ..sign_in.views import ask_who_is_there

# Factors hold secrets, and allauth's list of addresses is unused: nobody reads or edits them here.
admin.site.unregister([Authenticator, EmailAddress])
# A role is what a migration makes of it: a right is never ticked for one person alone.
admin.site.unregister([get_user_model(), Group])


class RolesField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(Group.objects.all(), required=False, label=gettext_lazy("Roles"), **kwargs)
        # In the order of the roles, which is not that of any column.
        self.choices = lambda: [(group.pk, self.label_from_instance(group)) for group in in_order(Group.objects.all())]

    def label_from_instance(self, group):
        if group.name not in ROLES:
            return role_name(group)
        return format_html('<strong>{}</strong> <span class="help">{}</span>', *ROLES[group.name])


class StaffFields(forms.Form):
    """Roles, and what keeps an administrator from locking themselves out. `user` is set by the admin."""

    user = None
    groups = RolesField()

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk and self.instance.pk == self.user.pk:
            self.refuse_locking_out(cleaned)
        return cleaned

    def refuse_locking_out(self, cleaned):
        was_administrator = self.instance.groups.filter(name=ADMINISTRATOR).exists()
        keeps_it = any(group.name == ADMINISTRATOR for group in cleaned.get("groups", ()))
        if was_administrator and not keeps_it:
            self.add_error("groups", _("You can’t take the role of administrator from yourself: ask another one."))
        if not (cleaned.get("is_active", True) and cleaned.get("is_staff", True)):
            self.add_error(None, _("You can’t lock yourself out: ask another administrator."))


class StaffChangeForm(StaffFields, UserChangeForm):
    pass


class StaffCreationForm(StaffFields, AdminUserCreationForm):
    pass


@admin.register(get_user_model())
class StaffAdmin(UserAdmin):
    """Accounts are closed, never deleted: the history of texts names their owners."""

    form = StaffChangeForm
    add_form = StaffCreationForm
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (gettext_lazy("The person"), {"fields": ["first_name", "last_name", "email"]}),
        (gettext_lazy("What they may do"), {"fields": ["is_active", "is_staff", "groups"]}),
        (gettext_lazy("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "usable_password", "password1", "password2"]}),
        (gettext_lazy("The person"), {"fields": ["first_name", "last_name", "email"]}),
        (gettext_lazy("What they may do"), {"fields": ["is_staff", "groups"]}),
    ]
    readonly_fields = ["last_login", "date_joined"]
    list_display = ["username", "full_name", "email", "roles", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff", "groups"]
    filter_horizontal = []
    actions = None

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        may = self.has_change_permission(request) if object_id else self.has_add_permission(request)
        asking = ask_who_is_there(request) if may else None
        return asking or super().changeform_view(request, object_id, form_url, extra_context)

    def user_change_password(self, request, id, form_url=""):
        asking = ask_who_is_there(request) if self.has_change_permission(request) else None
        return asking or super().user_change_password(request, id, form_url)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return None if db_field.name == "groups" else super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.user = request.user
        return form

    def get_changeform_initial_data(self, request):
        return {"is_staff": True, **super().get_changeform_initial_data(request)}

    def has_change_permission(self, request, obj=None):
        # Who set up the machine is above the roles: an administrator doesn't take over such an account.
        is_above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not is_above

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("name"))
    def full_name(self, user):
        return format_html("<bdi>{}</bdi>", user.get_full_name() or "—")

    @admin.display(description=gettext_lazy("roles"))
    def roles(self, user):
        return listed(role_name(group) for group in in_order(user.groups.all())) or "—"
