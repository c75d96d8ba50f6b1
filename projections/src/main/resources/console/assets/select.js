import { Controller } from "./stimulus.js"
import { typing } from "./shell.js"

/**
 * What is selected on a page: by mouse, with the shift key from one to another, and by keys. It
 * stays when the page is told anew, as far as it is still there.
 */
export default class extends Controller {
  static targets = ["pick", "count", "all"]

  initialize() {
    this.kept = new Set()
  }

  /** One that came in later, as somebody scrolled there. */
  pickTargetConnected(pick) {
    if (this.kept.has(idOf(pick))) pick.checked = true
  }

  clicked(event) {
    const pick = event.target.closest("input.pick")
    if (!pick) return
    if (event.shiftKey && this.last && this.last.isConnected) {
      const all = this.pickTargets
      const [from, to] = [all.indexOf(this.last), all.indexOf(pick)].sort((a, b) => a - b)
      for (const each of all.slice(from, to + 1)) each.checked = pick.checked
    }
    this.last = pick
    this.changed()
  }

  changed() {
    this.kept = new Set(this.pickTargets.filter((each) => each.checked).map(idOf))
    const all = this.hasAllTarget && this.allTarget.checked
    if (this.hasCountTarget) this.countTarget.textContent = all ? "All selected" : `${this.kept.size} selected`
  }

  restore() {
    for (const each of this.pickTargets) each.checked = this.kept.has(idOf(each))
    this.changed()
  }

  clear() {
    if (this.hasAllTarget) this.allTarget.checked = false
    this.kept.clear()
    this.restore()
  }

  key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    if (document.querySelector("dialog[open]")) return
    const here = document.activeElement && document.activeElement.closest(".card, tr")
    if (event.key === "x" && here && here.querySelector("input.pick")) {
      event.preventDefault()
      const pick = here.querySelector("input.pick")
      pick.checked = !pick.checked
      this.last = pick
      this.changed()
    } else if (event.key === "Escape" && this.kept.size) {
      this.clear()
    } else if ((event.key === "j" || event.key === "k") && !this.element.querySelector(".card")) {
      this.step(here, event.key === "j" ? 1 : -1)
    }
  }

  /** From row to row, where a page has no cards. */
  step(here, by) {
    const rows = [...this.element.querySelectorAll("tbody tr:has(a)")]
    const next = here ? rows[rows.indexOf(here) + by] : rows[0]
    if (next) next.querySelector("a").focus()
  }
}

function idOf(pick) {
  return pick.value.split(" ", 1)[0]
}
