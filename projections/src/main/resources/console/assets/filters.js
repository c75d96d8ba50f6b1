import { Controller } from "./stimulus.js"

/** Narrows as soon as something is chosen; the address tells what is seen. */
export default class extends Controller {
  changed() {
    for (const field of this.element.elements) field.disabled = field.name !== "" && field.value === (field.dataset.everything ?? "")
    this.element.requestSubmit()
    for (const field of this.element.elements) field.disabled = false
  }
}
