"use strict";
/* The translation desk: fields grow with their words, buttons put in names, marks and earlier translations. */
{
  const fields = [...document.querySelectorAll("[name^=unit_]")];

  const grow = (field) => {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  };

  const tell = () => {
    const words = document.querySelector("[data-progress-words]");
    const sourced = fields.filter((field) => !field.closest("[data-passage]").querySelector(".passage__none"));
    const done = sourced.filter((field) => field.value.trim()).length;
    document.querySelector("[data-progress]").value = done;
    words.textContent = words.dataset.progressWords.replace("{done}", done).replace("{count}", sourced.length);
  };

  /* Puts words where the cursor is, or a pair of marks around what is selected, as if they had been typed. */
  const putIn = (field, opening, closing = "") => {
    const selected = field.value.slice(field.selectionStart, field.selectionEnd);
    const words = closing ? `${opening}${selected}${closing}` : opening;
    const start = field.selectionStart;
    field.focus();
    // Only this keeps the browser's own undo.
    if (!document.execCommand("insertText", false, words)) {
      field.setRangeText(words, start, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (closing && !selected) field.setSelectionRange(start + opening.length, start + opening.length);
  };

  for (const field of fields) {
    // Until it was touched, words go to its end.
    field.setSelectionRange(field.value.length, field.value.length);
    grow(field);
    field.addEventListener("input", () => { grow(field); tell(); });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const next = fields[fields.indexOf(field) + 1];
      next?.focus();
      next?.scrollIntoView({ block: "center" });
    });
  }
  window.addEventListener("resize", () => fields.forEach(grow));

  for (const button of document.querySelectorAll("[data-insert]")) {
    button.hidden = false;
    const field = document.getElementById(button.dataset.insertInto);
    button.addEventListener("click", () => putIn(field, button.dataset.insert, button.dataset.insertEnd));
  }
}
