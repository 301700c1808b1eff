/* The editor of a story's body: our few kinds of text, in the language and direction of the content, with
   pictures of our own. The words of buttons and dialogs come from data-words in the interface's language. */
import {
  Blockquote, Bold, BulletList, Caption, Document, Dropcursor, Extension, Figure, Gapcursor, HardBreak, Heading,
  History, Image, Italic, Link, ListItem, Mark, Menu, OrderedList, Paragraph, Subscript, Superscript, Text,
  createTextareaEditor, mergeAttributes, updateAttrsDialog,
} from "django-prose-editor/editor"
import { choosePicture } from "icesco/picture-chooser"

const MENU = [
  { group: "headings" },
  { group: "lists" },
  { group: "nodes -blockType -lists" },
  { group: "marks" },
  { group: "link" },
  { group: "history" },
]
/* What a text says of its own direction and language stays, on blocks and on words. */
const BlockLanguage = Extension.create({
  name: "blockLanguage",
  addGlobalAttributes() {
    const kept = (name) => ({
      default: null,
      parseHTML: (element) => element.getAttribute(name),
      renderHTML: (attributes) => (attributes[name] ? { [name]: attributes[name] } : {}),
    })
    const types = ["paragraph", "heading", "blockquote", "bulletList", "orderedList", "listItem", "caption"]
    return [{ types, attributes: { dir: kept("dir"), lang: kept("lang") } }]
  },
})

const WordLanguage = Mark.create({
  name: "wordLanguage",
  addAttributes: () => ({ tag: { default: "span", rendered: false }, dir: { default: null }, lang: { default: null } }),
  parseHTML: () =>
    ["bdi", "span[lang]", "span[dir]"].map((tag) => ({ tag, getAttrs: (element) => ({
      tag: element.localName, dir: element.getAttribute("dir"), lang: element.getAttribute("lang"),
    }) })),
  renderHTML: ({ mark, HTMLAttributes }) => [mark.attrs.tag === "bdi" ? "bdi" : "span", mergeAttributes(HTMLAttributes), 0],
})

const linkWith = (words) => Link.extend({
  addCommands() {
    return { ...this.parent?.(), addLink: () => ({ editor }) => { askForLink(editor, words); return true } }
  },
})

const askForLink = async (editor, words) => {
  const isLink = editor.isActive("link")
  if (editor.state.selection.empty && !isLink) return
  const ask = updateAttrsDialog(
    { href: { type: "string", format: "text", title: words.linkAddress, required: true } },
    { title: words.link, submitText: isLink ? words.update : words.insert },
  )
  const answer = await ask(editor, editor.getAttributes("link"))
  if (answer) editor.chain().focus().extendMarkRange("link").setLink({ href: answer.href.trim() }).run()
}

const pictureAt = ({ selection }) => {
  if (selection.node?.type.name === "image") return { image: selection.node, at: selection.from }
  for (let depth = selection.$from.depth; depth > 0; depth--) {
    const node = selection.$from.node(depth)
    if (node.type.name === "figure") return { image: node.firstChild, at: selection.$from.start(depth) }
  }
  if (selection.node?.type.name === "figure") return { image: selection.node.firstChild, at: selection.from + 1 }
  return null
}

const figureWith = (words, address) => Figure.extend({
  addAttributes: () => ({}),
  addExtensions: () => [],
  addCommands() {
    const editImage = () => ({ editor, dispatch }) => {
      if (dispatch) setTimeout(() => editPicture(editor, words, address))
      return true
    }
    return { editImage, insertFigure: editImage }
  },
})

const editPicture = async (editor, words, address) => {
  const found = pictureAt(editor.state)
  const picture = found ? { ...found.image.attrs } : await choosePicture(address, words)
  if (!picture) return
  const properties = { alt: { type: "string", title: words.alt, format: "text" } }
  if (!found) properties.caption = { type: "string", title: words.caption, format: "text" }
  const ask = updateAttrsDialog(properties, {
    title: words.editPicture, submitText: found ? words.update : words.insert,
  })
  const answer = await ask(editor, picture)
  if (!answer) return
  const alt = answer.alt.trim()
  if (found) {
    editor.chain().focus().setNodeSelection(found.at).updateAttributes("image", { alt }).run()
    return
  }
  const content = [{ type: "image", attrs: { src: picture.src, alt } }]
  if (answer.caption.trim()) content.push({ type: "caption", content: [{ type: "text", text: answer.caption.trim() }] })
  editor.chain().focus().insertContent({ type: "figure", content }).run()
}

/* What is pasted loses its styles and handlers before the browser reads it: the page's security policy would
   complain of each. Word's say of the language of every few words goes too: it is as often wrong as not. */
const cleanPaste = (html) => {
  const isWord = /urn:schemas-microsoft-com|class=["']?Mso/.test(html)
  const dropped = new RegExp(`\\s(style|on\\w+${isWord ? "|lang" : ""})\\s*=\\s*("[^"]*"|'[^']*'|[^\\s>]+)`, "gi")
  return html
    .replace(/<(style|script|xml)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(dropped, ""))
}

const extensionsFor = (words, address) => [
  Document, Paragraph, Text, HardBreak, Heading.configure({ levels: [2, 3] }), BulletList, OrderedList, ListItem,
  Blockquote, Bold, Italic, Subscript, Superscript, linkWith(words).configure({ enableTarget: false }),
  Image, Caption, figureWith(words, address), BlockLanguage, WordLanguage, History, Dropcursor, Gapcursor,
  Menu.configure({ groups: MENU }),
]

const dressToolbar = (editor, textarea, words) => {
  const toolbar = editor.view.dom.parentElement.querySelector(".prose-menubar")
  toolbar.setAttribute("role", "toolbar")
  toolbar.setAttribute("aria-label", words.toolbar)
  const buttons = [...toolbar.querySelectorAll("button")]
  for (const button of buttons) {
    const label = words[button.dataset.name] || button.title
    button.title = label
    button.setAttribute("aria-label", label)
    // The library writes its icons as words, which are no part of what the button says.
    const icon = document.createElement("span")
    icon.setAttribute("aria-hidden", "true")
    icon.append(...button.childNodes)
    button.append(icon)
  }
  const tell = () => {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.classList.contains("active")))
      button.setAttribute("aria-disabled", String(button.classList.contains("disabled")))
    }
  }
  editor.on("transaction", () => requestAnimationFrame(tell))
  tell()
}

const start = (textarea) => {
  const words = JSON.parse(textarea.dataset.words)
  const label = textarea.labels[0]
  const editor = createTextareaEditor(textarea, extensionsFor(words, textarea.dataset.pictures))
  editor.setOptions({ editorProps: { transformPastedHTML: cleanPaste, attributes: {
    lang: textarea.lang, dir: textarea.dir, role: "textbox", "aria-multiline": "true",
    "aria-label": textarea.dataset.name || label?.textContent.trim() || "",
  } } })
  editor.on("create", () => dressToolbar(editor, textarea, words))
  const focus = () => editor.commands.focus()
  label?.addEventListener("click", focus)
  document.addEventListener("click", (event) => {
    if (event.target.closest(`a[href="#${textarea.id}"]`)) setTimeout(focus)
  })
}

for (const textarea of document.querySelectorAll("[data-body-editor]")) start(textarea)
