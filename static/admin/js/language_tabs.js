"use strict";
/* Makes tabs of neighbouring .language-tab sections, each headed by an h2. Without this script they stand one
   below the other. Keys as in the ARIA tabs pattern; the arrows follow the page's direction. */
{
  const remembered = "icesco-language-tab";

  const language = (panel) =>
    [...(panel.querySelector(".language-tab") || panel).classList].find((name) => name.startsWith("language-tab-")).slice("language-tab-".length);

  const groups = () => {
    const found = new Map();
    for (const panel of document.querySelectorAll(".language-tab")) {
      const siblings = found.get(panel.parentElement) || [];
      found.set(panel.parentElement, [...siblings, panel]);
    }
    return found.values();
  };

  /* What becomes the tab's panel: a fieldset may not take that role, so it gets a box around it. */
  const boxed = (section) => {
    if (section.localName !== "fieldset") return section;
    const box = document.createElement("div");
    section.replaceWith(box);
    box.append(section);
    return box;
  };

  const makeTab = (panel, list) => {
    const heading = panel.querySelector("h2");
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `tab-${language(panel)}`;
    tab.className = "language-tabs__tab";
    tab.append(...[...heading.childNodes].map((node) => node.cloneNode(true)));
    tab.setAttribute("role", "tab");
    if (panel.querySelector(".errorlist")) tab.classList.add("language-tabs__tab--wrong");
    heading.hidden = true;
    panel.id = panel.id || `panel-${language(panel)}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    tab.setAttribute("aria-controls", panel.id);
    list.append(tab);
    return tab;
  };

  const select = (tabs, panels, chosen) => {
    tabs.forEach((tab, index) => {
      tab.setAttribute("aria-selected", String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
      panels[index].hidden = index !== chosen;
    });
    sessionStorage.setItem(remembered, language(panels[chosen]));
  };

  const first = (panels) => {
    const wanted = [location.hash.slice(1), sessionStorage.getItem(remembered)];
    const indexes = [
      panels.findIndex((panel) => panel.querySelector(".errorlist")),
      panels.findIndex((panel) => language(panel) === wanted[0]),
      panels.findIndex((panel) => wanted[0] && panel.querySelector(`#${CSS.escape(wanted[0])}`)),
      panels.findIndex((panel) => language(panel) === wanted[1]),
      panels.findIndex((panel) => "first" in panel.dataset),
    ];
    return Math.max(0, indexes.find((index) => index >= 0) ?? 0);
  };

  const step = (key, index, count) => {
    const forward = getComputedStyle(document.documentElement).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    return { [forward]: (index + 1) % count, [backward]: (index + count - 1) % count, Home: 0, End: count - 1 }[key];
  };

  const start = (sections) => {
    const panels = sections.map(boxed);
    const list = document.createElement("div");
    list.className = "language-tabs";
    list.setAttribute("role", "tablist");
    panels[0].before(list);
    const tabs = panels.map((panel) => makeTab(panel, list));
    tabs.forEach((tab, index) => tab.addEventListener("click", () => select(tabs, panels, index)));
    list.addEventListener("keydown", (event) => {
      const next = step(event.key, tabs.indexOf(event.target.closest("[role=tab]")), tabs.length);
      if (next === undefined) return;
      event.preventDefault();
      select(tabs, panels, next);
      tabs[next].focus();
    });
    // A link to a field, such as one that mends what blocks a publication, opens the tab it is in.
    document.addEventListener("click", (event) => {
      const link = event.target.closest('a[href^="#"]');
      const target = link && document.getElementById(link.hash.slice(1));
      const index = target ? panels.findIndex((panel) => panel.contains(target)) : -1;
      if (index >= 0) select(tabs, panels, index);
    });
    select(tabs, panels, first(panels));
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const panels of groups()) start(panels);
  });
}
