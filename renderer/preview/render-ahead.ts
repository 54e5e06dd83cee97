import type { AskedAhead } from '../host/ask-ahead.ts'
import { readShape } from '../state/file-shape.ts'
import { longestRead } from '../state/readable-text.ts'
import { typedSettings } from '../state/settings.ts'
import { chosenJekyll } from './jekyll-choice.ts'
import { chosenView } from './preview-view.ts'
import type { RenderReply, RenderRequest } from './render-protocol.ts'
import { type GivenSite, isSameSite, siteRequest } from './site-request.ts'

/** The whole text: the worker is new. */
type PostRequest = Extract<RenderRequest, { type: 'render' }> & { readonly source: string }

/** What a render worker was asked, and has answered, before anybody could listen. */
export interface Begun {
  readonly asked: PostRequest | undefined
  readonly replies: readonly RenderReply[]
}

/** A render worker at work while the window's own code is still being loaded. */
export interface RenderAhead {
  /**
   * Gives the worker to who listens to it from now on.
   *
   * @returns `begun` where it was given this very site; no worker where it failed to start
   */
  handOver(site: GivenSite): { readonly worker?: Worker; readonly begun?: Begun }
}

/** Gives the worker the site, and then the post of last time, as soon as the host has answered with them. */
export function renderAhead(
  worker: Worker,
  { settings, workspace, site, drafts, post }: AskedAhead,
): RenderAhead {
  const replies: RenderReply[] = []
  const note = ({ data }: MessageEvent<RenderReply>): void => void replies.push(data)
  const fail = (): void => void (hasFailed = true)
  let hasFailed = false
  let isOver = false
  let given: GivenSite | undefined
  let asked: PostRequest | undefined

  function send(request: RenderRequest): void {
    worker.postMessage(request, [])
  }

  async function begin(): Promise<void> {
    const [values, { folder }, snapshot] = await Promise.all([settings, workspace, site])
    if (isOver) return
    const typed = typedSettings(() => values)
    given = { snapshot, folder, jekyll: chosenJekyll(typed) }
    send(siteRequest(given))
    const [kept, open] = await Promise.all([drafts, post])
    // What the journal holds comes first, and is read by the window alone.
    if (isOver || kept.length > 0 || !open) return
    const { text } = readShape(open.file.source)
    if (text.length > longestRead) return
    const view = chosenView(typed)
    const parts = { shell: (view ?? 'page') === 'page', html: view === 'html' }
    asked = { type: 'render', id: 1, path: open.path, source: text, ...parts }
    send(asked)
  }

  worker.addEventListener('message', note)
  worker.addEventListener('error', fail)
  // The window asks for the same, and hears of the failure.
  begin().catch(() => undefined)

  return {
    handOver(wanted) {
      isOver = true
      worker.removeEventListener('message', note)
      worker.removeEventListener('error', fail)
      if (hasFailed) return {}
      return { worker, ...(isSameSite(given, wanted) && { begun: { asked, replies } }) }
    },
  }
}
