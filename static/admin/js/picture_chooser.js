/* A dialog that offers the newest pictures, with a search; answers with the chosen one's texts and address. */

const element = (name, attributes, ...children) => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

const offer = (picture, choose) => {
  const image = element("img", { src: picture.src, alt: "", loading: "lazy" })
  const name = element("bdi", {}, picture.name)
  const button = element("button", { type: "button", class: "picture-chooser__picture" }, image, name)
  button.addEventListener("click", () => choose(picture))
  return button
}

const load = async (address, words, list, query, choose) => {
  const answer = await fetch(`${address}&q=${encodeURIComponent(query)}`, { headers: { Accept: "application/json" } })
  const { pictures } = await answer.json()
  list.replaceChildren(...pictures.map((picture) => offer(picture, choose)))
  if (!pictures.length) list.append(words.noPictures)
}

/** Asks for a picture: a promise of {id, src, name, alt, caption}, or of null when none was chosen. */
export const choosePicture = (address, words) => new Promise((resolve) => {
  const search = element("input", { type: "search", "aria-label": words.searchPictures, placeholder: words.searchPictures })
  const list = element("div", { class: "picture-chooser__list" })
  const cancel = element("button", { type: "button", class: "button" }, words.cancel)
  const dialog = element("dialog", { class: "picture-chooser", "aria-label": words.choosePicture },
    element("h2", {}, words.choosePicture), search, list, cancel)
  let chosen = null
  const choose = (picture) => { chosen = picture; dialog.close() }
  let waiting
  search.addEventListener("input", () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => load(address, words, list, search.value, choose), 250)
  })
  cancel.addEventListener("click", () => dialog.close())
  dialog.addEventListener("close", () => { dialog.remove(); resolve(chosen) })
  document.body.append(dialog)
  dialog.showModal()
  load(address, words, list, "", choose)
})
