import { Controller } from "./stimulus.js"

/** Light, dark, or as the system says; the server remembers it by a cookie. */
export default class extends Controller {
  choose(event) {
    const name = event.params.name
    document.cookie = `headway-scheme=${name}; path=/; max-age=${name ? 31536000 : 0}; samesite=lax`
    if (name) document.documentElement.dataset.scheme = name
    else delete document.documentElement.dataset.scheme
  }
}
