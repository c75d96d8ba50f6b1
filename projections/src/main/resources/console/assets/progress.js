import { Controller } from "./stimulus.js"

const AGAIN = 1000

/**
 * Asks again how far something has come, as long as it goes on and somebody looks. The list of all
 * of them, where there is one beside it, is asked for anew when it begins and when it has ended.
 */
export default class extends Controller {
  static values = { url: String, state: String }

  disconnect() {
    clearInterval(this.timer)
  }

  stateValueChanged(state) {
    clearInterval(this.timer)
    if (state === "RUNNING") this.timer = setInterval(() => this.ask(), AGAIN)
    const list = document.getElementById("runs")
    if (list) again(list, location.href)
  }

  ask() {
    const frame = this.element.closest("turbo-frame")
    if (document.hidden || !frame || frame.hasAttribute("busy")) return
    again(frame, this.urlValue)
  }
}

function again(frame, address) {
  if (frame.src) frame.reload()
  else frame.src = address
}
