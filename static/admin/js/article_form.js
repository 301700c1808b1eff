"use strict";
/* On a new story, the language chosen as the source is the original and the others follow it. */
document.addEventListener("DOMContentLoaded", () => {
  const source = document.getElementById("id_source_language");
  const panels = [...document.querySelectorAll(".language-tab[data-language]")];
  if (!source || panels.some((panel) => panel.querySelector('[name^="based_on_"]').value)) return;
  source.addEventListener("change", () => {
    for (const { dataset } of panels) {
      const origin = document.getElementById(`id_origin_${dataset.language}`);
      const follows = document.getElementById(`id_follows_${dataset.language}`);
      const isSource = dataset.language === source.value;
      if (isSource) origin.value = "original";
      else if (origin.value === "original") origin.value = "";
      follows.value = isSource ? "" : `now:${source.value}`;
    }
    document.getElementById(`tab-${source.value}`).click();
  });
});
