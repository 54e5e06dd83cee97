import type { RepoPath } from '../../core/contract/index.ts'
import { foundJekyll } from '../../core/jekyll/index.ts'
import { splitFrontMatter } from '../../core/post/index.ts'
import { heardText } from '../../core/text/index.ts'
import { diffBlocks } from './block-patch.ts'
import type { PublishedPlace, RenderReply, RenderRequest } from './render-protocol.ts'
import { type RenderedPost, type Renderer, createRenderer } from './renderer.ts'
import { sitePath } from './site-path.ts'

/** Holds the site and renders one post at a time, away from the thread that the writer types in. */

let render: Renderer | undefined
let toSitePath: (path: RepoPath) => string = path => path
/** The last that was told. */
let text: string | undefined
let shown: { readonly path?: RepoPath; readonly blocks: readonly string[] } = { blocks: [] }

self.addEventListener('message', ({ data }: MessageEvent<RenderRequest>) => {
  if (data.type === 'render') answer(data)
  else if (data.type === 'site') takeSite(data)
  else if (data.type === 'address') answerAddress(data)
  else shown = { blocks: [] }
})

function takeSite({ snapshot, folder }: Extract<RenderRequest, { type: 'site' }>): void {
  render = createRenderer(snapshot)
  toSitePath = path => sitePath(path, folder, snapshot.source)
  reply({ type: 'ready', foundJekyll: foundJekyll(snapshot.hosting) })
}

function answer(request: Extract<RenderRequest, { type: 'render' }>): void {
  const { id, path } = request
  const started = performance.now()
  const source = heardText(text, request.source)
  text = source
  if (source === undefined) return reply({ type: 'lost', id })
  try {
    const rendered = render?.(toSitePath(path), source, request.shell ?? false)
    if (!rendered) return reply({ type: 'failed', id, reason: 'Jekyll makes no page of this file.' })
    const blocks = rendered.blocks.map(block => block.html)
    const patch = diffBlocks(shown.path === path ? shown.blocks : [], blocks)
    shown = { path, blocks }
    const lines = Int32Array.from(rendered.blocks, block => block.line)
    const page = { ...rendered.page, path, renderMs: performance.now() - started }
    const { post, shell } = rendered
    const parts = { ...(shell && { shell }), ...(request.html && { html: blocks.join('') }) }
    reply({ type: 'rendered', id, page, post, patch, lines, ...parts }, [lines.buffer])
  } catch (error) {
    reply({ type: 'failed', id, reason: error instanceof Error ? error.message : String(error) })
  }
}

/** An address depends on the front matter alone, so the text is left out. */
function answerAddress({ id, path, source }: Extract<RenderRequest, { type: 'address' }>): void {
  const frontMatter = source.slice(0, splitFrontMatter(source).body.from)
  try {
    const rendered = render?.(toSitePath(path), frontMatter, false)
    reply({ type: 'address', id, place: rendered ? placeOf(rendered) : undefined })
  } catch {
    // A front matter that stops the renderer is told of by the render of the post.
    reply({ type: 'address', id, place: undefined })
  }
}

function placeOf({ page, post }: RenderedPost): PublishedPlace | undefined {
  const { path, url, publicUrl } = page
  if (path === undefined || url === undefined || publicUrl === undefined) return undefined
  return { path, url, publicUrl, site: { url: post.siteUrl, baseurl: post.baseurl } }
}

function reply(message: RenderReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}
