import * as Turbo from "./turbo.es2017-esm.js"
import { Controller } from "./stimulus.js"

/** What all pages have: the dialog that forms open in, the keys, and the way back to where one was. */
export default class extends Controller {
  static targets = ["dialog", "panel", "keys", "find", "search", "step", "motion", "move", "create"]

  connect() {
    this.ended = (event) => this.submitted(event)
    document.addEventListener("turbo:submit-end", this.ended)
    this.element.dataset.ready = ""
  }

  disconnect() {
    document.removeEventListener("turbo:submit-end", this.ended)
  }

  /** A form, or a gate, has come into the dialog. */
  opened(event) {
    if (!this.hasPanelTarget || event.target !== this.panelTarget || !this.panelTarget.childElementCount) return
    if (!this.dialogTarget.open) {
      this.opener = document.activeElement
      this.dialogTarget.showModal()
    }
    const first = ["[aria-invalid]", "input:not([type=hidden]), select, textarea", "button, a[href]"]
      .map((kind) => this.panelTarget.querySelector(kind))
      .find((found) => found)
    if (first) first.focus()
  }

  close(event) {
    this.leave(event)
    if (!event.defaultPrevented) this.dialogTarget.close()
  }

  /** What was typed is not thrown away by one key. */
  leave(event) {
    const refused = this.panelTarget.querySelector("[aria-invalid], .wrong") // what was typed is what its fields begin with
    const typed = [...this.panelTarget.querySelectorAll("input:not([type=hidden]):not([type=checkbox]), textarea")]
      .some((field) => field.value !== (refused ? "" : field.defaultValue))
    if (typed && !window.confirm("Leave what you typed?")) event.preventDefault()
  }

  closed() {
    this.stop()
    if (this.opener && this.opener.isConnected) this.opener.focus()
  }

  /**
   * What was recorded leads on: to another form in the dialog, or to a page, which shows it. The
   * answer is that page; to ask for it anew would lose what it says once.
   */
  async submitted(event) {
    if (!event.target.closest("#panel") && event.target.dataset.turboFrame !== "panel") return
    const answer = event.detail.fetchResponse
    if (!event.detail.success || !answer || !answer.redirected) return
    if (/\/(move|record\/[a-z-]+)$/.test(answer.location.pathname)) return
    const responseHTML = await answer.responseHTML
    if (this.hasDialogTarget && this.dialogTarget.open) this.dialogTarget.close()
    document.addEventListener("turbo:load", settle, { once: true })
    Turbo.visit(answer.location.href, {
      action: answer.location.href === location.href ? "replace" : "advance",
      response: { statusCode: answer.statusCode, redirected: answer.redirected, responseHTML },
    })
  }

  /** The answer is no part of this page: it is one of its own, as when somebody has been signed out. */
  missing(event) {
    event.preventDefault()
    event.detail.visit(event.detail.response.url)
  }

  key(event) {
    if (event.defaultPrevented) return
    if ((event.ctrlKey || event.metaKey) && event.key === "k") return this.find(event)
    if (event.key === "Escape" && this.isLoading()) return this.stop()
    if (typing(event.target)) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === "?") {
      event.preventDefault()
      if (!this.keysTarget.open) this.keysTarget.showModal()
    }
    if (document.querySelector("dialog[open]")) return
    if (this.going) {
      const path = { b: "/board", a: "/alerts", s: "/steps", t: "/ghost-towns", p: "/program" }[event.key]
      this.going = false
      if (path) {
        event.preventDefault()
        event.stopImmediatePropagation()
        return Turbo.visit(path)
      }
    }
    if (event.key === "g") this.going = true
    if (event.key === "/") return this.hasSearchTarget ? this.go(event, this.searchTarget) : this.find(event)
    const pressed = { s: "step", t: "motion", m: "move", c: "create" }[event.key]
    if (pressed && this[`has${pressed[0].toUpperCase()}${pressed.slice(1)}Target`]) {
      event.preventDefault()
      this[`${pressed}Target`].click()
    }
  }

  /** One search for all pages; what is open already stays where it is. */
  find(event) {
    event.preventDefault()
    if (!this.hasFindTarget || document.querySelector("dialog[open]")) return
    this.findTarget.showModal()
    this.findTarget.querySelector("input").select()
  }

  found(event) {
    if (event.submitter && event.submitter.formMethod === "dialog") return
    this.findTarget.close()
  }

  isLoading() {
    return this.hasPanelTarget && !this.dialogTarget.open && this.panelTarget.hasAttribute("busy")
  }

  /** A form that is on its way is not waited for any more: it comes into a frame that nobody sees. */
  stop() {
    const empty = document.createElement("turbo-frame")
    empty.id = this.panelTarget.id
    empty.dataset.shellTarget = "panel"
    this.panelTarget.replaceWith(empty)
  }

  go(event, field) {
    event.preventDefault()
    field.focus()
    field.select()
  }
}

/** What somebody came from may be gone with what they recorded; who uses the keyboard goes on in the page. */
function settle() {
  if (document.activeElement === document.body) document.querySelector("#main").focus({ preventScroll: true })
}

export function typing(element) {
  return element.matches && element.matches("input:not([type=checkbox]), textarea, select, [contenteditable]")
}
