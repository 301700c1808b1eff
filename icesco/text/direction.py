"""Which way a language is written."""

RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "syrc", "thaa"})


def direction(language):
    """Return "rtl" or "ltr" for a language tag such as "ar", "ar-MA" or "ar-Latn"; a script in the tag decides."""
    main, *subtags = language.replace("_", "-").lower().split("-")
    scripts = [subtag for subtag in subtags if len(subtag) == 4 and subtag.isalpha()]
    is_right_to_left = scripts[0] in RIGHT_TO_LEFT_SCRIPTS if scripts else main in RIGHT_TO_LEFT_LANGUAGES
    return "rtl" if is_right_to_left else "ltr"
