import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findEmbeds, isPrivateHost, writeEmbed } from '../../../core/post/index.ts'
import { type EmbedLookup, createEmbedLookup } from '../../../electron/services/embed-lookup.ts'
import { createEmbeds } from '../../../electron/services/embed-lookup-api.ts'
import { createEmbedQueue } from '../../../electron/services/embed-lookup-queue.ts'
import { placeResolved } from '../../../electron/services/embed-lookup-place.ts'
import { type EmbedStore, createEmbedStore } from '../../../electron/services/embed-store.ts'
import { diskFileSystem } from '../../../electron/services/file-system.ts'
import {
  type Answer,
  type EmbedServices,
  bytes,
  hold,
  json,
  redirect,
  startEmbedServices,
  status,
} from '../../support/embed-services.ts'

const page = 'https://speakerdeck.com/someone/a-talk'
const deck = 'fedcba9876543210fedcba9876543210'
const html = `<iframe src="//speakerdeck.com/player/${deck}" width="560" height="315"></iframe>`
const good = {
  type: 'rich',
  version: '1.0',
  title: 'A talk',
  author_name: 'Someone',
  html,
  width: 560,
  height: 315,
}
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
  'base64',
)

let services: EmbedServices
let folder: string
let store: EmbedStore
let lookup: EmbedLookup
let now: number

beforeEach(async () => {
  services = await startEmbedServices()
  folder = await mkdtemp(join(tmpdir(), 'lectern-embeds-'))
  store = createEmbedStore({ disk: diskFileSystem, folder })
  now = Date.parse('2026-11-23T10:00:00Z')
  lookup = createEmbedLookup({ network: services.network, store, now: () => now })
})

