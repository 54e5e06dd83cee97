import {
  type EmbedCard,
  embedCard,
  embedFrameSources,
  recogniseElement,
} from '../../../core/post/embeds/index.ts'
import type { PageContext } from './page-context.ts'
import { startPlayer } from './player.ts'

/** Elements that may be an embed. */
export const embedSelector =
  'iframe, script, object, embed, blockquote[class], [class*="embed"], lite-youtube, lite-vimeo, amp-youtube'

/**
 * The card that stands for an embed, or undefined for an element that is none.
 *
 * @param seen how often each item was met in this fragment, so that two cards of one item are told apart
 */
export function cardForElement(
  element: Element,
  seen: Map<string, number>,
  context: PageContext,
): HTMLElement | undefined {
  const embed = recogniseElement(element.outerHTML)
  if (!embed) return undefined
  const card = embedCard(embed, { pageHost: location.hostname })
  const count = (seen.get(card.key) ?? 0) + 1
  seen.set(card.key, count)
  return drawCard(card, `${card.key} ${count}`, context)
}

/** Starts the player of a card in the page, which may be enclosed. */
export function playCard(page: ParentNode, key: string): void {
  const shown = page.querySelector(`[data-shows="${CSS.escape(key)}"]`)
  const place = shown?.shadowRoot ?? shown
  place?.querySelector<HTMLElement>('button.card-face')?.click()
}

function drawCard(card: EmbedCard, key: string, context: PageContext): HTMLElement {
  const figure = document.createElement('figure')
  figure.className = 'card'
  figure.dataset['shows'] = key
  figure.dataset['provider'] = card.provider
  figure.dataset['state'] = card.state
  if (card.ratio !== undefined) figure.style.aspectRatio = String(card.ratio)
  else if (card.height !== undefined) figure.style.height = `${card.height}px`
  const { playerOrigin } = card
  const face = mayPlay(card) || playerOrigin !== undefined ? playFace(card) : stillFace(card)
  figure.append(face)
  if (face instanceof HTMLButtonElement)
    face.addEventListener('click', () => {
      if (playerOrigin === undefined || context.mayFrame(playerOrigin)) startPlayer(figure, face, card)
      else context.wantPlayer(playerOrigin, key)
    })
  return figure
}

/** Whether this page's header lets the player in: strangers' frames stay out. */
function mayPlay({ playSrc }: EmbedCard): boolean {
  if (playSrc === undefined || !URL.canParse(playSrc)) return false
  const { origin, host } = new URL(playSrc)
  return embedFrameSources.some(
    source =>
      source === origin ||
      (source.startsWith('https://*.') && host.endsWith(source.slice('https://*'.length))),
  )
}

/** The whole face is the button. */
function playFace(card: EmbedCard): HTMLButtonElement {
  const face = document.createElement('button')
  face.type = 'button'
  face.className = 'card-face'
  face.setAttribute('aria-label', `Play ${card.label}: ${card.title}`)
  const play = document.createElement('span')
  play.className = 'card-play'
  play.innerHTML = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 2.500v11l9-5.500z"/></svg>'
  face.append(play, ...facts(card))
  return face
}

/** An embed with no player: what it is, what to know about it, and where it can be seen. */
function stillFace(card: EmbedCard): HTMLElement {
  const face = document.createElement('div')
  face.className = 'card-face'
  face.append(...facts(card))
  if (card.openUrl !== undefined) {
    const link = document.createElement('a')
    link.href = card.openUrl
    link.textContent = card.openUrl.replace(/^https?:\/\/(?:www\.)?/, '')
    face.append(link)
  }
  return face
}

function facts(card: EmbedCard): HTMLElement[] {
  const label = card.title.includes(card.label) ? undefined : card.label
  const host = card.playerOrigin?.replace('https://', '')
  const where = [label, host, card.start, card.origin].filter(Boolean).join(' · ')
  return [
    text('card-title', card.title),
    text('card-provider', where),
    text('card-notice', card.notice ?? ''),
  ].filter(part => part.textContent !== '')
}

function text(className: string, content: string): HTMLElement {
  const span = document.createElement('span')
  span.className = className
  span.textContent = content
  return span
}
