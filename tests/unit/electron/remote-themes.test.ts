import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { HostEvent } from '../../../core/contract/index.ts'
import { type RemoteTheme, createSite, renderDocument, siteNotices } from '../../../core/jekyll/index.ts'
import { command as render } from '../../../electron/hosts/cli/commands/render.ts'
import { findFetchedTheme } from '../../../electron/services/fetched-themes.ts'
import { diskFileSystem } from '../../../electron/services/file-system.ts'
import { type RemoteThemes, createRemoteThemes } from '../../../electron/services/remote-themes.ts'
import { readSite } from '../../../electron/services/site-reader.ts'
import { usualLimits } from '../../../electron/services/theme-download.ts'
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
import { available } from '../../support/needs.ts'
import { tarOf, themeArchive } from '../../support/tar.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const github = 'codeload.github.com'
const theme: RemoteTheme = { host: 'github.com', owner: 'quay', name: 'harbour-theme', ref: 'HEAD' }
const parts = {
  '_layouts/default.html': '<html><body class="harbour">{% include mast.html %}{{ content }}</body></html>',
  '_includes/mast.html': '<header>{{ site.data.harbour.motto }}, {{ site.title }}</header>',
  '_data/harbour.yml': 'motto: Low tide\n',
  '_config.yml': 'title: of the theme\n',
  'assets/harbour.css': 'body { color: navy }',
  'README.md': 'No part of a theme.',
  '_posts/2020-01-01-not-a-part.md': 'x',
}

let services: EmbedServices
let themes: string
let events: HostEvent[]

beforeEach(async () => {
  services = await startEmbedServices()
  onTestFinished(services.close)
  themes = join(temporaryFolder('data'), 'themes')
  events = []
})

function roomFor(named: RemoteTheme | undefined = theme, limits = usualLimits): RemoteThemes {
  return createRemoteThemes({
    disk: diskFileSystem,
    themes,
    named: async () => named,
    announce: event => void events.push(event),
    network: { ...services.network, connectMs: 5_000 },
    limits,
  })
}

function siteOf(configuration: string): string {
  const site = temporaryFolder('site')
  mkdirSync(join(site, '_posts'))
  writeFileSync(join(site, '_config.yml'), configuration)
  writeFileSync(join(site, '_posts/2024-01-01-tides.md'), '---\nlayout: default\n---\nHigh.\n')
  return site
}

async function pageOf(site: string): Promise<{ html: string | null | undefined; notices: string[] }> {
  const made = createSite(await readSite(site, { fetchedThemes: themes }), { jekyll: '4.3' })
  const page = renderDocument(made, { path: '_posts/2024-01-01-tides.md', layout: true })
  return { html: page?.outputHtml, notices: siteNotices(made).map(({ message }) => message) }
}

/** Everything below a folder, to see that nothing was left. */
const below = (folder: string): string[] =>
  existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]).toSorted() : []

