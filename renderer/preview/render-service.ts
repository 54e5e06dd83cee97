import type { Text } from '@codemirror/state'
import type { RepoPath } from '../../core/contract/index.ts'
import { createTextTeller } from '../state/text-teller.ts'
import type { Begun, RenderAhead } from './render-ahead.ts'
import type { PublishedPlace, RenderReply, RenderRequest, WantedParts } from './render-protocol.ts'
import { startRenderWorker } from './render-worker.ts'
import { type GivenSite, siteRequest } from './site-request.ts'

export type Rendered = Extract<RenderReply, { type: 'rendered' }>

export interface RenderServiceOptions {
  /** The first worker, which may have begun. */
  readonly rendering: RenderAhead
  /** The newest text, asked for when the worker is free. */
  readonly post: () => ({ readonly path: string; readonly doc: Text } & WantedParts) | undefined
  /** What was asked before the service was there is taken over: `post` was not asked for it. */
  readonly onBegun: (asked: WantedParts) => void
  readonly onRendered: (rendered: Rendered) => void
  /** The site is in order; `foundJekyll` says which Jekyll its signs point to. */
  readonly onSite: (foundJekyll: string) => void
  /** The worker failed on this text, or hung and was ended; the page on the screen is an older one. */
  readonly onTrouble: (reason: string) => void
}

/** Renders the open post in a worker: at most one render at a time, always the newest text. */
export interface RenderService {
  /** The site, or what it became. */
  setSite(site: GivenSite): void
  /** The text changed. */
  request(): void
  /** The page is empty again: the next patch is made from nothing. */
  forget(): void
  /** Where a post would be published with this path and front matter; undefined where nobody can say in time. */
  placeOf(path: RepoPath, source: string): Promise<PublishedPlace | undefined>
}

/** Nobody waits longer to hear where a post would be. */
const addressMs = 2_000

/** A render that takes longer hangs: posts measured take a tenth of it, long ones too. */
function hangMs({ length }: { readonly length: number }, { shell }: WantedParts): number {
  return 2_000 + length / 250 + (shell ? forLayoutsMs : 0)
}

/** Layouts may list every post of a large site. */
const forLayoutsMs = 8_000

/** After a long render the next one waits, so that typing in a very long post has the machine to itself at times. */
function breather(reply: RenderReply): number {
  const tookMs = reply.type === 'rendered' ? (reply.page.renderMs ?? 0) : 0
  return tookMs > 100 ? tookMs / 2 : 0
}

const stopped = 'The preview stopped at something in this post. Typing tries again.'

const hangs =
  'The preview took too long and was stopped. It shows the text as it was before; typing tries again.'

export function createRenderService(options: RenderServiceOptions): RenderService {
  let worker: Worker | undefined
  let ahead: RenderAhead | undefined = options.rendering
  let site: GivenSite | undefined
  let lastId = 0
  /** The worker has put the site in order. */
  let ready = false
  let busy = false
  let resting = false
  /** The render under way began before the page was emptied. */
  let discard = false
  let wanted = false
  let watchdog: ReturnType<typeof setTimeout> | undefined
  const teller = createTextTeller()
  const waiting = new Map<number, (place: PublishedPlace | undefined) => void>()

  function start(): Worker {
    const started = listenTo(startRenderWorker())
    ready = false
    teller.forget()
    if (site) send(started, siteRequest(site))
    return started
  }

  function listenTo(started: Worker): Worker {
    started.addEventListener('message', ({ data }: MessageEvent<RenderReply>) => done(data))
    started.addEventListener('error', event => stop(`${stopped} (${event.message})`))
    return started
  }

  function goOn({ asked, replies }: Begun): void {
    if (asked) {
      lastId = asked.id
      take(asked.source, asked)
      options.onBegun(asked)
    }
    for (const reply of replies) done(reply)
  }

  function take(text: { readonly length: number }, parts: WantedParts): void {
    busy = true
    watchdog = setTimeout(() => stop(hangs), hangMs(text, parts))
  }

  function done(reply: RenderReply): void {
    if (reply.type === 'ready') {
      ready = true
      options.onSite(reply.foundJekyll)
      return next()
    }
    if (reply.type === 'address') return waiting.get(reply.id)?.(reply.place)
    clearTimeout(watchdog)
    busy = false
    if (reply.type === 'lost') {
      discard = false
      teller.forget()
      return next()
    }
    if (reply.type === 'failed') options.onTrouble(reply.reason)
    else if (!discard) options.onRendered(reply)
    discard = false
    rest(breather(reply))
  }

  function rest(forMs: number): void {
    resting = forMs > 0
    const goOn = () => {
      resting = false
      if (wanted) next()
    }
    if (resting) setTimeout(goOn, forMs)
    else goOn()
  }

  function stop(reason: string): void {
    clearTimeout(watchdog)
    worker?.terminate()
    worker = undefined
    busy = false
    discard = false
    options.onTrouble(reason)
  }

  function next(): void {
    wanted = true
    const post = options.post()
    if (busy || resting || !site || !post) return
    worker ??= start()
    if (!ready) return
    wanted = false
    const { doc, ...about } = post
    take(doc, about)
    send(worker, { type: 'render', id: ++lastId, ...about, source: teller.tell(doc) })
  }

  return {
    setSite(next) {
      site = next
      const first = ahead?.handOver(next)
      ahead = undefined
      if (first?.worker) worker = listenTo(first.worker)
      if (first?.begun) return goOn(first.begun)
      ready = false
      if (worker) send(worker, siteRequest(site))
      else worker = start()
    },
    request: next,
    forget() {
      if (worker) send(worker, { type: 'forget' })
      discard = busy
      next()
    },
    placeOf(path, source) {
      if (!worker || !ready) return Promise.resolve(undefined)
      const id = ++lastId
      const answer = new Promise<PublishedPlace | undefined>(resolve => {
        waiting.set(id, resolve)
        setTimeout(resolve, addressMs, undefined)
      })
      send(worker, { type: 'address', id, path, source })
      return answer.finally(() => waiting.delete(id))
    },
  }
}

function send(worker: Worker, request: RenderRequest): void {
  worker.postMessage(request, [])
}
