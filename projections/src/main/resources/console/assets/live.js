import * as Turbo from "./turbo.es2017-esm.js"
import { Controller } from "./stimulus.js"
import { typing } from "./shell.js"

const KINDS = ["partnership", "step", "alert", "program", "import", "resync"]
const GATHERED = 150
const AGAIN = [5_000, 60_000] // how long a stream that was refused is waited for, at first and at most
const ARRIVALS = ["turbo:load", "turbo:fetch-request-error"]

// what somebody has open, has sent, or has asked for by a click and not got yet
const OCCUPIED = "dialog[open], dialog:has(turbo-frame[busy]), form[aria-busy]"

/**
 * Hears what changed while a page is open, and asks for the page anew by one ordinary request. What
 * somebody is typing, or has open, is left alone until they are done, and so is a page that is on
 * its way: what it says once would be lost with it. A tab that nobody sees hears
 * nothing: browsers have six connections for all of them.
 */
export default class extends Controller {
  static targets = ["state"]
  static values = { url: String, about: String, kind: String }

  connect() {
    if (!this.urlValue || !window.EventSource) return
    this.seen = () => (document.hidden ? this.close() : this.open(true))
    this.again = () => this.waiting && this.ask()
    this.kept = (event) => (isSame(event) || (this.refreshing && isKept(event.target))) && event.preventDefault()
    this.parsed = (event) => this.refreshing && letOthersRun(event)
    this.visited = () => {
      this.refreshing = false
      this.visiting = true
    }
    this.arrived = () => {
      this.visiting = false
      this.again()
    }
    document.addEventListener("visibilitychange", this.seen)
    document.addEventListener("focusout", this.again)
    document.addEventListener("close", this.again, true)
    document.addEventListener("turbo:submit-end", this.again)
    document.addEventListener("turbo:before-render", this.parsed)
    document.addEventListener("turbo:before-morph-element", this.kept)
    document.addEventListener("turbo:visit", this.visited)
    for (const end of ARRIVALS) document.addEventListener(end, this.arrived)
    if (!document.hidden) this.open(false)
  }

  disconnect() {
    this.close()
    document.removeEventListener("visibilitychange", this.seen)
    document.removeEventListener("focusout", this.again)
    document.removeEventListener("close", this.again, true)
    document.removeEventListener("turbo:submit-end", this.again)
    document.removeEventListener("turbo:before-render", this.parsed)
    document.removeEventListener("turbo:before-morph-element", this.kept)
    document.removeEventListener("turbo:visit", this.visited)
    for (const end of ARRIVALS) document.removeEventListener(end, this.arrived)
  }

  open(missed) {
    if (this.source) return
    this.source = new EventSource(this.urlValue)
    for (const kind of KINDS) this.source.addEventListener(kind, (event) => this.heard(kind, event))
    this.source.onopen = () => this.opened()
    this.source.onerror = () => this.refused()
    if (missed) this.ask()
  }

  opened() {
    if (this.patience) this.ask() // what it was not told
    this.patience = 0
  }

  /** A browser tries again by itself what was cut off, but not what was refused, as one stream too many is. */
  refused() {
    if (!this.source || this.source.readyState !== EventSource.CLOSED) return
    this.close()
    this.patience = Math.min(this.patience ? 2 * this.patience : AGAIN[0], AGAIN[1])
    this.retry = setTimeout(() => document.hidden || this.open(false), this.patience)
  }

  close() {
    clearTimeout(this.timer)
    clearTimeout(this.retry)
    this.timer = null
    if (this.source) this.source.close()
    this.source = null
  }

  heard(kind, event) {
    if (this.kindValue && kind !== this.kindValue && kind !== "resync") return
    const about = kind === "resync" || !event.data ? {} : JSON.parse(event.data)
    const other = this.aboutValue && about.id && about.id !== this.aboutValue && about.partnershipId !== this.aboutValue
    if (!other) this.ask()
  }

  ask() {
    this.waiting = true
    if (this.timer) return
    this.timer = setTimeout(() => {
      this.timer = null
      const field = document.activeElement
      if (this.visiting || document.querySelector(OCCUPIED) || (field && typing(field))) return
      if (document.querySelector("main form.record, main form.program")) return this.say()
      this.waiting = false
      Turbo.visit(location.href, { action: "replace", shouldCacheSnapshot: false }) // at once: session.refresh waits
      this.refreshing = true
    }, GATHERED)
  }

  /** A form fills the page, so the page stays; it is said that it is not what it was. */
  say() {
    if (!this.hasStateTarget) return
    this.stateTarget.hidden = false
    this.stateTarget.textContent = "Something has changed meanwhile. What you typed stays."
  }
}

/**
 * What one did and was told of, what is open, and what is typed outlive a page that was asked for
 * before. So does the dialog of forms at any time: the page knows of no form that comes, and a frame
 * is not busy any more while what it was answered is still read and shown.
 */
function isKept(element) {
  return element.matches(".page > .notice, dialog[open], .panel-dialog") || (element === document.activeElement && typing(element))
}

/** A card that says what it said: of a thousand most do, and need no look at their parts. */
function isSame(event) {
  const { newElement } = event.detail
  return event.target.matches(".card") && newElement && event.target.isEqualNode(newElement)
}

/** Between reading a page and showing it the browser may do what else there is: a key, a frame. */
function letOthersRun(event) {
  event.preventDefault()
  setTimeout(event.detail.resume)
}
