import { Controller } from "./stimulus.js"

const AGAIN = 1000

/** Asks again how far something has come, as long as it goes on and somebody looks. */
export default class extends Controller {
  static values = { url: String }

  connect() {
    this.timer = setInterval(() => this.ask(), AGAIN)
  }

  disconnect() {
    clearInterval(this.timer)
  }

  ask() {
    const frame = this.element.closest("turbo-frame")
    if (document.hidden || !frame || frame.hasAttribute("busy")) return
    if (frame.src) frame.reload()
    else frame.src = this.urlValue
  }
}
