interface Deck {
  readonly frame: HTMLIFrameElement
  readonly cover: HTMLElement
  /** Takes the slides away. */
  readonly stop: () => void
}

/** What the writer, or the network, does with slides. */
export interface SleepingDeck {
  readonly wake: () => void
  /** They have loaded: if they were woken before, they get the keys. */
  readonly arrived: () => void
}

const decks = new Set<Deck>()
const awake = new Set<Deck>()

/**
 * Slides of the site run scripts of their own, which must not take the keys from who writes: they have a cover until
 * they are clicked, and again once the writer goes elsewhere.
 *
 * @param stop takes the slides away, as ever so politely nothing keeps a frame from taking the focus
 */
export function keepAsleep(frame: HTMLIFrameElement, title: string, stop: () => void): SleepingDeck {
  const cover = document.createElement('button')
  cover.type = 'button'
  cover.className = 'deck-asleep'
  cover.setAttribute('aria-label', `Use the keys in ${title}`)
  cover.title = 'Click to use the keys in these slides'
  const deck = { frame, cover, stop }
  const arrived = (): void => {
    // The page in the frame is ours; the slides are in the frame that it holds, which it may think it has never left.
    const slides = frame.contentDocument?.querySelector('iframe')
    if (!awake.has(deck) || !slides) return
    slides.blur()
    slides.focus()
  }
  const wake = (): void => {
    frame.inert = false
    cover.hidden = true
    awake.add(deck)
    // What was inert can have the focus only once that has been drawn.
    requestAnimationFrame(() => requestAnimationFrame(arrived))
  }
  cover.addEventListener('click', wake)
  frame.inert = true
  frame.after(cover)
  decks.add(deck)
  return { wake, arrived }
}

/** The writer went on elsewhere. */
export function putDecksToSleep(): void {
  for (const { frame, cover } of awake) {
    frame.inert = true
    cover.hidden = false
  }
  awake.clear()
}

/** Stops slides that took the keys while they were not used. @returns whether there were any */
export function stopThieves(): boolean {
  const thieves = [...decks].filter(deck => !awake.has(deck) && hasFocus(deck.frame))
  for (const deck of thieves) {
    deck.cover.remove()
    deck.stop()
  }
  for (const deck of decks) if (!deck.frame.isConnected) decks.delete(deck)
  return thieves.length > 0
}

/** No selector tells of the focus inside a frame. */
function hasFocus(frame: HTMLIFrameElement): boolean {
  const root = frame.getRootNode()
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === frame
}
