import * as Turbo from "./turbo.es2017-esm.js"
import { Controller } from "./stimulus.js"

const PAUSE = 250

/**
 * Narrows as soon as something is chosen, and while a search is typed; the address tells what is
 * seen. What is typed is not taken away by the page that comes.
 */
export default class extends Controller {
  connect() {
    this.kept = (event) => {
      if (event.target === document.activeElement && isSearch(event.target)) event.preventDefault()
    }
    document.addEventListener("turbo:before-morph-element", this.kept)
  }

  disconnect() {
    clearTimeout(this.timer)
    document.removeEventListener("turbo:before-morph-element", this.kept)
  }

  changed(event) {
    clearTimeout(this.timer)
    if (isSearch(event.target)) this.narrow()
    else this.element.requestSubmit()
  }

  typed(event) {
    if (!isSearch(event.target) || event.isComposing) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.narrow(), PAUSE)
  }

  /** In the place of what is seen: a way back for every letter would be none. */
  narrow() {
    const address = new URL(this.element.action)
    address.search = new URLSearchParams(new FormData(this.element))
    if (address.href !== location.href) Turbo.visit(address.href, { action: "replace", shouldCacheSnapshot: false })
  }

  /** What is not chosen is not in the address. */
  compact({ formData }) {
    for (const field of this.element.elements) if (field.name && field.value === (field.dataset.everything ?? "")) formData.delete(field.name)
  }
}

function isSearch(element) {
  return element.matches && element.matches(".filters input[type=search]")
}
