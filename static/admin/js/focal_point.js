"use strict";
/* The focal point of a picture: a click on the preview, or a handle that the arrow keys move. The two number
   fields say the same and are what is sent; without this script they are all there is. */
{
  const STEP = 1;
  const LONG_STEP = 10;
  const clamp = (value) => Math.min(100, Math.max(0, Math.round(value)));

  const start = (image, fields) => {
    const frame = document.createElement("span");
    frame.className = "focal";
    image.replaceWith(frame);
    const handle = document.createElement("button");
    handle.type = "button";
    handle.className = "focal__handle";
    handle.setAttribute("aria-label", image.dataset.handle);
    handle.setAttribute("aria-describedby", "focal-help");
    const help = document.createElement("span");
    help.id = "focal-help";
    help.className = "help focal__help";
    help.textContent = image.dataset.help;
    frame.append(image, handle);
    frame.after(help);

    const read = () => fields.map((field) => clamp(Number(field.value) || 0));
    const show = () => {
      const [x, y] = read();
      // Pictures aren't mirrored: left is left in every language.
      handle.style.left = `${x}%`;
      handle.style.top = `${y}%`;
      handle.title = `${x} %, ${y} %`;
    };
    const set = (values) => {
      fields.forEach((field, index) => {
        field.value = clamp(values[index]);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
    };
    const setAt = (event) => {
      const box = image.getBoundingClientRect();
      set([((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100]);
    };

    fields.forEach((field) => field.addEventListener("input", show));
    image.addEventListener("click", setAt);
    handle.addEventListener("pointerdown", (event) => handle.setPointerCapture(event.pointerId));
    handle.addEventListener("pointermove", (event) => {
      if (handle.hasPointerCapture(event.pointerId)) setAt(event);
    });
    handle.addEventListener("keydown", (event) => {
      const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
      const move = moves[event.key];
      if (!move) return;
      event.preventDefault();
      const step = event.shiftKey ? LONG_STEP : STEP;
      set(read().map((value, index) => value + move[index] * step));
    });
    show();
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const image of document.querySelectorAll("img[data-focal-x]")) {
      const fields = [image.dataset.focalX, image.dataset.focalY].map((id) => document.getElementById(id));
      if (fields.every(Boolean)) start(image, fields);
    }
  });
}
