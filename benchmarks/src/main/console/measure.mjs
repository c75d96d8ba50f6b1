// Opens the console in a real Chromium and prints what somebody waits for there, one figure a line:
// its name, its unit and its value, with tabs between. Started by ConsoleInBrowser.
import puppeteer from "puppeteer-core"
import lighthouse from "lighthouse"
import desktop from "lighthouse/core/config/desktop-config.js"

const { HEADWAY_BROWSER: executablePath, HEADWAY_URL: service, HEADWAY_LINK: link, HEADWAY_TOKEN: token } = process.env
const ROUNDS = Number(process.env.HEADWAY_ROUNDS)
const MAIL = "bench@headway.example"
const PASSWORD = "eleven herons over the canal"
const WHEELS = 60

const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"], defaultViewport: { width: 1280, height: 860 } })
const page = await browser.newPage()
const figure = (name, unit, value) => console.log([name, unit, value].join("\t"))

/** Long tasks are kept from the beginning of each page. */
await page.evaluateOnNewDocument(() => {
  window.tasks = []
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((task) => task.duration)))
    .observe({ type: "longtask", buffered: true })
})

const forget = () => page.evaluate(() => { window.tasks = [] })
const longest = () => page.evaluate(() => Math.max(0, ...window.tasks))
const frames = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

async function send(typed) {
  for (const [id, value] of Object.entries(typed)) await page.type(`#${id}`, value)
  await Promise.all([page.waitForNavigation(), page.click("button[type=submit]")])
}

async function becomeFirst() {
  await page.goto(link)
  await send({ name: "Bench", email: MAIL, password: PASSWORD })
  await page.goto(`${service}/board`)
  if (await page.$("#email")) await send({ email: MAIL, password: PASSWORD })
  await page.waitForSelector("body[data-ready] .card")
}

async function open(path) {
  await page.goto(service + path)
  await page.waitForSelector("body[data-ready]")
}

async function paint() {
  await open("/board")
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0)
  const painted = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime)
  figure("board, first paint", "ms", painted)
  figure("board, longest task while it opens", "ms", await longest())
}

/** Down the board until every lane has come to more pages. */
async function scroll() {
  await forget()
  await page.mouse.move(640, 500)
  for (let i = 0; i < WHEELS; i++) {
    await page.mouse.wheel({ deltaY: 700 })
    await frames()
  }
  await page.waitForFunction(() => !document.querySelector("turbo-frame[busy]"))
  figure("board, cards after scrolling", "", await page.$$eval(".card", (cards) => cards.length))
  figure("board, longest task while scrolling", "ms", await longest())
}

/** Somebody else records motion; the card on the open board says so, or leaves its place among those that are quiet longest. */
async function change(when) {
  const id = await page.$eval("section[data-stage=PILOT] .card", (card) => card.dataset.id)
  const summary = `Seen ${crypto.randomUUID()}`
  await forget()
  const begun = performance.now()
  const answer = await fetch(`${service}/api/v1/partnerships/${id}/touchpoints`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ kind: "JOINT_CALL", summary }),
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  await page.waitForFunction((id, summary) => {
    const card = document.querySelector(`.card[data-id="${id}"]`)
    return !card || card.textContent.includes(summary)
  }, { polling: "raf" }, id, summary)
  figure(`board, a change is seen ${when}`, "ms", performance.now() - begun)
  await frames()
  figure(`board, longest task when a change arrives ${when}`, "ms", await longest())
}

async function mark(name, path) {
  const run = await lighthouse(service + path, { disableStorageReset: true, onlyCategories: ["performance", "accessibility", "best-practices"] }, desktop, page)
  for (const category of Object.values(run.lhr.categories)) {
    figure(`${name}, ${category.title.toLowerCase()}`, "of 100", category.score * 100)
    const refs = category.auditRefs.filter((ref) => ref.weight > 0).map((ref) => run.lhr.audits[ref.id])
    const lost = refs.filter((audit) => audit.score !== null && audit.score < 0.9).map((audit) => `${audit.id} ${audit.displayValue ?? ""}`.trim())
    if (lost.length) console.error(`${name}, ${category.title}: ${lost.join("; ")}`)
  }
}

await becomeFirst()
const partnership = await page.$eval("section[data-stage=LAUNCH] .card", (card) => card.dataset.id)
for (let round = 0; round < ROUNDS; round++) {
  await paint()
  await change("on a fresh board")
  await scroll()
  await change("after scrolling")
}
await mark("board", "/board")
await mark("partnership", `/partnerships/${partnership}`)
await mark("alerts", "/alerts")
await browser.close()
