import { type Embed, type EmbedCard, embedCard, recogniseElement } from '../../../core/post/embeds/index.ts'
import type { ToldEmbed } from '../frame-protocol.ts'
import type { PageContext } from './page-context.ts'
import { pdfFace, pdfPlace } from './pdf-card.ts'
import { playOf } from './play.ts'
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
  const card = cardOf(embed, context)
  const count = (seen.get(card.key) ?? 0) + 1
  seen.set(card.key, count)
  const figure = drawCard(card, `${card.key} ${count}`, context)
  embedOf.set(figure, embed)
  dress(figure, card, context.told.get(embed.pageUrl ?? ''))
  return figure
}

/** What each card shows, to dress it again when more is known. */
const embedOf = new WeakMap<Element, Embed>()

function cardOf(embed: Embed, { told }: PageContext): EmbedCard {
  const { title, ratio } = told.get(embed.pageUrl ?? '') ?? {}
  return embedCard(embed, {
    pageHost: location.hostname,
    ...(title !== undefined && { title }),
    ...(ratio !== undefined && { ratio }),
  })
}

/** Gives the cards in the page what is known by now; players and places stay. */
export function dressCards(page: ParentNode, context: PageContext): void {
  for (const shown of page.querySelectorAll('[data-shows]')) {
    const figure = shown.shadowRoot?.querySelector<HTMLElement>('figure.card') ?? shown
    const embed = embedOf.get(figure)
    if (!embed || !(figure instanceof HTMLElement)) continue
    dress(figure, cardOf(embed, context), context.told.get(embed.pageUrl ?? ''))
  }
}

function dress(figure: HTMLElement, card: EmbedCard, told: ToldEmbed | undefined): void {
  if (figure.querySelector('.card-pdf')) return
  if (card.ratio !== undefined) figure.style.aspectRatio = String(card.ratio)
  const face = figure.querySelector('.card-face')
  if (!face || told === undefined) return
  for (const part of face.querySelectorAll('.card-title, .card-provider, .card-notice')) part.remove()
  const before = face.querySelector('.card-play') ?? face.querySelector('.card-poster')
  if (before) before.after(...facts(card))
  else face.prepend(...facts(card))
  if (face instanceof HTMLButtonElement) face.setAttribute('aria-label', playName(card))
  if (told.poster === undefined || face.querySelector('.card-poster')) return
  const poster = document.createElement('img')
  poster.className = 'card-poster'
  poster.alt = ''
  poster.src = told.poster
  face.prepend(poster)
}

function drawCard(card: EmbedCard, key: string, context: PageContext): HTMLElement {
  const figure = document.createElement('figure')
  figure.className = 'card'
  figure.dataset['shows'] = key
  figure.dataset['provider'] = card.provider
  figure.dataset['state'] = card.state
  const pdf = pdfPlace(card, context)
  if (pdf) {
    figure.append(pdfFace(pdf, card, context))
    return figure
  }
  if (card.ratio !== undefined) figure.style.aspectRatio = String(card.ratio)
  else if (card.height !== undefined) figure.style.height = `${card.height}px`
  const play = playOf(card, context)
  if (!play) {
    figure.append(stillFace(card))
    return figure
  }
  const face = playFace(card)
  figure.append(face)
  const playable = { figure, face, card, play }
  face.addEventListener('click', () => void startPlayer(playable, 'click'))
  context.atOnce.add(playable)
  return figure
}

/** The whole face is the button. */
function playFace(card: EmbedCard): HTMLButtonElement {
  const face = document.createElement('button')
  face.type = 'button'
  face.className = 'card-face'
  face.setAttribute('aria-label', playName(card))
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

/** In the order of {@link playName}, which says what is seen; the style puts the title first. */
function facts(card: EmbedCard): HTMLElement[] {
  const where = whereOf(card)
  return [
    // The space keeps the words apart for those who hear them.
    text('card-provider', where === '' ? '' : `${where} `),
    text('card-title', card.title),
    text('card-notice', card.notice ?? ''),
  ].filter(part => part.textContent !== '')
}

function playName(card: EmbedCard): string {
  const where = whereOf(card)
  const service = where.startsWith(card.label) ? '' : card.label
  return `Play ${[service, where, card.title].filter(part => part !== '').join(': ')}`
}

function whereOf(card: EmbedCard): string {
  const label = card.title.includes(card.label) ? undefined : card.label
  const host = card.playerOrigin?.replace('https://', '')
  return [label, host, card.start, card.origin].filter(Boolean).join(' · ')
}

function text(className: string, content: string): HTMLElement {
  const span = document.createElement('span')
  span.className = className
  span.textContent = content
  return span
}
