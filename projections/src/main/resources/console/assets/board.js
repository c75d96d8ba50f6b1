import { Controller } from "./stimulus.js"
import { typing } from "./shell.js"

/**
 * Cards by mouse and by keys. Neither moves anything: both ask the gate, and what it answers opens
 * in the dialog.
 */
export default class extends Controller {
  static targets = ["card", "lane"]

  /** Where there is room for one lane only, the first one that has something is where one begins. */
  connect() {
    const first = this.laneTargets.find((lane) => lane.querySelector(".card"))
    if (first && !location.hash && this.isScrolled()) this.element.scrollLeft = this.at(first)
    this.seen()
  }

  disconnect() {
    cancelAnimationFrame(this.looking)
  }

  isScrolled() {
    return this.element.scrollWidth > this.element.clientWidth
  }

  /** How far to scroll until a lane is in the middle. */
  at(lane) {
    return lane.offsetLeft - (this.element.clientWidth - lane.offsetWidth) / 2
  }

  /** Once before the next frame, which lays the board out anyhow, however often it was asked for. */
  seen() {
    cancelAnimationFrame(this.looking)
    this.looking = requestAnimationFrame(() => this.mark())
  }

  /** The lane before one's eyes is the one that the way to the others says one is at. */
  mark() {
    const far = (lane) => Math.abs(this.at(lane) - this.element.scrollLeft)
    const nearest = this.isScrolled() && this.laneTargets.reduce((a, b) => (far(b) < far(a) ? b : a))
    for (const lane of this.laneTargets) {
      const jump = document.getElementById(`jump-${lane.dataset.stage}`)
      if (lane === nearest) jump.setAttribute("aria-current", "true")
      else jump.removeAttribute("aria-current")
    }
  }

  drag(event) {
    const card = event.target.closest(".card")
    if (!card) return
    this.dragged = card
    card.dataset.dragged = ""
    event.dataTransfer.effectAllowed = "move"
    event.dataTransfer.setData("text/plain", card.dataset.id)
  }

  dropped() {
    if (this.dragged) delete this.dragged.dataset.dragged
    this.dragged = null
    this.laneTargets.forEach((lane) => delete lane.dataset.over)
  }

  over(event) {
    if (!this.dragged || event.currentTarget.dataset.stage === this.dragged.dataset.stage) return
    event.preventDefault()
    event.currentTarget.dataset.over = ""
  }

  left(event) {
    if (!event.currentTarget.contains(event.relatedTarget)) delete event.currentTarget.dataset.over
  }

  drop(event) {
    if (!this.dragged) return
    event.preventDefault()
    this.ask(this.dragged, `move?to=${event.currentTarget.dataset.stage}&`)
  }

  /** Opens a form about a card; the focus comes back to it. */
  ask(card, path) {
    card.querySelector("h3 a").focus()
    const back = encodeURIComponent(location.pathname + location.search)
    const panel = document.getElementById("panel")
    panel.src = `/partnerships/${card.dataset.id}/${path}${path.endsWith("&") ? "" : "?"}back=${back}`
  }

  took(event) {
    this.current = event.target.closest(".card").id
  }

  key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    if (document.querySelector("dialog[open]")) return
    const card = this.cardOf()
    const paths = { m: "move", t: "record/touchpoint", s: "record/step" }
    if (paths[event.key] && card && card.draggable) {
      event.preventDefault()
      this.ask(card, paths[event.key])
    } else if ("jkhl".includes(event.key)) {
      event.preventDefault()
      this.step(card, event.key)
    }
  }

  cardOf() {
    return this.current && document.getElementById(this.current)
  }

  step(card, key) {
    const lanes = this.laneTargets.map((lane) => [...lane.querySelectorAll(".card")])
    const at = lanes.findIndex((cards) => cards.includes(card))
    if (at < 0) return this.focus(lanes.flat()[0])
    const row = lanes[at].indexOf(card)
    if (key === "j" || key === "k") return this.focus(lanes[at][row + (key === "j" ? 1 : -1)])
    const towards = key === "l" ? lanes.slice(at + 1) : lanes.slice(0, at).reverse()
    const next = towards.find((cards) => cards.length)
    if (next) this.focus(next[Math.min(row, next.length - 1)])
  }

  focus(card) {
    if (!card) return
    card.querySelector("h3 a").focus()
    card.scrollIntoView({ block: "nearest", inline: "nearest" })
  }
}
