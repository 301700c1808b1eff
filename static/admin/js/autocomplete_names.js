"use strict";
/* Shows, under each name that an autocomplete finds, the names in the other languages; and gives the boxes
   themselves the names that their labels say. */
{
  /* What js/new_tags.js offers to create: a sentence with the label in it, in the label's own direction. */
  const offered = (result) => {
    const line = document.createElement("span");
    const [before, after] = result.offer.split("{label}");
    const label = document.createElement("bdi");
    label.lang = result.language;
    label.textContent = result.text;
    line.append(before, label, after);
    return window.django.jQuery(line);
  };

  const show = (result) => {
    if (result.offer) return offered(result);
    if (!result.others || !result.others.length) return result.text;
    const line = document.createElement("span");
    const name = document.createElement("bdi");
    name.textContent = result.text;
    line.append(name);
    for (const other of result.others) {
      const small = document.createElement("bdi");
      small.className = "other-name";
      small.textContent = other;
      line.append(" ", small);
    }
    return window.django.jQuery(line);
  };

  const nameBoxes = () => {
    for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
      const label = select.labels && select.labels[0];
      const box = select.nextElementSibling;
      if (!label || !box || !box.classList.contains("select2-container")) continue;
      label.id = label.id || `${select.id}_label`;
      for (const part of box.querySelectorAll("[role=combobox], [role=textbox], .select2-search__field")) {
        const value = part.querySelector("[role=textbox]");
        part.setAttribute("aria-labelledby", value ? `${label.id} ${value.id}` : label.id);
      }
    }
  };

  const jQuery = window.django && window.django.jQuery;
  if (jQuery && jQuery.fn.select2) {
    jQuery.fn.select2.defaults.set("templateResult", show);
    jQuery(nameBoxes);
    document.addEventListener("formset:added", () => setTimeout(nameBoxes));
  }
}
