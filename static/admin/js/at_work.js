"use strict";
/* Tells the server which text is open, shows who else has it open, and keeps what is typed until it is saved:
   a closed browser loses a few seconds at most. The words said come from the page. */
{
  const LOOK_EVERY = 3_000;
  const TELL_EVERY = 30_000;

  // A panel's fields are named with their language, draft_title_ar; those of the translation desk by passage, unit_body.1.
  const words = (panel) =>
    [...panel.querySelectorAll("[name^=draft_]:not(:disabled), [name^=unit_]")]
      .map((field) => [field.name.replace(/^(draft_.+)_[a-z]+$/, "$1"), field.value]);

  const say = (place, sentence) => {
    if (place.textContent !== sentence) place.textContent = sentence;
  };

  const start = (panel) => {
    const place = panel.querySelector("[data-at-work]");
    const kept = place.querySelector("[data-kept]");
    const others = place.querySelector("[data-others]");
    const base = panel.querySelector("[name^=based_on]");
    let known = JSON.stringify(words(panel));
    let toldAt = 0;
    let isSubmitted = false;

    const tell = async (typed, options = {}) => {
      const data = new URLSearchParams(typed);
      data.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
      if (typed.length) data.set("based_on", base.value);
      toldAt = Date.now();
      try {
        const answer = await fetch(place.dataset.atWork, { method: "POST", body: data, redirect: "error", ...options });
        const told = await answer.json();
        if (told.refused) return say(kept, told.refused);
        if (told.kept) say(kept, told.kept);
        say(others, told.others.join(" "));
      } catch {
        if (typed.length) {
          known = "";
          say(kept, place.dataset.trouble);
        }
      }
    };

    const look = (options) => {
      if (isSubmitted || panel.hidden) return;
      const typed = words(panel);
      const now = JSON.stringify(typed);
      if (now !== known) {
        known = now;
        tell(typed, options);
      } else if (Date.now() - toldAt >= TELL_EVERY && !document.hidden) tell([]);
    };

    panel.closest("form").addEventListener("submit", () => { isSubmitted = true; });
    setInterval(look, LOOK_EVERY);
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) look({ keepalive: true });
    });
    look();
  };

  window.addEventListener("load", () => {
    for (const panel of document.querySelectorAll(".language-tab[data-language], [data-desk]")) start(panel);
  });
}
