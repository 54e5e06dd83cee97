import type { EmbedCard } from '../../../core/post/embeds/index.ts'

const patienceMs = 5_000

/** Loads the player over its card. If it does not answer in time, the card comes back and says so. */
export function startPlayer(figure: HTMLElement, face: HTMLButtonElement, card: EmbedCard): void {
  if (card.playSrc === undefined || figure.dataset['player'] !== undefined) return
  figure.dataset['player'] = 'loading'
  figure.querySelector('.card-said')?.remove()
  const frame = document.createElement('iframe')
  frame.title = `${card.label}: ${card.title}`
  frame.setAttribute('sandbox', card.sandbox)
  frame.allow = card.allow
  // YouTube's player refuses pages that do not say who they are.
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  frame.src = card.playSrc
  const timer = setTimeout(giveUp, patienceMs)
  frame.addEventListener('load', () => {
    clearTimeout(timer)
    figure.dataset['player'] = 'playing'
    face.hidden = true
  })
  figure.append(frame)

  function giveUp(): void {
    frame.remove()
    delete figure.dataset['player']
    const said = document.createElement('span')
    said.className = 'card-said'
    said.setAttribute('role', 'status')
    said.textContent = navigator.onLine
      ? `${card.label} did not answer. Click to try again.`
      : 'There is no network. Click to try again.'
    face.append(said)
  }
}
