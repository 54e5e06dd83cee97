import type { JekyllVersion, SiteSnapshot } from '../../core/jekyll/index.ts'
import type { RenderRequest } from './render-protocol.ts'

/** A site as the writer has it built. */
export interface GivenSite {
  readonly snapshot: SiteSnapshot
  /** The open one, which the paths of posts are relative to. */
  readonly folder: string
  /** The Jekyll that the writer chose; undefined where the signs of the site decide. */
  readonly jekyll: JekyllVersion | undefined
}

export function siteRequest({ snapshot, folder, jekyll }: GivenSite): RenderRequest {
  const { chosen: _, ...signs } = snapshot.hosting
  return {
    type: 'site',
    folder,
    snapshot: { ...snapshot, hosting: { ...signs, ...(jekyll && { chosen: jekyll }) } },
  }
}

export function isSameSite(one: GivenSite | undefined, other: GivenSite): boolean {
  return one?.snapshot === other.snapshot && one.folder === other.folder && one.jekyll === other.jekyll
}
