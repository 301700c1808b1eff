"use strict";
/* Shows the buttons of news/_share.html: copy the address, print. */
{
  const find = (name) => document.querySelector(`.share [data-${name}]`);
  const copy = find("copy");
  const print = find("print");
  const status = find("copied");

  const copySelected = () => {
    getSelection().selectAllChildren(find("address"));
    return document.execCommand("copy");
  };

  copy.hidden = print.hidden = false;
  print.addEventListener("click", () => window.print());
  copy.addEventListener("click", async () => {
    status.textContent = "";
    // Browsers offer the clipboard on secure addresses only.
    const isCopied = await navigator.clipboard?.writeText(copy.dataset.copy).then(() => true, copySelected) ?? copySelected();
    status.textContent = isCopied ? status.dataset.copied : status.dataset.selected;
  });
}
