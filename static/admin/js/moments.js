"use strict";
/* Beside a time in Rabat, the same instant in the time zone of whoever reads it, where that differs. */
document.addEventListener("DOMContentLoaded", () => {
  const language = document.documentElement.lang || "en";
  const said = (instant, style) => new Intl.DateTimeFormat(`${language}-u-nu-latn`, style).format(instant);
  const STYLE = {
    day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  };
  const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  const ownOffset = (instant) => -instant.getTimezoneOffset();
  const words = (sentence, instant) => {
    const at = `${said(instant, STYLE)}${zone() ? ` · ${zone()}` : ""}`;
    const [before, after = ""] = sentence.split("{at}");
    const time = document.createElement("bdi");
    time.textContent = at;
    return [before, time, after];
  };

  for (const time of document.querySelectorAll("time[data-rabat-offset]")) {
    const instant = new Date(time.dateTime);
    if (ownOffset(instant) === Number(time.dataset.rabatOffset)) continue;
    const own = document.createElement("span");
    own.className = "own-time";
    own.append(...words(time.dataset.own, instant));
    time.after(" ", own);
  }

  /* The instant that a time on Rabat's clocks names; null where they show it twice or never. */
  const instantOf = (value, offsets) => {
    const clock = Date.parse(`${value}Z`) / 1000;
    const found = offsets.filter(([since, offset], index) => {
      const instant = clock - offset * 60;
      return instant >= since && (index + 1 === offsets.length || instant < offsets[index + 1][0]);
    });
    return found.length === 1 ? { date: new Date((clock - found[0][1] * 60) * 1000), offset: found[0][1] } : null;
  };

  for (const input of document.querySelectorAll("input[data-rabat-offsets]")) {
    const offsets = JSON.parse(input.dataset.rabatOffsets);
    const hint = document.createElement("div");
    hint.className = "help own-time";
    hint.setAttribute("role", "status");
    input.parentElement.append(hint);
    const tell = () => {
      const moment = input.value ? instantOf(input.value, offsets) : null;
      hint.replaceChildren();
      if (moment && ownOffset(moment.date) !== moment.offset) hint.append(...words(input.dataset.own, moment.date));
    };
    input.addEventListener("input", tell);
    tell();
  }
});
