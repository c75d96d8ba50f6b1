import { Controller } from "./stimulus.js"

/**
 * Takes what is shown once along. Where a page may not write to the clipboard, as under plain HTTP,
 * all of it is selected, and it is said which keys take it.
 */
export default class extends Controller {
  static targets = ["text", "said"]

  async copy() {
    const text = this.textTarget
    const copied = await written(text.value)
    if (!copied) {
      text.focus()
      text.select()
    }
    this.saidTarget.textContent = copied ? "Copied." : "Selected: Ctrl C copies it, or ⌘ C."
  }
}

async function written(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
