import type { SiteSnapshot } from '../../core/jekyll/index.ts'
import type { FramePost } from '../preview/frame-protocol.ts'
import type { PageShell } from '../preview/page-shell.ts'
import type { RenderReply, RenderRequest } from '../preview/render-protocol.ts'
import { startRenderWorker } from '../preview/render-worker.ts'

/** A text of a post, and where it lies: relative to the folder that is asked with it. */
export interface TextToRender {
  readonly path: string
  readonly source: string
}

/** A post as a preview page is given it. */
export interface RenderedText {
  readonly post: FramePost
  readonly publicUrl: string
  readonly blocks: readonly string[]
  /** For each block, the line of the source it begins at, from 1. */
  readonly lines: Int32Array
  readonly shell: PageShell
}

/** Reading a large site and rendering two long posts takes a fraction of this. */
const deadlineMs = 20_000

/**
 * Renders texts of one site one after the other, in a worker of their own that is ended with them.
 *
 * @param folder absolute; the paths of the texts are relative to it
 * @returns in the same order; undefined for a file that Jekyll makes no page of
 */
export async function renderTexts(
  snapshot: SiteSnapshot,
  folder: string,
  texts: readonly TextToRender[],
  signal: AbortSignal,
): Promise<(RenderedText | undefined)[]> {
  const worker = startRenderWorker()
  const ended = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])
  try {
    await ask(worker, { type: 'site', snapshot, folder }, ended)
    const rendered: (RenderedText | undefined)[] = []
    for (const [id, { path, source }] of texts.entries()) {
      worker.postMessage({ type: 'forget' } satisfies RenderRequest, [])
      rendered.push(asText(await ask(worker, { type: 'render', id, path, source, shell: true }, ended)))
    }
    return rendered
  } finally {
    worker.terminate()
  }
}

function ask(worker: Worker, request: RenderRequest, ended: AbortSignal): Promise<RenderReply> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error('The page could not be rendered: it took too long.'))
    ended.addEventListener('abort', fail, { once: true })
    worker.addEventListener('message', ({ data }: MessageEvent<RenderReply>) => resolve(data), { once: true })
    worker.addEventListener('error', event => reject(new Error(event.message)), { once: true })
    worker.postMessage(request, [])
  })
}

function asText(reply: RenderReply): RenderedText | undefined {
  if (reply.type !== 'rendered') return undefined
  const { post, page, patch, lines, shell } = reply
  return {
    post,
    publicUrl: page.publicUrl ?? '',
    blocks: patch.middle.flatMap(block => ('html' in block ? block.html : [])),
    lines,
    shell: shell?.shell ?? { type: 'none' },
  }
}
