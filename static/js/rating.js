"use strict";
/* The five-point question: sends in the background and says thanks on the spot; without it the form works as forms do.
   Counts views of the page, of the question, and its use, one short message a page, with nothing about who it is. */
{
  const section = document.querySelector("[data-rating]");
  const start = Date.now();
  let form = section.querySelector("form");
  let shownAt = 0;
  const view = { page: form.elements.page.value, seen: 0, used: 0 };
  const find = (name) => form.querySelector(`[data-${name}]`);

  const nonce = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const prepare = () => {
    const box = form.elements.comment;
    const left = find("left");
    const told = () => {
      left.textContent = left.dataset.left.replace("{count}", (box.maxLength - box.value.length).toLocaleString(document.documentElement.lang));
      left.hidden = !box.value;
    };
    find("hide").hidden = false;
    box.addEventListener("input", told);
    told();
    form.addEventListener("change", () => { view.used = 1; });
    find("hide").addEventListener("click", () => { section.hidden = true; });
    form.addEventListener("submit", send);
  };

  const thank = () => {
    section.classList.add("rating--thanked");
    section.querySelector("#feedback-thanks").focus();
  };

  const show = (html) => {
    const sent = new DOMParser().parseFromString(html, "text/html").querySelector("[data-rating] form");
    if (!sent) throw new Error("no form came back");
    form.replaceWith(sent);
    form = sent;
    prepare();
    form.querySelector("[aria-invalid]").focus();
  };

  const send = async (event) => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form));
    const button = event.submitter;
    body.set("seconds", Math.round((Date.now() - (shownAt || start)) / 1000));
    body.set("nonce", nonce());
    if (button) button.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
      if (answer.type === "opaqueredirect") thank();
      else show(await answer.text());
    } catch {
      const trouble = find("trouble");
      trouble.textContent = trouble.dataset.trouble;
      trouble.hidden = false;
    }
    if (button) button.disabled = false;
  };

  section.querySelector("[data-again]").addEventListener("click", () => {
    section.classList.remove("rating--thanked");
    form.reset();
  });
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    view.seen = 1;
    shownAt = Date.now();
    observer.disconnect();
  }, { threshold: 0.5 }).observe(form.querySelector("fieldset"));
  addEventListener("pagehide", () => {
    navigator.sendBeacon(section.dataset.views, new URLSearchParams(view));
  });
  prepare();
}
