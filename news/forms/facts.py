"""Facts of a story with rows of their own, such as people and pictures: public at once where the story is."""

from django import forms
from django.utils.translation import gettext as _

from people.languages import LANGUAGES, about, column, language_name

from ..models import Edition, Publication, ReleasePart


def lacks_right(user, edition):
    """The sentence that refuses a change of public facts, or ''."""
    if user.has_perm(f"news.publish_{edition.language}"):
        return ""
    return _(
        "The facts are public at once in %(language)s, and you may not publish in that language. "
        "Nothing was saved: what you typed is still here."
    ) % {"language": language_name(edition.language)}


class FactFormSet(forms.BaseInlineFormSet):
    """Rows that are facts of a story. `user` is set by the admin."""

    user = None

    def clean(self):
        super().clean()
        if not self.has_changed() or self.instance._state.adding:
            return
        for edition in Edition.objects.live().filter(article=self.instance):
            if message := lacks_right(self.user, edition):
                raise forms.ValidationError(message)
        if not any(self.errors):
            self.check_facts()

    def check_facts(self):
        """What else a kind of fact asks for; called with sound forms only. Raises ValidationError or adds errors."""

    def kept(self):
        """The forms of rows that there will be after saving."""
        forms_shown = [form for form in self.forms if form.has_changed() or form.instance.pk]
        return [form for form in forms_shown if not (self.can_delete and self._should_delete_form(form))]


class AppearanceFormSet(FactFormSet):
    """The people of a story."""

    def check_facts(self):
        """A person whom somebody else put into the story since the form was opened can't be added again."""
        forms_shown = [form for form in self.forms if form.cleaned_data.get("person")]
        known = [form.instance.pk for form in forms_shown if form.instance.pk]
        added = [form.cleaned_data["person"] for form in forms_shown if not form.instance.pk]
        if self.instance.appearances.exclude(pk__in=known).filter(person__in=added).exists():
            raise forms.ValidationError(self.get_unique_error_message(("person",)))


class DescribedForm(forms.ModelForm):
    """A use of a picture: a picture that is newly chosen brings its texts along, where none were typed."""

    def clean(self):
        cleaned = super().clean()
        picture = cleaned.get(self.picture_field)
        if picture and (self.picture_field in self.changed_data or not self.instance.pk):
            for field in self._meta.model.prefilled:
                for name in (column(field, language) for language in LANGUAGES):
                    cleaned[name] = cleaned.get(name) or getattr(picture, name)
        return cleaned

    def lacks(self, language):
        """{name of a field: what is to be said there} of the words missing in `language` before it can be public."""
        if self.cleaned_data.get(column("alt", language)) or self.cleaned_data[self.picture_field].is_decorative:
            return {}
        return {column("alt", language): _("The picture has no alt text in this language.")}


class GalleryForm(DescribedForm):
    picture_field = "picture"


class VideoForm(DescribedForm):
    picture_field = "poster"

    def lacks(self, language):
        found = super().lacks(language)
        if not self.cleaned_data.get(column("title", language)):
            found[column("title", language)] = _("The video has no title in this language.")
        return found


class DescribedFormSet(FactFormSet):
    """Pictures with words per language: where the story is public, or will be, no word may be missing."""

    def check_facts(self):
        for language in public_languages(self.instance):
            for form in self.kept():
                if form.has_changed():
                    for name, sentence in form.lacks(language).items():
                        form.add_error(name, about(language_name(language), sentence))


def public_languages(article):
    """The languages in which a text of `article` is public or ordered to be: a list of codes."""
    live = Edition.objects.live().filter(article=article).values_list("language", flat=True)
    ordered = Publication.objects.pending().filter(edition__article=article).values_list("edition__language", flat=True)
    released = ReleasePart.objects.scheduled().filter(release__article=article).values_list("language", flat=True)
    found = {*live, *ordered, *released}
    return [language for language in LANGUAGES if language in found]


__all__ = ["AppearanceFormSet", "DescribedFormSet", "FactFormSet", "GalleryForm", "VideoForm"]