describe('a theme in another repository', () => {
  test('is named as missing, fetched once, worn offline, and forgotten', async () => {
    services.answer(github, bytes('application/x-gzip', themeArchive(parts)))
    const site = siteOf('remote_theme: Quay/Harbour-Theme\nplugins: [jekyll-remote-theme]\n')
    const bare = await pageOf(site)
    expect(bare.html).toBe('<p>High.</p>\n')
    expect(bare.notices).toEqual([
      'The theme “quay/harbour-theme” lies on github.com, not on this machine: its layouts and styles are missing here.',
    ])
    expect(services.requests).toEqual([])

    await roomFor().fetchTheme()
    expect(services.requests).toEqual([`${github}/quay/harbour-theme/tar.gz/HEAD`])
    expect(events).toContainEqual({ type: 'site-changed' })
    const found = (await findFetchedTheme(themes, theme))!
    expect(below(found.folder).filter(path => path.includes('.'))).toEqual([
      '_data/harbour.yml',
      '_includes/mast.html',
      '_layouts/default.html',
      'assets/harbour.css',
    ])
    const record = JSON.parse(readFileSync(join(found.folder, '../theme.json'), 'utf8')) as object
    expect(record).toMatchObject({ v: 1, ...theme, commit: 'c'.repeat(40) })

    const dressed = await pageOf(site)
    expect(dressed.html).toBe(
      '<html><body class="harbour"><header>Low tide, </header><p>High.</p>\n</body></html>',
    )
    expect(dressed.notices).toEqual([expect.stringMatching(/^The theme “.*” is shown as it was on \d{4}-/)])
    expect(services.requests).toHaveLength(1)

    await roomFor().forgetTheme()
    expect((await pageOf(site)).html).toBe('<p>High.</p>\n')
    expect(below(themes)).toEqual([])
  })

  // Asks the real Jekyll, which not every machine has; CI requires it.
  test.skipIf(!available('jekyll'))('makes the page that the real Jekyll makes of it', async () => {
    services.answer(github, bytes('application/x-gzip', themeArchive(parts)))
    await roomFor().fetchTheme()
    const { folder } = (await findFetchedTheme(themes, theme))!
    const site = siteOf('title: of the site\nremote_theme: quay/harbour-theme\n')
    writeFileSync(join(folder, '_config.yml'), parts['_config.yml'])
    mkdirSync(join(site, '_plugins'))
    // What the plugin does once it has unpacked the archive (lib/jekyll-remote-theme/munger.rb).
    writeFileSync(
      join(site, '_plugins/elsewhere.rb'),
      `class Elsewhere < Jekyll::Theme
  def root = ${JSON.stringify(realpathSync(folder))}
end
Jekyll::Hooks.register(:site, :after_reset) do |site|
  site.theme = Elsewhere.new('harbour-theme')
  site.send(:configure_include_paths)
end
`,
    )
    execFileSync('jekyll', ['build', '-q', '-s', site, '-d', join(site, '_site')], {
      env: { ...process.env, LANG: 'C.UTF-8' },
    })
    const built = readFileSync(join(site, '_site/2024/01/01/tides.html'), 'utf8')
    expect((await pageOf(site)).html).toBe(built)
    expect(built).toContain('Low tide, of the site')
  })

  test('is worn by lectern render once it was fetched', async () => {
    const home = temporaryFolder('home')
    themes = join(home, 'data', 'themes')
    services.answer(github, bytes('application/x-gzip', themeArchive(parts)))
    const site = siteOf('remote_theme: quay/harbour-theme\n')
    const rendered = async (): Promise<string> => {
      const printed: string[] = []
      const exit = await render.run({
        args: ['--layout', join(site, '_posts/2024-01-01-tides.md')],
        cwd: site,
        env: { ...process.env, LECTERN_HOME: home },
        stdin: async () => '',
        out: text => void printed.push(text),
        err: () => {},
      })
      expect(exit).toBe(0)
      return printed.join('')
    }
    expect(await rendered()).toBe('<p>High.</p>\n')
    expect(services.requests).toEqual([])
    await roomFor().fetchTheme()
    expect(await rendered()).toContain('<body class="harbour"><header>Low tide, </header><p>High.</p>')
    expect(services.requests).toHaveLength(1)
  })

  test('is fetched again in the place of what was there', async () => {
    services.answer(github, bytes('application/x-gzip', themeArchive(parts)))
    await roomFor().fetchTheme()
    services.answer(github, bytes('application/x-gzip', themeArchive({ '_layouts/new.html': 'new' })))
    await roomFor().fetchTheme()
    const found = (await findFetchedTheme(themes, theme))!
    expect(below(found.folder)).toEqual(['_layouts', '_layouts/new.html'])
    expect(readdirSync(themes)).toHaveLength(1)
  })

  test('comes from where its name says: a branch, another GitHub, the newest release', async () => {
    const archive = bytes('application/x-gzip', themeArchive(parts))
    for (const host of [github, 'codeload.code.example']) services.answer(host, archive)
    services.answer('api.github.com', json({ tag_name: 'v2.1' }))
    await roomFor({ ...theme, ref: 'blue' }).fetchTheme()
    await roomFor({ ...theme, host: 'code.example' }).fetchTheme()
    await roomFor({ ...theme, ref: 'latest' }).fetchTheme()
    services.answer('api.github.com', status(404))
    await roomFor({ ...theme, ref: 'latest' }).fetchTheme()
    expect(services.requests).toEqual([
      `${github}/quay/harbour-theme/tar.gz/blue`,
      'codeload.code.example/quay/harbour-theme/tar.gz/HEAD',
      'api.github.com/repos/quay/harbour-theme/releases/latest',
      `${github}/quay/harbour-theme/tar.gz/v2.1`,
      'api.github.com/repos/quay/harbour-theme/releases/latest',
      `${github}/quay/harbour-theme/tar.gz/HEAD`,
    ])
    expect(readdirSync(themes)).toHaveLength(3)
  })

  test('wins over a gem, as its plugin has it; a name of no such form is passed over and said', async () => {
    services.answer(github, bytes('application/x-gzip', themeArchive(parts)))
    await roomFor().fetchTheme()
    const both = await pageOf(siteOf('theme: minima\nremote_theme: quay/harbour-theme\n'))
    expect(both.html).toContain('class="harbour"')
    expect(both.notices.at(-1)).toBe(
      'Jekyll wears the theme “quay/harbour-theme” only with the plugin jekyll-remote-theme, which this site does not name.',
    )
    const none = await pageOf(siteOf('remote_theme: harbour\n'))
    expect(none.notices).toEqual([
      '“harbour” is no theme of the form owner/name, so the site is built without it.',
    ])
  })
})

