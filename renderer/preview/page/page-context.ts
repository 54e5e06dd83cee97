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
  /** Whether this page's header lets in players of an origin that is not in the table. */
  mayFrame(origin: string): boolean
  /** The writer wants to play a card whose player the header keeps out. */
  wantPlayer(origin: string, key: string): void
  /** A card is near that shows this page of a PDF of the site. */
  wantPdf(path: string, page: number): void
  /** The writer wants to see the PDF. */
  openPdf(path: string): void
  /** Takes what the look allows. @returns whether anything may load now that could not before, or no more */
  allow(look: Pick<FrameLook, 'remoteContent' | 'allowedPictures'>): boolean
}

/** The address of this page says whether its header lets remote pictures in: `/TOKEN/quiet/…` or `/TOKEN/remote/…`. */
const headerAllowsRemote = location.pathname.split('/')[2] === 'remote'

/** The address names the origins that the header lets in besides: `?frame=https://tube.example&style=https://fonts.example`. */
const named = new URLSearchParams(location.search)
const framedOrigins = new Set(named.getAll('frame'))
const styleOrigins = new Set(named.getAll('style'))

export function pageContext(
  tell: (message: FromFrame) => void,
  enclose: PageContext['enclose'] = own => own,
): PageContext {
  let remoteContent = false
  let allowed: ReadonlySet<string> = new Set()
  return {
    post: { title: '', day: '', url: '/', siteUrl: '', baseurl: '', notices: [] },
    told: new Map(),
    pdfs: new Map(),
    enclose,
    // Without https nothing loads unasked, whatever the setting.
    mayLoad: url => headerAllowsRemote && (allowed.has(url) || (remoteContent && url.startsWith('https:'))),
    mayDress: url => styleOrigins.has(new URL(url).origin),
    wantPicture: url => tell({ type: 'picture', url }),
    mayFrame: origin => framedOrigins.has(origin),
    wantPlayer: (origin, key) => tell({ type: 'player', origin, key }),
    wantPdf: (path, page) => tell({ type: 'pdf', path, page }),
    openPdf: path => tell({ type: 'open-pdf', path }),
    allow(look) {
      const same =
        remoteContent === look.remoteContent &&
        allowed.size === look.allowedPictures.length &&
        look.allowedPictures.every(url => allowed.has(url))
      remoteContent = look.remoteContent
      allowed = new Set(look.allowedPictures)
      return !same && headerAllowsRemote
    },
  }
}
