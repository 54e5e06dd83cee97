import type { SiteSnapshot } from '../../core/jekyll/index.ts'
import { diffBlocks } from './block-patch.ts'
import type { RenderReply, RenderRequest } from './render-protocol.ts'
import { createRenderer } from './renderer.ts'

/** Holds the site and renders one post at a time, away from the thread that the writer types in. */

let render: ReturnType<typeof createRenderer> | undefined
let lastPath: string | undefined
let lastBlocks: readonly string[] = []

self.addEventListener('message', ({ data }: MessageEvent<RenderRequest>) => {
  if (data.type === 'site') takeSite(data.snapshot)
  else answer(data)
})

function takeSite(snapshot: SiteSnapshot): void {
  render = createRenderer(snapshot)
}

function answer(request: Extract<RenderRequest, { type: 'render' }>): void {
  if (!render) return
  const started = performance.now()
  try {
    const { page, post, blocks } = render(request.path, request.source, request.now)
    const next = blocks.map(block => block.html)
    const patch = diffBlocks(request.path === lastPath ? lastBlocks : [], next)
    lastPath = request.path
    lastBlocks = next
    const lines = Int32Array.from(blocks, block => block.line)
    const renderMs = performance.now() - started
    reply({ type: 'rendered', id: request.id, page: { ...page, renderMs }, post, patch, lines }, [
      lines.buffer,
    ])
  } catch (error) {
    reply({ type: 'failed', id: request.id, reason: error instanceof Error ? error.message : String(error) })
  }
}

function reply(message: RenderReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}