afterEach(async () => {
  await services.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a service that answers', () => {
  test('tells the id, the title and the shape, and is asked once', async () => {
    services.answer(
      'speakerdeck.com',
      json({ ...good, thumbnail_url: 'https://files.speakerdeck.com/p.png', cache_age: 1 }),
    )
    services.answer('files.speakerdeck.com', bytes('image/png', png))
    const answer = await lookup.lookup(`${page}?slide=3`)
    expect(answer).toMatchObject({
      state: 'cached',
      author: 'Someone',
      embed: {
        provider: 'speakerdeck',
        id: deck,
        title: 'A talk',
        ratio: 560 / 315,
        params: { slide: 3 },
        offlineResolvable: true,
      },
    })
    expect((await store.readPoster(answer.poster!))?.bytes.equals(png)).toBe(true)
    expect(await lookup.lookup(page)).toMatchObject({ state: 'cached', embed: { id: deck } })
    expect(services.requests).toEqual([
      `speakerdeck.com/oembed.json?url=${encodeURIComponent(page)}`,
      'files.speakerdeck.com/p.png',
    ])
    expect(services.lastHeaders()).not.toHaveProperty('cookie')
    expect(services.lastHeaders()).not.toHaveProperty('referer')
  })

  test('is asked again when the answer is old, and the old one stays when it then fails', async () => {
    services.answer('speakerdeck.com', json({ ...good, cache_age: 60 }))
    await lookup.lookup(page)
    now += 59 * 60_000
    expect((await lookup.lookup(page)).state).toBe('cached')
    now += 2 * 60_000
    services.answer('speakerdeck.com', status(503))
    expect(await lookup.lookup(page)).toMatchObject({
      state: 'stale',
      embed: { id: deck, title: 'A talk' },
      httpStatus: 503,
    })
    expect(services.requests.filter(request => request.startsWith('speakerdeck.com/'))).toHaveLength(2)
  })

  test('through a redirect to another public host is followed', async () => {
    services.answer('speakerdeck.com', redirect('https://www.speakerdeck.com/oembed.json'))
    services.answer('www.speakerdeck.com', json(good))
    expect(await lookup.lookup(page)).toMatchObject({ state: 'cached', embed: { id: deck } })
  })

  test('of a short address is the item it leads to', async () => {
    services.answer('b23.tv', redirect('https://www.bilibili.com/video/BV1234567890/'))
    services.answer(
      'www.bilibili.com',
      bytes('text/html', '<head><meta property="og:title" content="A &amp; B"></head>'),
    )
    expect(await lookup.lookup('https://b23.tv/abc')).toMatchObject({
      embed: { provider: 'bilibili', id: 'BV1234567890', title: 'A & B' },
    })
  })

  test('whose page names its player is read by its head', async () => {
    services.answer(
      'band.bandcamp.com',
      bytes(
        'text/html',
        '<head><title>Song</title><meta property="og:video" content="https://bandcamp.com/EmbeddedPlayer/v=2/album=12345/"></head>',
      ),
    )
    expect(await lookup.lookup('https://band.bandcamp.com/album/a-song')).toMatchObject({
      state: 'cached',
      embed: { provider: 'bandcamp', id: 'album=12345', title: 'Song' },
    })
  })

  test('whose page names an oEmbed address is asked there', async () => {
    services.answer('talks.example', (request, response) =>
      request.url?.startsWith('/oembed')
        ? json({ type: 'link', version: '1.0', title: 'From oEmbed' })(request, response)
        : bytes(
            'text/html',
            '<head><link rel="alternate" type="application/json+oembed" href="/oembed?x=1&amp;y=2"></head>',
          )(request, response),
    )
    expect(await lookup.lookup('https://talks.example/a')).toMatchObject({
      embed: { provider: 'generic', title: 'From oEmbed' },
    })
    expect(services.requests).toEqual(['talks.example/a', 'talks.example/oembed?x=1&y=2'])
  })

  test('is asked by at most two requests at once', async () => {
    const hosts = ['a.example', 'b.example', 'c.example', 'd.example']
    for (const host of hosts)
      services.answer(host, (request, response) => {
        setTimeout(() => bytes('text/html', '<head></head>')(request, response), 40)
      })
    await Promise.all(hosts.map(host => lookup.lookup(`https://${host}/x`)))
    expect(services.requests).toHaveLength(4)
    expect(services.mostAtOnce()).toBe(2)
  })
})

const endless: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536, 32)));
    if (!response.destroyed) response.once('drain', more)
  }
  more()
}

const dripping: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 50)
  response.once('close', () => clearInterval(timer))
}

