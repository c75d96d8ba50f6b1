import * as Turbo from "./turbo.es2017-esm.js"
import { Controller } from "./stimulus.js"
import { keepingPlace } from "./place.js"

const FRAMES = "turbo-frame[id^=more-][src]"
const NEAR = "100% 0px" // a screen above and below what is seen

/**
 * Further cards of lanes stay when the board is told anew, which knows the first ones only. Frames
 * whose cards may not be what they were are asked for again, as soon as somebody looks there, and
 * keep what is the same. Each begins behind a place in the order and not at a card, so that one is
 * true whatever became of those before it.
 */
export default class extends Controller {
  initialize() {
    this.heard = new Set()
    this.doubted = new Map() // by frame, the address to ask for its cards
    this.near = new Set()
  }

  connect() {
    this.sight = new IntersectionObserver((entries) => this.seen(entries), { rootMargin: NEAR })
  }

  disconnect() {
    this.sight.disconnect()
    this.doubted.clear()
    this.near.clear()
  }

  /** The board is asked for anew, as these partnerships changed; an empty id is for whatever there is. */
  asked(event) {
    for (const id of event.detail.about) this.heard.add(id)
  }

  /** Cards move from page to page, and come and go above what somebody reads. */
  told(event) {
    const { render, renderMethod } = event.detail
    if (renderMethod === "morph") event.detail.render = keepingPlace(render)
  }

  /** What has come stays for now, also where the page before it ends at another card. */
  keep(event) {
    const frame = event.target
    const fresh = event.detail.newElement
    if (!fresh || !frame.matches(FRAMES) || !hasCome(frame)) return
    event.preventDefault()
    const isOther = addressOf(fresh) !== addressOf(frame)
    if (isOther || this.doubted.has(frame) || !frame.hasAttribute("complete")) this.ask(frame, addressOf(fresh))
  }

  /** Who changed and is not among the first of a lane may be anywhere among the others. */
  doubt() {
    const first = (id) => id && this.element.querySelector(`#card-${CSS.escape(id)}`)
    const isFurther = (card) => !card || card.closest("turbo-frame")
    if ([...this.heard].some((id) => isFurther(first(id)))) {
      for (const frame of this.element.querySelectorAll(FRAMES)) {
        if (hasCome(frame)) this.ask(frame, this.doubted.get(frame) || addressOf(frame))
      }
    }
    this.heard.clear()
  }

  ask(frame, address) {
    const cards = cardsOf(frame)
    this.doubted.set(frame, address)
    this.sight.unobserve(cards) // so that it is said where they are
    this.sight.observe(cards)
  }

  seen(entries) {
    for (const { target, isIntersecting } of entries) this.near[isIntersecting ? "add" : "delete"](target.closest("turbo-frame"))
    this.renew()
  }

  /** One after the other, and each after what it is waiting for already, which tells what was. */
  renew() {
    if (this.asking && isBusy(this.asking)) return
    for (const [frame, address] of this.doubted) {
      if (!this.near.has(frame) || isBusy(frame)) continue
      this.doubted.delete(frame)
      if (!frame.isConnected) continue
      this.sight.unobserve(cardsOf(frame))
      this.near.delete(frame)
      this.asking = frame
      frame.src = address
      return
    }
  }

  /** A card is in one place only: where it was told of last. */
  came(event) {
    const frame = event.target
    if (!frame.matches(FRAMES)) return
    event.detail.render = keepingPlace((current, fresh) => {
      for (const card of fresh.querySelectorAll(".card")) {
        const other = document.getElementById(card.id)
        if (other && !frame.contains(other)) (this.doubted.has(frame) ? card : other).remove()
      }
      Turbo.morphTurboFrameElements(current, fresh)
    })
  }

  /** From now on it comes when it is asked for; Turbo would wait to see it. */
  loaded(event) {
    if (!event.target.matches(FRAMES)) return
    event.target.loading = "eager"
    setTimeout(() => this.renew()) // it is busy until then
  }
}

function hasCome(frame) {
  return frame.hasAttribute("complete") || isBusy(frame) || cardsOf(frame) !== frame
}

function isBusy(frame) {
  return frame.isConnected && frame.hasAttribute("busy")
}

/** Its own ones, as the next frame is in it; all of it before any have come. */
function cardsOf(frame) {
  return frame.querySelector(":scope > .cards") || frame
}

function addressOf(frame) {
  return new URL(frame.getAttribute("src"), document.baseURI).href
}
