"use strict";
/* Beside a time in Rabat, the same instant in the time zone of whoever reads it, where that differs. */
document.addEventListener("DOMContentLoaded", () => {
  const comma = document.documentElement.lang === "ar" ? "، " : ", ";
  const two = (number) => String(number).padStart(2, "0");
  const dayOf = (date) => `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
  const clockOf = (date) => `${two(date.getHours())}:${two(date.getMinutes())}`;
  const ownOffset = (date) => -date.getTimezoneOffset();
  /* What Rabat's calendar says, in the day and month of a Date in UTC. */
  const inRabat = (date, offset) => new Date(date.getTime() + offset * 60000);
  const isSameDay = (date, offset) => date.getDate() === inRabat(date, offset).getUTCDate();
  /* `sentence` with the instant in place of {at}: of the same day as in Rabat, the clock alone. */
  const words = (sentence, date, offset, zone = "") => {
    const [before, after = ""] = sentence.split("{at}");
    const time = document.createElement("bdi");
    time.textContent = isSameDay(date, offset) ? clockOf(date) : dayOf(date) + comma + clockOf(date);
    const place = document.createElement("bdi");
    place.textContent = zone;
    return [before, time, ...(zone ? [" · ", place] : []), after];
  };

  for (const time of document.querySelectorAll("time[data-rabat-offset]")) {
    const date = new Date(time.dateTime);
    const offset = Number(time.dataset.rabatOffset);
    if (ownOffset(date) === offset) continue;
    const own = document.createElement("span");
    own.className = "own-time";
    own.append(...words(time.dataset.own, date, offset));
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

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  for (const input of document.querySelectorAll("input[data-rabat-offsets]")) {
    const offsets = JSON.parse(input.dataset.rabatOffsets);
    const hint = document.createElement("div");
    hint.className = "help own-time";
    hint.setAttribute("role", "status");
    input.parentElement.append(hint);
    const tell = () => {
      const moment = input.value ? instantOf(input.value, offsets) : null;
      hint.replaceChildren();
      if (!moment || ownOffset(moment.date) === moment.offset) return;
      hint.append(...words(input.dataset.own, moment.date, moment.offset, zone));
    };
    input.addEventListener("input", tell);
    tell();
  }
});
