import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HostApi } from '../../../../core/contract/index.ts'
import { createEmbeds } from '../../../../electron/services/embed-lookup-api.ts'
import { diskFileSystem } from '../../../../electron/services/file-system.ts'
import { type EmbedQueueOptions, createEmbedQueue } from '../../../../renderer/panels/embed-queue.ts'
import { createNotices } from '../../../../renderer/state/notices.ts'
import { type EmbedServices, json, startEmbedServices } from '../../../support/embed-services.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

const page = 'https://speakerdeck.com/someone/a-talk'
const deck = 'fedcba9876543210fedcba9876543210'
const link = `<p class="embed-pending"><a href="${page}">Slides on Speaker Deck: ${page}</a></p>`
const good = {
  type: 'rich',
  version: '1.0',
  html: `<iframe src="//speakerdeck.com/player/${deck}" width="560" height="315"></iframe>`,
  width: 560,
  height: 315,
}

let services: EmbedServices
let folder: string

beforeEach(async () => {
  services = await startEmbedServices()
  folder = temporaryFolder('posts')
  mkdirSync(join(folder, '_posts'))
  writeFileSync(join(folder, '_posts/a.md'), `Words.\n\n${link}\n`)
})

afterEach(() => services.close())

/** A window with no post open, and the services behind it, as after a start. */
function startWindow({ isOnline = true } = {}) {
  const host = createEmbeds({
    disk: diskFileSystem,
    dataDir: join(folder, '.data'),
    folder,
    folderKey: 'posts',
    network: services.network,
  })
  const queue = createEmbedQueue({
    host: host as unknown as HostApi,
    notices: createNotices(),
    desk: {} as EmbedQueueOptions['desk'],
    settings: {} as EmbedQueueOptions['settings'],
    openPosts: () => [],
    isOnline: () => isOnline,
  })
  return { host, queue }
}

const source = (): string => readFileSync(join(folder, '_posts/a.md'), 'utf8')

test('What the writer left waiting is looked up at the next start, and takes the place of its link', async () => {
  await startWindow().host.queueEmbed('_posts/a.md', page)
  expect(services.requests).toEqual([])
  services.answer('speakerdeck.com', json(good))

  const { queue } = startWindow()
  queue.refresh()
  await expect.poll(source).toContain(`data-id="${deck}"`)
  await expect.poll(() => queue.get()).toEqual({ entries: [], busy: false })
  expect(services.requests[0]).toMatch(/^speakerdeck\.com\/oembed\.json\?/)
})

test('Without a network the start asks nobody, and the list says what waits', async () => {
  await startWindow().host.queueEmbed('_posts/a.md', page)
  const { queue } = startWindow({ isOnline: false })
  queue.refresh()
  await expect.poll(() => queue.get().entries.map(({ state }) => state)).toEqual(['waiting'])
  await pause(100)
  expect(services.requests).toEqual([])

  services.answer('speakerdeck.com', json(good))
  queue.ask('all')
  await expect.poll(source).toContain(`data-id="${deck}"`)
})

test('A file with newer edits is not written into; the answer waits in the list for the writer to put it in', async () => {
  await startWindow().host.queueEmbed('_posts/a.md', page)
  const edited = `Edited by another program.\n\n${link}\n`
  writeFileSync(join(folder, '_posts/a.md'), edited)
  services.answer('speakerdeck.com', json(good))

  const { queue } = startWindow()
  queue.refresh()
  await expect.poll(() => queue.get().entries.map(({ state }) => state)).toEqual(['resolved'])
  expect(source()).toBe(edited)

  queue.place(queue.get().entries[0]!)
  await expect.poll(source).toContain('Edited by another program.\n\n<script async')
})

test('A service that did not answer is not asked again at a start before it is due', async () => {
  const first = startWindow()
  await first.host.queueEmbed('_posts/a.md', page)
  first.queue.refresh()
  await expect.poll(() => first.queue.get().entries.map(({ tries }) => tries)).toEqual([1])
  const asked = services.requests.length

  const { queue } = startWindow()
  queue.refresh()
  await expect.poll(() => queue.get().entries.length).toBe(1)
  await pause(100)
  expect(services.requests.length).toBe(asked)
})

test('Where nothing waits a start asks nobody', async () => {
  const { queue } = startWindow()
  queue.refresh()
  await pause(100)
  expect([queue.get().entries, services.requests]).toEqual([[], []])
})
