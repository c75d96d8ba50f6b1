const UNDER_HEADER = 80
const APART = 60 // less than a card is high

/**
 * What changes cards leaves somebody where they read: the card that was before their eyes stays
 * there, though others above it come and go, and what had the focus has it. Of lanes side by side
 * the one that is pointed at counts. Browsers keep to the first lane by themselves, and do not
 * meanwhile: both together would scroll twice.
 */
export function keepingPlace(change) {
  return (...about) => {
    const { id } = document.activeElement
    const places = seen()
    if (places.length) document.documentElement.style.overflowAnchor = "none"
    const done = change(...about)
    const again = id && document.activeElement === document.body && document.getElementById(id)
    if (again) again.focus({ preventScroll: true })
    stay(places, 2)
    return done
  }
}

/** Cards from the upper edge on, and where they are; none where nobody scrolled yet. */
function seen() {
  if (scrollY === 0) return []
  const pointed = document.querySelector(".lane:hover")
  for (const lane of [pointed, ...document.querySelectorAll(".lane")]) {
    const cards = lane ? cardsOf(lane) : []
    if (cards.length) return cards.map((card) => ({ card, top: topOf(card) }))
  }
  return []
}

function cardsOf(lane) {
  const { left, width } = lane.getBoundingClientRect()
  const cards = new Set()
  for (let y = UNDER_HEADER; y < innerHeight; y += APART) {
    const at = document.elementFromPoint(left + width / 2, y)
    const card = at && at.closest(".card")
    if (card && lane.contains(card)) cards.add(card)
  }
  return [...cards]
}

/** Once more in the next frames, which lay out what has come, unless somebody scrolls meanwhile. */
function stay(places, times) {
  const still = places.filter(({ card }) => card.isConnected)
  const moved = still.map(({ card, top }) => topOf(card) - top).find((by) => Math.abs(by) < innerHeight) // one that went far is not followed
  if (moved) scrollBy({ top: moved, behavior: "instant" })
  const at = scrollY
  if (times && still.length) requestAnimationFrame(() => stay(scrollY === at ? still : [], times - 1))
  else document.documentElement.style.overflowAnchor = ""
}

function topOf(card) {
  return card.getBoundingClientRect().top
}