describe('a fetch that comes to nothing', () => {
  const traps: Readonly<Record<string, string>> = {
    '../_layouts/up.html': '',
    '_layouts/../../up.html': '',
    '_layouts//double.html': '',
    '_layouts/./dot.html': '',
    '_layouts/back\\slash.html': '',
    '_layouts/C:drive.html': '',
    '_layouts/con': '',
    '_layouts/line\nbreak.html': '',
    '_layouts/dot.': '',
    '/_layouts/root.html': '',
  }
  const refused: readonly (readonly [string, Answer, string])[] = [
    ['is not there', status(404), 'theme.not-found'],
    ['is answered with an error', status(503), 'theme.refused'],
    ['leads into the machine', redirect('https://127.0.0.1/theme'), 'theme.led-astray'],
    ['leads to a name of the machine', redirect('https://inside.example/theme'), 'theme.led-astray'],
    ['leads in circles', redirect(`https://${github}/again`), 'theme.led-astray'],
    ['is never answered', hold, 'theme.timeout'],
    ['is a login page', bytes('text/html', '<title>Log in</title>'), 'theme.not-an-archive'],
    ['is cut off', bytes('application/x-gzip', themeArchive(parts).subarray(0, 200)), 'theme.not-an-archive'],
    ['is packed, but no archive', bytes('x/y', gzipSync('words '.repeat(500))), 'theme.not-an-archive'],
    ['has no parts of a theme', bytes('x/y', themeArchive({ 'README.md': '' })), 'theme.empty'],
    ['has only names that lead elsewhere', bytes('x/y', themeArchive(traps)), 'theme.empty'],
    [
      'has only links',
      bytes('x/y', gzipSync(tarOf([{ path: 't/_layouts/a.html', type: '2', linkTo: '/etc/passwd' }]))),
      'theme.empty',
    ],
    [
      'is larger than Lectern takes',
      bytes('x/y', themeArchive({ '_layouts/a.html': 'a'.repeat(9_000) })),
      'theme.too-large',
    ],
    [
      'has more files than Lectern takes',
      bytes('x/y', themeArchive(Object.fromEntries([...'abcdefg'].map(name => [`_layouts/${name}`, name])))),
      'theme.too-large',
    ],
    [
      'unpacks to far more than it is',
      bytes('x/y', themeArchive({ 'demo.bin': 'a'.repeat(200_000) })),
      'theme.too-large',
    ],
  ]

  test.each(refused)('%s: says so and keeps nothing', async (_, answer, code) => {
    services.resolveTo('inside.example', '192.168.1.7')
    services.answer(github, answer)
    const limits = {
      ...usualLimits,
      keptBytes: 8_000,
      keptFiles: 6,
      unpackedBytes: 100_000,
      silentMs: answer === hold ? 200 : usualLimits.silentMs,
    }
    await expect(roomFor(theme, limits).fetchTheme()).rejects.toMatchObject({ code })
    expect(below(themes)).toEqual([])
    expect(events.filter(({ type }) => type === 'site-changed')).toEqual([])
    expect(services.connections.filter(address => address.startsWith('192.'))).toEqual([])
  })

  test('because the network is gone, or the site names no theme', async () => {
    await services.close()
    await expect(roomFor().fetchTheme()).rejects.toMatchObject({ code: 'theme.unreachable' })
    const unnamed = createRemoteThemes({
      disk: diskFileSystem,
      themes,
      named: async () => undefined,
      announce: () => {},
      network: services.network,
    })
    await expect(unnamed.fetchTheme()).rejects.toMatchObject({ code: 'theme.none' })
  })

  test('because the writer gives up, also in the middle of it; what was there stays', async () => {
    services.answer(github, bytes('application/x-gzip', themeArchive(parts)))
    await roomFor().fetchTheme()
    const before = below(themes)
    services.answer(github, (_, response) => {
      response.writeHead(200, { 'content-type': 'application/x-gzip' })
      response.write(themeArchive(parts).subarray(0, 100))
    })
    const room = roomFor()
    const fetching = room.fetchTheme()
    const seen = expect(fetching).rejects.toMatchObject({ code: 'theme.cancelled' })
    await expect.poll(() => events.some(({ type }) => type === 'theme-progress')).toBe(true)
    await room.cancelThemeFetch()
    await seen
    expect(below(themes)).toEqual(before)
  })

  test('because Lectern’s own folder cannot be written', async () => {
    services.answer(github, bytes('application/x-gzip', themeArchive(parts)))
    writeFileSync(themes, 'a file where the folder should be')
    await expect(roomFor().fetchTheme()).rejects.toMatchObject({ code: 'theme.not-kept' })
  })
})
