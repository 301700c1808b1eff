"use strict";
/* Shows the button beside a field that holds what is to be copied, and copies it. */
for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  const status = button.parentElement.querySelector("[data-copied]");
  const copySelected = () => {
    field.select();
    return document.execCommand("copy");
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    // Browsers offer the clipboard on secure addresses only.
    const isCopied = await navigator.clipboard?.writeText(field.value).then(() => true, copySelected) ?? copySelected();
    if (isCopied) status.textContent = status.dataset.copied;
  });
}
