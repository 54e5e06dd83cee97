import type { EmbedCard } from '../../../core/post/embeds/index.ts'
import type { PdfPage } from '../frame-protocol.ts'
import { pictureAddress } from './local-address.ts'
import { whenNear } from './near-view.ts'
import type { PageContext } from './page-context.ts'
import { siteRoot } from './server-addresses.ts'

/** A page of a PDF of the site. */
export interface PdfPlace {
  /** From the site's root, percent-encoded. */
  readonly path: string
  /** From 1. */
  readonly page: number
}

/** Where the PDF of a card lies in the site; undefined for one that lies elsewhere, and for what is none. */
export function pdfPlace(card: EmbedCard, { post }: PageContext): PdfPlace | undefined {
  const address = card.local ?? card.openUrl
  if (card.provider !== 'pdf' || address === undefined) return undefined
  const place = pictureAddress(address, post, siteRoot)
  if (place.type !== 'local' || !place.url.startsWith(siteRoot)) return undefined
  const { pathname, hash } = new URL(place.url)
  const page = Number(new URLSearchParams(hash.slice(1)).get('page') ?? 1)
  return { path: pathname.slice(new URL(siteRoot).pathname.length - 1), page: page > 0 ? page : 1 }
}

/** The card as it is before its page is drawn: the whole of it opens the PDF. */
export function pdfFace(place: PdfPlace, card: EmbedCard, context: PageContext): HTMLElement {
  const face = document.createElement('button')
  face.type = 'button'
  face.className = 'card-face card-pdf'
  face.dataset['pdf'] = nameOf(place)
  const caption = document.createElement('span')
  caption.className = 'pdf-caption'
  // The spaces keep the words apart for those who hear them.
  caption.append(part('card-title', card.title), ' ', part('card-provider', fileName(place)), ' ')
  face.append(caption)
  face.addEventListener('click', () => context.openPdf(place.path))
  const known = context.pdfs.get(nameOf(place))
  if (known) dressPdf(face, known)
  else whenNear(face, () => context.wantPdf(place.path, place.page))
  return face
}

/** Takes what the app drew into the cards that show it. */
export function showPdfPage(page: ParentNode, pdf: PdfPage, context: PageContext): void {
  context.pdfs.set(nameOf(pdf), pdf)
  for (const shown of page.querySelectorAll('[data-shows]')) {
    const face = (shown.shadowRoot ?? shown).querySelector<HTMLElement>('.card-pdf')
    if (face?.dataset['pdf'] === nameOf(pdf)) dressPdf(face, pdf)
  }
}

function dressPdf(face: HTMLElement, { drawn, trouble }: PdfPage): void {
  face.querySelector('.pdf-page')?.remove()
  face.querySelector('.pdf-said')?.remove()
  face.classList.toggle('pdf-shown', drawn !== undefined)
  face.querySelector('.pdf-caption')?.append(part('pdf-said', drawn ? pagesOf(drawn) : (trouble ?? '')))
  if (!drawn) return
  const picture = document.createElement('img')
  picture.className = 'pdf-page'
  picture.alt = `Page ${drawn.page}`
  picture.src = drawn.picture
  picture.style.aspectRatio = String(drawn.ratio)
  face.prepend(picture)
}

function pagesOf({ page, pages }: NonNullable<PdfPage['drawn']>): string {
  if (pages === 1) return '1 page'
  return page === 1 ? `${pages} pages` : `page ${page} of ${pages}`
}

function fileName({ path }: PdfPlace): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function part(className: string, words: string): HTMLElement {
  const span = document.createElement('span')
  span.className = className
  span.textContent = words
  return span
}

function nameOf({ path, page }: PdfPlace): string {
  return `${page} ${path}`
}
