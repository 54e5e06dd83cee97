import type { EmbedCard } from '../../../core/post/embeds/index.ts'
import { keepAsleep } from './deck.ts'
import type { Play } from './play.ts'

const patienceMs = 5_000

/** A card and what it loads. */
export interface Playable {
  readonly figure: HTMLElement
  readonly face: HTMLButtonElement
  readonly card: EmbedCard
  readonly play: Play
}

/**
 * Loads the player over its card. If it does not answer in time, the card comes back and says so.
 *
 * @param by the writer, who goes on in it, or the setting that lets players load at once
 * @returns when it is there, or given up
 */
export function startPlayer({ figure, face, card, play }: Playable, by: 'click' | 'setting'): Promise<void> {
  if (figure.dataset['player'] !== undefined) return Promise.resolve()
  figure.querySelector('.card-said')?.remove()
  if (!play.isDeck && !navigator.onLine) {
    sayOn(face, 'There is no network. Click to try again.')
    return Promise.resolve()
  }
  figure.dataset['player'] = 'loading'
  const frame = document.createElement('iframe')
  frame.title = `${card.label}: ${card.title}`
  frame.setAttribute('sandbox', play.sandbox)
  frame.allow = play.allow
  // YouTube's player refuses pages that do not say who they are.
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  frame.src = play.src
  figure.append(frame)
  const deck = play.isDeck ? keepAsleep(frame, card.title, stopThief) : undefined
  if (by === 'click') deck?.wake()
  return new Promise(resolve => {
    const timer = setTimeout(() => {
      takeAway(`${card.label} did not answer. Click to try again.`)
      resolve()
    }, patienceMs)
    frame.addEventListener(
      'load',
      () => {
        clearTimeout(timer)
        figure.dataset['player'] = 'playing'
        face.hidden = true
        deck?.arrived()
        resolve()
      },
      { once: true },
    )
  })

  function stopThief(): void {
    takeAway('These slides took the keys while you were elsewhere, so they were stopped. Click to show them.')
  }

  function takeAway(reason: string): void {
    frame.remove()
    figure.querySelector('.deck-asleep')?.remove()
    delete figure.dataset['player']
    face.hidden = false
    sayOn(face, reason)
  }
}

function sayOn(face: HTMLElement, words: string): void {
  const said = document.createElement('span')
  said.className = 'card-said'
  said.setAttribute('role', 'status')
  said.textContent = words
  face.append(said)
}
