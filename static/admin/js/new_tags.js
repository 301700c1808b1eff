"use strict";
/* Offers, in the autocomplete of a story's tags, to create what was typed: once per language, the likeliest first.
   The choice is a value like "new:ar:المدن"; a tag is made of it when the story is saved, and not before. Without
   this script a text field does the same. */
{
  const jQuery = window.django && window.django.jQuery;
  const MOST_LETTERS = 80;
  const ARABIC = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/;
  const LETTER = /\p{Letter}/u;

  /* A label in Arabic letters is Arabic, others are not; apart from that the story's source language comes first. */
  const likeliest = (offers, label) => {
    const source = document.getElementById("id_source_language");
    const doubt = ({ language }) => {
      const isOtherScript = LETTER.test(label) && ARABIC.test(label) !== (language === "ar");
      return (isOtherScript ? 2 : 0) + (source && source.value !== language ? 1 : 0);
    };
    return [...offers].sort((one, other) => doubt(one) - doubt(other));
  };

  const offersFor = (select, label) =>
    likeliest(JSON.parse(select.dataset.newTags), label).map(({ language, sentence }) => ({
      id: `new:${language}:${label}`,
      text: label,
      offer: sentence,
      language,
    }));

  /* select2 calls these two with its data adapter as `this`, for boxes that take new tags only. */
  function createTag(params) {
    const label = (params.term || "").trim().replace(/\s+/g, " ");
    return label && label.length <= MOST_LETTERS ? offersFor(this.$element[0], label)[0] : null;
  }

  function insertTag(found, tag) {
    if (!found.some((result) => result.is_same)) found.push(...offersFor(this.$element[0], tag.text));
  }

  const hideTheTextField = () => {
    const field = document.getElementById("id_new_tags");
    const row = field && field.closest(".form-row");
    if (row && !field.value && !row.querySelector(".errorlist")) row.hidden = true;
  };

  if (jQuery && jQuery.fn.select2) {
    jQuery.fn.select2.defaults.set("createTag", createTag);
    jQuery.fn.select2.defaults.set("insertTag", insertTag);
    jQuery(hideTheTextField);
  }
}
