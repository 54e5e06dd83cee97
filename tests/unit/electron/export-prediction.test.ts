import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { preflight } from '../../../core/export/index.ts'
import { readSite } from '../../../electron/services/site-reader.ts'
import { available } from '../../support/needs.ts'
import { type BuildOracle, startBuildOracle } from '../../support/oracle-build.ts'
import { temporaryFolder } from '../../support/temporary.ts'

/** `date:` of a post, as writers write it. */
const dates = [
  '',
  '2015-07-04',
  '2015-07-04 13:00',
  '2015-07-04 13:00:00',
  '2015-07-04 23:30:00',
  '"2015-07-04 23:30:00"',
  '2015-07-04 00:30:00 +0200',
  '2015-07-04T22:15:00-07:00',
  '2015-07-04 13:00:00 PST',
  '2015-07-05 01:00:00 Z',
  '2015-12-31 23:59:59',
  '2015-03-29 02:30:00',
]
const zones = ['UTC', 'Europe/Warsaw', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Auckland']
const permalinks = [
  '',
  'pretty',
  'none',
  'ordinal',
  '/:year/:month/:day/:hour-:minute/:title/',
  '/t/:short_year-:i_day/:slug',
]
const times = ['2015-07-04T11:14:00Z', '2015-07-04T15:30:00Z', '2016-01-01T00:00:00Z']

interface Site {
  readonly zone: string
  readonly timezone: string | undefined
  readonly permalink: string
  readonly future: boolean
}

/** Every permalink and every zone with every other thing, without all their combinations. */
const sites: readonly Site[] = zones.flatMap((zone, z) =>
  permalinks.map((permalink, p) => ({
    zone,
    permalink,
    timezone: (z + p) % 3 === 0 ? zones[(z + 2) % zones.length] : undefined,
    future: (z + p) % 4 === 1,
  })),
)

// Asks the real Jekyll, which not every machine has; CI requires it.
describe.skipIf(!available('jekyll'))(
  'where a post will be, and whether anybody sees it, is what the real Jekyll does',
  () => {
    let oracle: BuildOracle | undefined
    afterAll(() => oracle?.close())

    test.each(sites)(
      'built in $zone, timezone $timezone, permalink “$permalink”, future $future',
      async site => {
        oracle ??= startBuildOracle()
        const folder = realpathSync(temporaryFolder())
        const paths = writeBlog(join(folder, 'blog'), site)
        for (const time of times) {
          const nowSeconds = Date.parse(time) / 1000
          const snapshot = await readSite(join(folder, 'blog'), {
            nowSeconds,
            environment: { TZ: site.zone },
          })
          const subjects = paths.map(path => ({ path, repoPath: path, asked: path }))
          const { pages } = preflight({ after: snapshot, before: snapshot, subjects, nowSeconds })
          const built = await oracle.build({
            source: join(folder, 'blog'),
            destination: join(folder, 'site'),
            time: time.replace('T', ' ').replace('Z', ' +0000'),
            timezone: site.zone,
          })
          const real = new Map(built.documents.map(document => [document.path, document]))
          const expected = paths.map(path => ({ path, url: real.get(path)?.url, visible: real.has(path) }))
          const ours = pages.map(({ path, url, visible }) => ({
            path,
            url: visible ? url : undefined,
            visible,
          }))
          expect(ours).toEqual(expected)
        }
      },
    )

    function writeBlog(root: string, { timezone, permalink, future }: Site): string[] {
      const config = [
        'title: A blog',
        ...(timezone === undefined ? [] : [`timezone: ${timezone}`]),
        ...(permalink === '' ? [] : [`permalink: ${permalink}`]),
        ...(future ? ['future: true'] : []),
      ]
      write(join(root, '_config.yml'), `${config.join('\n')}\n`)
      return dates.flatMap((date, index) =>
        ['2015-07-04', '2015-07-05'].map(day => {
          const path = `_posts/${day}-talk-${index}.md`
          const field = date === '' ? '' : `date: ${date}\n`
          write(join(root, path), `---\ntitle: Talk ${index}\n${field}---\n\nWords.\n`)
          return path
        }),
      )
    }
  },
)

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