describe('a service that misbehaves', () => {
  test.each<[string, Answer, object]>([
    ['never answers', hold, { state: 'pending', message: expect.stringContaining('in time') }],
    ['answers drop by drop', dripping, { state: 'pending', message: expect.stringContaining('in time') }],
    ['answers without end', endless, { state: 'blocked', message: expect.stringContaining('larger') }],
    ['announces too much', json({}, { 'content-length': '999999999' }), { state: 'blocked' }],
    [
      'packs a bomb',
      (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(8_000_000, 32))),
      { state: 'blocked' },
    ],
    [
      'answers with a page',
      bytes('text/html', '<html></html>'),
      { state: 'pending', message: expect.stringContaining('other than') },
    ],
    [
      'answers with broken JSON',
      bytes('application/json', '{"type": "ri'),
      { state: 'pending', message: expect.stringContaining('cannot be read') },
    ],
    ['answers with a list', json([1, 2]), { state: 'pending' }],
    ['answers with nothing', bytes('application/json', ''), { state: 'pending' }],
    [
      'hangs up',
      (_, response) => void response.destroy(),
      { state: 'pending', message: expect.stringContaining('reached') },
    ],
    ['knows nothing of it', status(404), { state: 'gone', httpStatus: 404 }],
    ['has removed it', status(410), { state: 'gone' }],
    ['wants a sign-in', status(401), { state: 'private' }],
    ['forbids it', status(403), { state: 'private' }],
    [
      'wants to be left alone',
      status(429, { 'retry-after': '120' }),
      { state: 'pending', httpStatus: 429, retryAt: '2026-11-23T10:02:00.000Z' },
    ],
    ['is broken', status(500), { state: 'pending', retryAt: '2026-11-23T10:10:00.000Z' }],
    [
      'redirects without end',
      redirect('https://speakerdeck.com/oembed.json?again'),
      { state: 'pending', message: expect.stringContaining('without end') },
    ],
  ])('%s', async (_, answer, expected) => {
    services.answer('speakerdeck.com', answer)
    expect(await lookup.lookup(page)).toMatchObject({
      ...expected,
      embed: { provider: 'speakerdeck', id: null },
    })
  })

  test('is not asked again at once', async () => {
    services.answer('speakerdeck.com', status(500))
    await lookup.lookup(page)
    await lookup.lookup(page)
    expect(services.requests).toHaveLength(1)
    now += 11 * 60_000
    await lookup.lookup(page)
    expect(services.requests).toHaveLength(2)
  })

  test('with HTML in every field gets none of it into a post', async () => {
    const evil = '"><script>alert(1)</script>\u202E{{ site.secret }}'
    services.answer(
      'speakerdeck.com',
      json({
        ...good,
        title: evil,
        author_name: evil,
        provider_name: evil,
        thumbnail_url: `javascript:${evil}`,
        html: `<script>alert(1)</script>${html.replace('<iframe', '<iframe onload="alert(1)"')}`,
      }),
    )
    const { embed } = await lookup.lookup(page)
    expect(embed).toMatchObject({ id: deck })
    for (const style of ['iframe', 'privacy', 'poster'] as const) {
      const markup = writeEmbed(embed!, style)
      expect(markup).not.toMatch(/<script|onload|\{\{|\u202E/)
      expect(findEmbeds(markup)).toHaveLength(1)
    }
    // The poster's address follows from the id, not from what the service said.
    expect(services.requests.slice(1)).toEqual([
      `files.speakerdeck.com/presentations/${deck}/preview_slide_0.jpg`,
    ])
  })

  test.each([
    ['another service’s player', '<iframe src="https://www.youtube.com/embed/lEcTeRn-_01"></iframe>'],
    ['a stranger’s frame', '<iframe src="https://evil.example/player"></iframe>'],
    ['a script', '<script src="https://evil.example/x.js"></script>'],
    ['a data address', '<iframe src="data:text/html,x"></iframe>'],
  ])('that names %s as its player is believed the title only', async (_, other) => {
    services.answer('speakerdeck.com', json({ ...good, html: other }))
    expect(await lookup.lookup(page)).toMatchObject({
      state: 'pending',
      embed: { provider: 'speakerdeck', id: null, title: 'A talk' },
    })
  })
})

describe('addresses inside', () => {
  test.each([
    'http://127.0.0.1/secret',
    'https://127.0.0.1/secret',
    'http://2130706433/secret',
    'https://[::1]/secret',
    'https://[::ffff:127.0.0.1]/secret',
    'http://169.254.169.254/latest/meta-data',
    'https://10.0.0.8/x',
    'https://intranet.local/x',
    'https://speakerdeck.com:8443/x',
    'https://user:pass@speakerdeck.com/x',
    'file:///etc/passwd',
  ])('a redirect to %s is not followed', async location => {
    services.answer('speakerdeck.com', redirect(location))
    expect(await lookup.lookup(page)).toMatchObject({ state: 'blocked' })
    expect(services.requests).toHaveLength(1)
    expect(services.connections.every(address => !isPrivateHost(address))).toBe(true)
  })

  test.each([['127.0.0.1'], ['169.254.1.1'], ['fd00::1'], ['93.184.215.14', '10.1.2.3'], ['64:ff9b::a00:1']])(
    'a name that resolves to %s is not asked',
    async (...addresses) => {
      services.resolveTo('speakerdeck.com', ...addresses)
      expect(await lookup.lookup(page)).toMatchObject({ state: 'blocked' })
      expect(services.requests).toEqual([])
      expect(services.connections).toEqual([])
    },
  )

  test('a name that turns inward on the second hop is not asked again', async () => {
    services.answer('speakerdeck.com', (request, response) => {
      services.resolveTo('speakerdeck.com', '192.168.1.1')
      redirect('https://speakerdeck.com/again')(request, response)
    })
    expect(await lookup.lookup(page)).toMatchObject({ state: 'blocked' })
    expect(services.requests).toHaveLength(1)
  })

  test('neither a picture nor an oEmbed address that leads inside is fetched', async () => {
    services.answer('speakerdeck.com', json({ ...good, thumbnail_url: 'http://127.0.0.1/p.png' }))
    expect((await lookup.lookup(page)).poster).toBeUndefined()
    services.answer(
      'talks.example',
      bytes(
        'text/html',
        '<head><link rel="alternate" type="application/json+oembed" href="https://192.168.0.1/oembed"></head>',
      ),
    )
    expect(await lookup.lookup('https://talks.example/a')).toMatchObject({ state: 'cached' })
    expect(services.requests).toHaveLength(2)
  })

  test('what is refused or already known asks nobody', async () => {
    for (const address of [
      'http://localhost:4000/',
      'javascript:x',
      '/talks/deck.pdf',
      'https://vine.co/v/abc',
      'https://example.org/a.mp4',
    ])
      expect((await lookup.lookup(address)).state).toMatch(/blocked|ready/)
    await lookup.stored(page)
    expect(services.requests).toEqual([])
  })
})

describe('pictures', () => {
  test.each<[string, Answer]>([
    ['an SVG', bytes('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an SVG that calls itself PNG', bytes('image/png', '<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', bytes('text/html', '<html></html>')],
    ['too large', bytes('image/png', Buffer.concat([png, Buffer.alloc(6_000_000)]))],
  ])('%s is not kept, and the card still is', async (_, answer) => {
    services.answer('speakerdeck.com', json({ ...good, thumbnail_url: 'https://files.speakerdeck.com/p' }))
    services.answer('files.speakerdeck.com', answer)
    const found = await lookup.lookup(page)
    expect(found).toMatchObject({ state: 'cached', embed: { id: deck } })
    expect(found.poster).toBeUndefined()
  })

  test('a kept picture whose bytes were changed is not shown', async () => {
    const hash = (await store.keepPoster(png))!
    await writeFile(join(folder, 'posters', hash.slice(0, 2), hash), Buffer.concat([png, Buffer.from('x')]))
    expect(await store.readPoster(hash)).toBeUndefined()
    expect(await store.readPoster('../../etc/passwd')).toBeUndefined()
  })

  test('the longest unused go when there are too many, pinned ones stay', async () => {
    const small = createEmbedStore({ disk: diskFileSystem, folder, mostBytes: png.length + 10 })
    const first = (await small.keepPoster(png))!
    const second = (await small.keepPoster(Buffer.concat([png, Buffer.from('2')])))!
    await small.prune(new Set([first]))
    expect(await small.readPoster(first)).toBeDefined()
    expect(await small.readPoster(second)).toBeUndefined()
  })
})

describe('the queue', () => {
  const queueOf = (ask: EmbedLookup['lookup']) =>
    createEmbedQueue({
      disk: diskFileSystem,
      file: join(folder, 'queue.json'),
      lookup: ask,
      now: () => now,
      random: () => 0,
    })

  test('waits longer after each try, and at least as long as the service asks', async () => {
    services.answer('speakerdeck.com', hold)
    const queue = queueOf(lookup.lookup)
    await queue.add('_posts/a.md', page)
    await queue.add('_posts/a.md', page)
    expect(await queue.list()).toHaveLength(1)
    const waits: number[] = []
    for (let turn = 0; turn < 3; turn++) {
      const [entry] = await queue.resolve('due')
      waits.push((Date.parse(entry!.nextAt) - now) / 1000)
      now = Date.parse(entry!.nextAt)
    }
    expect(waits).toEqual([30, 120, 600])
    services.answer('speakerdeck.com', status(429, { 'retry-after': '7200' }))
    now += 3_600_000
    const [entry] = await queue.resolve('due')
    expect((Date.parse(entry!.nextAt) - now) / 1000).toBe(7200)
  })

  test('survives a restart, and stops for what is gone', async () => {
    services.answer('speakerdeck.com', status(410))
    await queueOf(lookup.lookup).add('_posts/a.md', page)
    expect(await queueOf(lookup.lookup).resolve('all')).toMatchObject([{ state: 'stopped', address: page }])
    const asked = services.requests.length
    await queueOf(lookup.lookup).resolve('all')
    expect(services.requests).toHaveLength(asked)
  })

  test('writes what was resolved in the place of the link, unless the writer changed it', async () => {
    services.answer('speakerdeck.com', json(good))
    const queue = queueOf(lookup.lookup)
    await queue.add('a.md', page)
    const [entry] = await queue.resolve('all')
    expect(entry).toMatchObject({ state: 'resolved', embed: { id: deck } })
    const file = join(folder, 'a.md')
    const link = `<p class="embed-pending"><a href="${page}">Slides on Speaker Deck: ${page}</a></p>`
    const house = { examples: {}, includes: {} }
    await writeFile(file, `Words.\r\n\r\n${link}\r\n`)
    expect(await placeResolved(diskFileSystem, file, entry!.embed!, house)).toBe('placed')
    expect(await readFile(file, 'utf8')).toBe(
      `Words.\r\n\r\n<script async class="speakerdeck-embed" data-id="${deck}" data-ratio="1.77777777777778" src="//speakerdeck.com/assets/embed.js"></script>\r\n`,
    )
    const edited = `Words.\n\n${link.replace('Slides on', 'My slides on')}\n`
    await writeFile(file, edited)
    expect(await placeResolved(diskFileSystem, file, entry!.embed!, house)).toBe('changed')
    expect(await readFile(file, 'utf8')).toBe(edited)
    expect(await placeResolved(diskFileSystem, join(folder, 'gone.md'), entry!.embed!, house)).toBe('changed')
  })

  test('writes by itself only into a file that nobody edited since the link was saved', async () => {
    services.answer('speakerdeck.com', json(good))
    const posts = join(folder, 'posts')
    const file = join(posts, 'a.md')
    const link = `<p class="embed-pending"><a href="${page}">Slides on Speaker Deck: ${page}</a></p>`
    await mkdir(posts)
    const embeds = createEmbeds({
      disk: diskFileSystem,
      dataDir: join(folder, 'data'),
      folder: posts,
      folderKey: 'posts',
      network: services.network,
    })
    await writeFile(file, 'Not saved yet.\n')
    await embeds.queueEmbed('a.md', page)
    await embeds.resolveEmbedQueue('all')
    await writeFile(file, `${link}\n`)
    expect(await embeds.placeQueuedEmbed('a.md', page, 'queue')).toBe('changed')

    await embeds.queueEmbed('a.md', page)
    await writeFile(file, `Edited elsewhere.\n\n${link}\n`)
    expect(await embeds.placeQueuedEmbed('a.md', page, 'queue')).toBe('changed')
    expect(await readFile(file, 'utf8')).toContain(link)

    await embeds.queueEmbed('a.md', page)
    expect(await embeds.placeQueuedEmbed('a.md', page, 'queue')).toBe('placed')
    expect(await readFile(file, 'utf8')).toContain(`data-id="${deck}"`)
    expect(await embeds.listEmbedQueue()).toEqual([])
  })
})
