import * as Turbo from "./turbo.es2017-esm.js"
import { Application } from "./stimulus.js"
import Shell from "./shell.js"
import Board from "./board.js"
import Copy from "./copy.js"
import Filters from "./filters.js"
import Live from "./live.js"
import Progress from "./progress.js"
import Scheme from "./scheme.js"
import Select from "./select.js"

// a disabled button loses the focus; whoever uses the keyboard would start anew
Turbo.config.forms.submitter = "aria-disabled"

// Chromium 150 dies of moving a list of suggestions while a page is brought up to date; without this it is put in anew
for (const type of [Document, DocumentFragment, Element]) delete type.prototype.moveBefore

// who left a page, or a form, that was on its way has called it off: that is nobody's error
addEventListener("unhandledrejection", (event) => event.reason?.name === "AbortError" && event.preventDefault())

// times are shown in the zone of whoever reads them, which only their browser knows
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
if (zone && !document.cookie.split("; ").includes(`headway-zone=${encodeURIComponent(zone)}`)) {
  document.cookie = `headway-zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`
  if (navigator.cookieEnabled && zone !== "UTC" && zone !== "Etc/UTC") Turbo.visit(location.href, { action: "replace" })
}

const application = Application.start()
application.register("shell", Shell)
application.register("board", Board)
application.register("copy", Copy)
application.register("filters", Filters)
application.register("live", Live)
application.register("progress", Progress)
application.register("scheme", Scheme)
application.register("select", Select)
