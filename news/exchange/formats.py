"""The formats by name; the Translate Toolkit is imported when one of them is asked for, not before."""

from importlib import import_module

# name: (module, class, what people call it)
FORMATS = {
    "xliff1": ("xliff", "Xliff1", "XLIFF 1.2"),
    "xliff2": ("xliff", "Xliff2", "XLIFF 2.0"),
    "omegat": ("xliff", "Xliff1ForOmegaT", "XLIFF 1.2 for OmegaT 3"),
    "po": ("po", "Po", "PO (gettext)"),
}
CHOICES = [(name, label) for name, (_module, _class, label) in FORMATS.items()]


def format_named(name):
    """The format, an object with write() and read(). Raises ImportError without the toolkit, KeyError on others."""
    module, made, _label = FORMATS[name]
    return getattr(import_module(f".{module}", __package__), made)()
