import type { SiteSnapshot } from '../../core/jekyll/index.ts'
import { escapeHtml } from '../../core/text/index.ts'
import type { FramePost } from './frame-protocol.ts'
import type { RenderedPageState } from '../state/rendered-page.ts'

/** A rendered post as the worker needs it. */
export interface RenderedPost {
  readonly page: RenderedPageState
  readonly post: FramePost
  readonly blocks: readonly { readonly html: string; readonly line: number }[]
}

/** Renders posts of one site. */
export function createRenderer(
  _snapshot: SiteSnapshot,
): (path: string, source: string, now: string) => RenderedPost {
  return (path, source) => {
    const blocks: { html: string; line: number }[] = []
    let line = 1
    for (const paragraph of source.split('\n\n')) {
      blocks.push({ html: `<p>${escapeHtml(paragraph)}</p>\n`, line })
      line += paragraph.split('\n').length + 1
    }
    return {
      page: { path, problems: [] },
      post: { title: path, day: '', url: '/', siteUrl: '', baseurl: '' },
      blocks,
    }
  }
}
