import {
  type RenderProblem,
  type RenderedDocument,
  type Site,
  type SiteSnapshot,
  createSite,
  renderDocument,
  siteNotices,
  unpublishedLinks,
} from '../../core/jekyll/index.ts'
import { toText } from '../../core/ruby/index.ts'
import { showDay } from '../library/show-day.ts'
import type { RenderedPageState } from '../state/rendered-page.ts'
import type { FramePost } from './frame-protocol.ts'
import { hasOwnStyles } from './own-styles.ts'
import { type PageShell, pageShell } from './page-shell.ts'

/** A rendered post as the worker needs it. */
export interface RenderedPost {
  readonly page: RenderedPageState
  readonly post: FramePost
  readonly blocks: readonly { readonly html: string; readonly line: number }[]
  /** Where it was asked for. */
  readonly shell?: RenderedShell
}

/** The layouts around a post. */
export interface RenderedShell {
  readonly shell: PageShell
  /** Of the site it was rendered from. */
  readonly siteVersion: string
  /** It has a style of the site's own. */
  readonly isDressed: boolean
  /** Where the published page may differ from this one, in words for the writer. */
  readonly differences: readonly string[]
}

/** Renders posts of one site. `path` is relative to the site's source; `null`: Jekyll makes no page of this file. */
export type Renderer = (path: string, source: string, withShell: boolean) => RenderedPost | null

export function createRenderer(snapshot: SiteSnapshot): Renderer {
  const site = createSite(snapshot)
  const address = { siteUrl: configured(site, 'url'), baseurl: configured(site, 'baseurl') }
  const siteLanguage = ['lang', 'language', 'locale'].map(key => configured(site, key)).find(Boolean)
  const leftOut = site.problems.filter(({ code }) => /^(?:config|data|theme)\.|^site\.too-large$/.test(code))
  const differences = [...siteNotices(site), ...leftOut].map(({ message, path }) =>
    path === undefined || message.includes(path) ? message : `${path}: ${message}`,
  )

  /** Rendered apart from the content, so that what is wrong with a layout is not said of the post. */
  function renderShell(source: string, content: RenderedDocument, post: FramePost): RenderedShell {
    const { path } = content
    const page = renderDocument(site, { path, source, layout: true })
    const said = new Set(content.problems.map(noticeOf))
    const ofLayout = (page?.problems ?? []).filter(problem => !said.has(noticeOf(problem)))
    const output = page?.outputHtml ?? null
    const shell = pageShell(output, page?.contentHtml ?? '')
    return {
      shell,
      siteVersion: snapshot.version,
      isDressed: output !== null && shell.type !== 'none' && hasOwnStyles(snapshot, post, output),
      differences: [...differences, ...ofLayout.map(({ message }) => message)],
    }
  }

  return (path, source, withShell) => {
    const document = renderDocument(site, { path, source, blocks: true })
    if (!document) return null
    const { url, date, blocks = [] } = document
    // A post of a time to come is no mistake; the list says it beside each.
    const problems = document.problems.filter(({ code }) => code !== 'document.future')
    const title = typeof document.title === 'string' ? document.title : ''
    const post: FramePost = {
      title,
      day: date === null ? '' : showDay(date),
      url,
      notices: problems.map(noticeOf),
      ...address,
    }
    return {
      page: {
        path,
        url,
        publicUrl: publicUrl(address, url),
        title,
        problems: [...problems, ...unpublishedLinks(site, blocks)],
        ...(siteLanguage !== undefined && { siteLanguage }),
        ...(date !== null && { date }),
      },
      post,
      blocks,
      ...(withShell && { shell: renderShell(source, document, post) }),
    }
  }
}

/** Under the base address, and that under the site's own, where they are set. */
function publicUrl({ siteUrl, baseurl }: { siteUrl: string; baseurl: string }, url: string): string {
  return [siteUrl, baseurl].map(part => part.replace(/\/+$/, '')).join('') + url
}

function noticeOf({ message, line }: RenderProblem): string {
  return `Line ${line}: ${message}`
}

function configured(site: Site, key: string): string {
  return toText(site.settings.configuration.get(key))
}
