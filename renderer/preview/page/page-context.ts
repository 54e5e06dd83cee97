import { type AtOnce, createAtOnce } from './at-once.ts'
import type { FrameLook, FramePost, FromFrame, PdfPage, ToldEmbed } from '../frame-protocol.ts'

/** What decides how a fragment is shown. */
export interface PageContext {
  post: FramePost
  /** What services told, by the address of the page. */
  told: ReadonlyMap<string, ToldEmbed>
  /** Pages of PDFs that the app drew, by page and path. */
  readonly pdfs: Map<string, PdfPage>
  /** What stands in the page for an element of ours, such as a card, so that the site's style does not reach it. */
  readonly enclose: (own: HTMLElement) => HTMLElement
  /** Whether a picture (or film, or sound) of another host may load. */
  mayLoad(url: string): boolean
  /** Whether a style sheet or font of another host may load. */
  mayDress(url: string): boolean
  /** The writer wants this picture. */
  wantPicture(url: string): void
  /** Whether the writer clicked this picture before. */
  isWanted(url: string): boolean
  /** Loads players without a click, where that is set. */
  readonly atOnce: AtOnce
  /** A card is near that shows this page of a PDF of the site. */
  wantPdf(path: string, page: number): void
  /** The writer wants to see the PDF. */
  openPdf(path: string): void
  /** Takes what the look allows. @returns whether pictures may load now that could not before, or no more */
  allow(look: Pick<FrameLook, 'remoteContent' | 'allowedPictures' | 'playAtOnce'>): boolean
}

/** The address of this page says whether its header lets remote pictures in: `/TOKEN/quiet/…` or `/TOKEN/remote/…`. */
const headerAllowsRemote = location.pathname.split('/')[2] === 'remote'

/** The address names the hosts that the header lets styles and fonts in from: `?style=https://fonts.example`. */
const named = new URLSearchParams(location.search)
const styleOrigins = new Set(named.getAll('style'))

export function pageContext(
  tell: (message: FromFrame) => void,
  enclose: PageContext['enclose'] = own => own,
): PageContext {
  let remoteContent = false
  const wanted = new Set<string>()
  const atOnce = createAtOnce()
  return {
    post: { title: '', day: '', url: '/', siteUrl: '', baseurl: '', notices: [] },
    told: new Map(),
    pdfs: new Map(),
    enclose,
    // Without https nothing loads unasked, whatever the setting.
    mayLoad: url => headerAllowsRemote && remoteContent && url.startsWith('https:'),
    isWanted: url => wanted.has(url),
    atOnce,
    mayDress: url => styleOrigins.has(new URL(url).origin),
    wantPicture(url) {
      wanted.add(url)
      tell({ type: 'picture', url })
    },
    wantPdf: (path, page) => tell({ type: 'pdf', path, page }),
    openPdf: path => tell({ type: 'open-pdf', path }),
    allow(look) {
      const same = remoteContent === look.remoteContent
      remoteContent = look.remoteContent
      for (const url of look.allowedPictures) wanted.add(url)
      atOnce.set(look.playAtOnce)
      return !same && headerAllowsRemote
    },
  }
}
