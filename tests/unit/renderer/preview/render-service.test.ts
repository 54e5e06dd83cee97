import { Text } from '@codemirror/state'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { heardText } from '../../../../core/text/index.ts'
import type { RenderReply, RenderRequest } from '../../../../renderer/preview/render-protocol.ts'
import { type RenderService, createRenderService } from '../../../../renderer/preview/render-service.ts'
import type { SiteSnapshot } from '../../../../core/jekyll/index.ts'

/** A worker that answers when the test says so. */
class StubWorker extends EventTarget {
  static started: StubWorker[] = []
  asked: RenderRequest[] = []
  ended = false

  constructor() {
    super()
    StubWorker.started.push(this)
  }

  postMessage(request: RenderRequest): void {
    this.asked.push(request)
    if (request.type === 'site') queueMicrotask(() => this.answer({ type: 'ready', foundJekyll: '4.3' }))
  }

  terminate(): void {
    this.ended = true
  }

  answer(reply: RenderReply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }))
  }

  /** Answers the last render. */
  render(renderMs = 5): void {
    const { id } = this.sources().at(-1)!
    const page = { path: 'a.md', problems: [], renderMs }
    const post = { title: '', day: '', url: '/', siteUrl: '', baseurl: '', notices: [] }
    const patch = { start: 0, end: 0, middle: [] }
    this.answer({ type: 'rendered', id, page, post, patch, lines: new Int32Array() })
  }

  sources(): Extract<RenderRequest, { type: 'render' }>[] {
    return this.asked.filter(request => request.type === 'render')
  }
}

let source = ''
let rendered: number[] = []
let trouble: string[] = []

async function start(): Promise<{ readonly service: RenderService; readonly worker: StubWorker }> {
  const worker = new StubWorker()
  const service = createRenderService({
    rendering: { handOver: () => ({ worker: worker as unknown as Worker }) },
    onBegun: () => undefined,
    post: () => ({ path: 'a.md', doc: Text.of(source.split('\n')) }),
    onRendered: ({ id }) => rendered.push(id),
    onSite: () => undefined,
    onTrouble: reason => trouble.push(reason),
  })
  service.setSite({ snapshot: { hosting: {} } as SiteSnapshot, folder: '/site', jekyll: undefined })
  await Promise.resolve()
  return { service, worker }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', StubWorker)
  source = 'one'
  rendered = []
  trouble = []
  StubWorker.started = []
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('renders one text at a time, and then the newest', async () => {
  const { service, worker } = await start()
  source = 'two'
  service.request()
  source = 'three'
  service.request()
  expect(worker.sources().map(request => request.source)).toEqual(['one'])
  worker.render()
  expect(worker.sources().map(request => request.source)).toEqual(['one', 'three'])
})

test('ends a worker that hangs, says so, and begins anew with the next key', async () => {
  const { service, worker } = await start()
  vi.advanceTimersByTime(2_100)
  expect([worker.ended, trouble.length]).toEqual([true, 1])
  source = 'two'
  service.request()
  await Promise.resolve()
  const second = StubWorker.started[1]!
  expect(second.asked.map(request => request.type)).toEqual(['site', 'render'])
  second.render()
  expect(rendered).toHaveLength(1)
})

test('a page that was emptied gets no patch made for what it was', async () => {
  const { service, worker } = await start()
  service.forget()
  worker.render()
  expect(rendered).toEqual([])
  worker.render()
  expect(rendered).toHaveLength(1)
})

test('after a long render the next one waits a moment', async () => {
  const { service, worker } = await start()
  source = 'two'
  service.request()
  worker.render(400)
  service.request()
  expect(worker.sources()).toHaveLength(1)
  vi.advanceTimersByTime(200)
  expect(worker.sources().map(request => request.source)).toEqual(['one', 'two'])
})

describe('of a long text', () => {
  const long = 'A line of a long text.\n'.repeat(200)

  /** What the worker has after all that it was told. */
  function heard(worker: StubWorker): string | undefined {
    let text: string | undefined
    for (const { source: told } of worker.sources()) text = heardText(text, told)
    return text
  }

  test('the worker is told all once, and then what changed', async () => {
    source = long
    const { service, worker } = await start()
    for (const next of [`${long}One.`, `Two.\n${long}One.`, `Two.\n${long}`]) {
      worker.render()
      source = next
      service.request()
      expect(typeof worker.sources().at(-1)!.source).toBe('object')
      expect(heard(worker)).toBe(next)
    }
  })

  test('what changed while the worker was busy is told together', async () => {
    source = long
    const { service, worker } = await start()
    for (const typed of ['One', 'One two', 'One two three']) {
      source = `${typed}\n${long}`
      service.request()
    }
    worker.render()
    expect(worker.sources()).toHaveLength(2)
    expect(heard(worker)).toBe(source)
  })

  test('a worker that has another text says so, and is told all of it', async () => {
    source = long
    const { service, worker } = await start()
    worker.render()
    source = `${long}One.`
    service.request()
    worker.answer({ type: 'lost', id: worker.sources().at(-1)!.id })
    expect(worker.sources().at(-1)!.source).toBe(source)
    worker.render()
    expect([rendered.length, trouble]).toEqual([2, []])
  })

  test('a worker that takes the place of another is told all of it', async () => {
    source = long
    const { service } = await start()
    vi.advanceTimersByTime(10_000)
    source = `${long}One.`
    service.request()
    await Promise.resolve()
    expect(StubWorker.started[1]!.sources().map(request => request.source)).toEqual([source])
  })
})
