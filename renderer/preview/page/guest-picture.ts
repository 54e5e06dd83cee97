import { guestAddress } from './server-addresses.ts'

export type GuestKind = 'img' | 'video' | 'audio'

/** A picture of another site that the writer clicked, in a frame of its own, so that nothing else comes anew. */
export function guestPicture(kind: GuestKind, url: string, alt: string): HTMLElement {
  const place = document.createElement('span')
  place.className = 'guest'
  place.dataset['guest'] = kind
  // Moved along, like a player, when its block comes anew.
  place.dataset['player'] = 'playing'
  const frame = document.createElement('iframe')
  frame.title = alt === '' ? `From ${new URL(url).host}` : alt
  // The page in it is ours and has no script: its picture can be asked how large it is.
  frame.setAttribute('sandbox', 'allow-same-origin')
  frame.allow = 'fullscreen'
  frame.loading = 'lazy'
  frame.src = guestAddress(kind, { src: url, alt })
  frame.addEventListener('load', () => follow(place, frame, url))
  place.append(frame)
  return place
}

function follow(place: HTMLElement, frame: HTMLIFrameElement, url: string): void {
  // A page of another scheme than the one around it is not transparent.
  frame.contentDocument?.documentElement.style.setProperty(
    'color-scheme',
    getComputedStyle(frame).colorScheme,
  )
  const picture = frame.contentDocument?.querySelector('img')
  const film = frame.contentDocument?.querySelector('video')
  if (picture?.naturalWidth) takeSize(place, picture.naturalWidth, picture.naturalHeight)
  else if (picture) sayLost(place, url)
  if (!film) return
  const take = (): void => takeSize(place, film.videoWidth, film.videoHeight)
  if (film.videoWidth > 0) take()
  else film.addEventListener('loadedmetadata', take)
}

/** As large as it would be in the page: what its markup says goes first. */
function takeSize(place: HTMLElement, width: number, height: number): void {
  const { style } = place
  style.aspectRatio ||= `${width} / ${height}`
  if (style.width === '' && style.height === '') style.width = `${width}px`
}

function sayLost(place: HTMLElement, url: string): void {
  const note = document.createElement('span')
  note.className = 'missing'
  note.textContent = `Picture not found: ${url}`
  place.replaceChildren(note)
}
