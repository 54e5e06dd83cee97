import type { FrameLook, FramePost } from '../frame-protocol.ts'

/** What decides how a fragment is shown. */
export interface PageContext {
  post: FramePost
  /** What stands in the page for an element of ours, such as a card, so that the site's style does not reach it. */
  readonly enclose: (own: HTMLElement) => HTMLElement
  /** Whether a picture (or film, or sound) of another host may load. */
  mayLoad(url: string): boolean
  /** The writer wants this picture. */
  wantPicture(url: string): void
  /** Takes what the look allows. @returns whether anything may load now that could not before, or no more */
  allow(look: Pick<FrameLook, 'remoteContent' | 'allowedPictures'>): boolean
}

/** The address of this page says whether its header lets remote pictures in: `/TOKEN/quiet/…` or `/TOKEN/remote/…`. */
const headerAllowsRemote = location.pathname.split('/')[2] === 'remote'

export function pageContext(
  onWanted: (url: string) => void,
  enclose: PageContext['enclose'] = own => own,
): PageContext {
  let remoteContent = false
  let allowed: ReadonlySet<string> = new Set()
  return {
    post: { title: '', day: '', url: '/', siteUrl: '', baseurl: '', notices: [] },
    enclose,
    mayLoad: url => headerAllowsRemote && (remoteContent || allowed.has(url)),
    wantPicture: onWanted,
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
