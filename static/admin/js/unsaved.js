"use strict";
/* Asks before leaving a form whose text was changed and not saved. The question's words are the browser's own. */
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("#content-main form[id$=_form]");
  if (!form) return;
  // A form that came back with errors holds what was typed and not yet saved.
  let changed = Boolean(document.querySelector(".errornote"));
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("change", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
});
