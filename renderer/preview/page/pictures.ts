import { type PictureAddress, pictureAddress } from './local-address.ts'
import { type GuestKind, guestPicture } from './guest-picture.ts'
import type { PageContext } from './page-context.ts'
import { siteRoot } from './server-addresses.ts'

/** Lets local pictures in and puts a placeholder in the place of each remote one, as large as the picture will be. */
export function showPictures(content: DocumentFragment, context: PageContext): void {
  for (const picture of content.querySelectorAll('picture')) pickBestSource(picture)
  for (const element of content.querySelectorAll<HTMLElement>(
    'img, video, audio, source, track, input, image, use, feImage',
  ))
    settle(element, context)
}

/** A `picture` is shown by its plain `img`: its sources differ in size and format only. */
function pickBestSource(picture: HTMLPictureElement): void {
  for (const source of picture.querySelectorAll('source')) source.remove()
}

function settle(element: Element, context: PageContext): void {
  element.removeAttribute('srcset')
  const name = sourceAttribute(element)
  settlePoster(element, context)
  const address = element.getAttribute(name)
  if (address === null || (name !== 'src' && address.startsWith('#'))) return
  const place = pictureAddress(address, context.post, siteRoot)
  if (place.type === 'local' || (place.type === 'remote' && context.mayLoad(place.url))) {
    element.setAttribute(name, place.url)
    if (element.tagName === 'IMG')
      element.addEventListener('error', () => sayMissing(element, address, context))
  } else {
    element.removeAttribute(name)
    if (place.type === 'remote') holdPlace(element, place, context)
  }
}

function sourceAttribute(element: Element): string {
  if (!element.matches('image, use, feImage')) return 'src'
  return element.hasAttribute('href') ? 'href' : 'xlink:href'
}

function settlePoster(element: Element, context: PageContext): void {
  const poster = element.getAttribute('poster')
  if (poster === null) return
  const place = pictureAddress(poster, context.post, siteRoot)
  if (place.type === 'local' || (place.type === 'remote' && context.mayLoad(place.url)))
    element.setAttribute('poster', place.url)
  else element.removeAttribute('poster')
}

const kinds: Readonly<Record<string, { readonly word: string; readonly guest: GuestKind }>> = {
  IMG: { word: 'picture', guest: 'img' },
  VIDEO: { word: 'film', guest: 'video' },
  AUDIO: { word: 'sound', guest: 'audio' },
  SOURCE: { word: 'film', guest: 'video' },
}

function holdPlace(
  element: Element,
  { url }: Extract<PictureAddress, { type: 'remote' }>,
  context: PageContext,
): void {
  const kind = kinds[element.tagName]
  if (!kind) return
  const shown = element.tagName === 'SOURCE' ? element.parentElement : element
  if (!shown) return
  const alt = element.getAttribute('alt') ?? ''
  const guest = (): HTMLElement => takePlace(guestPicture(kind.guest, url, alt), shown, url)
  const own = context.isWanted(url) ? guest() : takePlace(placeholder(kind.word, url, alt), shown, url)
  if (own instanceof HTMLButtonElement)
    own.addEventListener('click', event => {
      event.preventDefault()
      event.stopPropagation()
      context.wantPicture(url)
      own.replaceWith(guest())
    })
  shown.replaceWith(context.enclose(own))
}

function placeholder(word: string, url: string, alt: string): HTMLButtonElement {
  const { host } = new URL(url)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'remote'
  button.dataset['kind'] = word
  button.title = url
  const what = document.createElement('span')
  what.className = 'remote-what'
  what.textContent = alt === '' ? `A ${word} from ${host}` : alt
  const how = document.createElement('span')
  how.className = 'remote-how'
  how.textContent = alt === '' ? 'Click to load it' : `Click to load it from ${host}`
  button.append(what, how)
  return button
}

/** A picture that is not there says which, as the browser's broken icon does not. */
function sayMissing(picture: Element, address: string, context: PageContext): void {
  const note = document.createElement('span')
  note.className = 'missing'
  note.textContent = `Picture not found: ${address}`
  picture.replaceWith(context.enclose(note))
}

/** What stands in for a picture takes the room that the picture says it will, so that nothing jumps when it comes. */
function takePlace<Own extends HTMLElement>(own: Own, element: Element, url: string): Own {
  own.dataset['shows'] = url
  const style = element instanceof HTMLElement ? element.style : undefined
  const width = style?.width || pixels(element.getAttribute('width'))
  const height = style?.height || pixels(element.getAttribute('height'))
  if (width) own.style.width = width
  if (width && height && width.endsWith('px') && height.endsWith('px'))
    own.style.aspectRatio = `${Number.parseFloat(width)} / ${Number.parseFloat(height)}`
  else if (height) own.style.height = height
  for (const side of ['float', 'margin', 'display'] as const) {
    const value = style?.getPropertyValue(side)
    if (value) own.style.setProperty(side, value)
  }
  own.classList.add(...[...element.classList].filter(name => name !== 'remote' && name !== 'guest'))
  return own
}

function pixels(attribute: string | null): string {
  const value = attribute?.trim() ?? ''
  if (/^\d+(?:\.\d+)?(?:px)?$/.test(value)) return `${Number.parseFloat(value)}px`
  return /^\d+(?:\.\d+)?%$/.test(value) ? value : ''
}
