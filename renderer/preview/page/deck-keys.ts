import type { FromFrame } from '../frame-protocol.ts'
import { putDecksToSleep, stopThieves } from './deck.ts'

/** Which slides have the keys follows from where the writer is, as this window and the app see it. */
export interface DeckKeys {
  hear(where: 'entered' | 'left'): void
}

const lookAgainMs = [0, 50, 250, 1_000]

export function followDecks(tell: (message: FromFrame) => void): DeckKeys {
  function look(): void {
    if (stopThieves()) tell({ type: 'keys-taken' })
  }

  window.addEventListener('focus', putDecksToSleep)
  window.addEventListener('blur', look)
  return {
    hear(where) {
      if (where === 'left') return putDecksToSleep()
      // The app may know of it before this window does.
      for (const ms of lookAgainMs) setTimeout(look, ms)
    },
  }
}
