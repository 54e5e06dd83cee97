import { Text } from '@codemirror/state'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SiteSnapshot } from '../../../../core/jekyll/index.ts'
import type { AskedAhead } from '../../../../renderer/host/ask-ahead.ts'
import { renderAhead } from '../../../../renderer/preview/render-ahead.ts'
import type { RenderReply, RenderRequest } from '../../../../renderer/preview/render-protocol.ts'
import { createRenderService } from '../../../../renderer/preview/render-service.ts'

class StubWorker extends EventTarget {
  static started: StubWorker[] = []
  asked: RenderRequest[] = []

  constructor() {
    super()
    StubWorker.started.push(this)
  }

  postMessage(request: RenderRequest): void {
    this.asked.push(request)
  }

  answer(reply: RenderReply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }))
  }

  types(): string[] {
    return this.asked.map(request => request.type)
  }
}

const snapshot = { source: '', hosting: {} } as SiteSnapshot
const site = { snapshot, folder: '/talks', jekyll: undefined }
const ready: RenderReply = { type: 'ready', foundJekyll: '4.3' }
const rendered: RenderReply = {
  type: 'rendered',
  id: 1,
  page: { path: '_posts/quay.md', problems: [] },
  post: { title: '', day: '', url: '/', siteUrl: '', baseurl: '', notices: [] },
  patch: { start: 0, end: 0, middle: [] },
  lines: new Int32Array(),
}

function answers(source = 'A *quay*.\r\n', drafts: readonly unknown[] = []): AskedAhead {
  return {
    settings: Promise.resolve({ 'preview.view': 'html' }),
    workspace: Promise.resolve({ folder: '/talks' }),
    site: Promise.resolve(snapshot),
    drafts: Promise.resolve(drafts),
    post: Promise.resolve({ path: '_posts/quay.md', file: { source } }),
  } as unknown as AskedAhead
}

async function begin(asked = answers()) {
  const worker = new StubWorker()
  const rendering = renderAhead(worker as unknown as Worker, asked)
  await vi.waitFor(() => expect(worker.asked.length).toBeGreaterThan(0))
  await new Promise(resolve => setTimeout(resolve))
  return { worker, rendering }
}

function serviceOver(rendering: ReturnType<typeof renderAhead>) {
  const heard: string[] = []
  const service = createRenderService({
    rendering,
    post: () => ({ path: '_posts/quay.md', doc: Text.of(['newer']) }),
    onBegun: ({ html, shell }) => heard.push(`begun html:${html} shell:${shell}`),
    onRendered: ({ id }) => heard.push(`rendered ${id}`),
    onSite: found => heard.push(`site ${found}`),
    onTrouble: reason => heard.push(reason),
  })
  return { heard, service }
}

beforeEach(() => {
  StubWorker.started = []
  vi.stubGlobal('Worker', StubWorker)
})

afterEach(() => vi.unstubAllGlobals())

test('the site and the post of last time are given to the worker as the window would give them', async () => {
  const { worker } = await begin()
  expect(worker.asked).toEqual([
    { type: 'site', folder: '/talks', snapshot },
    { type: 'render', id: 1, path: '_posts/quay.md', source: 'A *quay*.\n', shell: false, html: true },
  ])
})

test('what the worker answered before the window was there is heard, and the newest text follows', async () => {
  const { worker, rendering } = await begin()
  worker.answer(ready)
  worker.answer(rendered)
  const { heard, service } = serviceOver(rendering)
  service.setSite(site)
  expect(heard).toEqual(['begun html:true shell:false', 'site 4.3', 'rendered 1'])
  expect(worker.types()).toEqual(['site', 'render', 'render'])
  expect(worker.asked.at(-1)).toMatchObject({ id: 2, source: 'newer' })
})

test('an answer still under way is waited for', async () => {
  const { worker, rendering } = await begin()
  worker.answer(ready)
  const { heard, service } = serviceOver(rendering)
  service.setSite(site)
  expect(worker.types()).toEqual(['site', 'render'])
  worker.answer(rendered)
  expect(heard.at(-1)).toBe('rendered 1')
  expect(worker.types()).toEqual(['site', 'render', 'render'])
})

test('for another site than was given, the worker begins again and its answers count for nothing', async () => {
  const { worker, rendering } = await begin()
  worker.answer(ready)
  worker.answer(rendered)
  const { heard, service } = serviceOver(rendering)
  service.setSite({ ...site, jekyll: '3.10' })
  expect(heard).toEqual([])
  expect(worker.types()).toEqual(['site', 'render', 'site'])
})

test('what the journal holds comes first, so that the text of the file is not rendered', async () => {
  const { worker } = await begin(answers('Old.', [{ path: '_posts/quay.md' }]))
  expect(worker.types()).toEqual(['site'])
})

test('a worker that could not start gives way to another', async () => {
  const { worker, rendering } = await begin()
  worker.dispatchEvent(new Event('error'))
  const { service } = serviceOver(rendering)
  service.setSite(site)
  expect(StubWorker.started).toHaveLength(2)
  expect(StubWorker.started[1]!.types()).toEqual(['site'])
})
