import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyEdits, invertEdits } from '../../../../../core/text/index.ts'
import { type UpdateRequest, addUpdate } from '../../../../../core/post/updates/add-update.ts'
import { findUpdates } from '../../../../../core/post/updates/find-updates.ts'

const seed = resolve(import.meta.dirname, '../../../../../../shared/seed')
const seedFile = (name: string): string | undefined => {
  try {
    return readFileSync(resolve(seed, name), 'utf8')
  } catch {
    return undefined
  }
}
const video =
  '<div class="flex-video">\n    <iframe width="540" height="304" src="https://www.youtube.com/embed/abcdefghijk" frameborder="0" allowfullscreen></iframe>\n</div>'
const front = '---\nlayout: post\ndate: 2015-07-04 13:00:00\n---\n'

function added(source: string, request: UpdateRequest): string {
  const { edits } = addUpdate(source, request)
  const after = applyEdits(source, edits)
  expect(applyEdits(after, invertEdits(source, edits))).toBe(source)
  return after
}

test('adds heading and video above the definitions, and a banner above the first thing a reader sees', () => {
  const source = `${front}{% include JB/setup %}\n<!-- a\nnote -->\n\n<script src="x"></script>\n\nWords with a [link][].\n\n[link]: http://a.example/\n[other]: http://b.example/\n`
  expect(added(source, { date: '2015-07-14', video: 'https://youtu.be/abcdefghijk' })).toBe(
    `${front}{% include JB/setup %}\n<!-- a\nnote -->\n\n***Updated: 14 July (see below)***\n\n<script src="x"></script>\n\nWords with a [link][].\n\n### Update — 14 July\n\n${video}\n\n[link]: http://a.example/\n[other]: http://b.example/\n`,
  )
})

// What it reads is other people’s and lies beside the project, not in it.
test.skipIf(seedFile('README.md') === undefined)(
  'replays the update of the seed with the author’s own lines',
  () => {
    const before = seedFile('history-2-link-fixed-4-july.md')!
    const real = seedFile('history-3-update-added-14-july.md')!.split('\n')
    const { edits } = addUpdate(before, {
      date: '2015-07-14',
      video: 'https://www.youtube.com/watch?v=zi2TdMXs7Cc',
    })
    expect(edits).toHaveLength(2)
    for (const edit of edits) {
      expect(edit.from).toBe(edit.to)
      for (const line of edit.insert.split('\n')) expect(real).toContain(line)
    }
    const [banner, section] = edits
    expect(before.slice(banner!.from)).toMatch(/^<script async class="speakerdeck-embed"/)
    expect(before.slice(section!.from)).toMatch(/^\[MISO\]: /)
    expect(section!.insert).toMatch(/^### [^\n]*\n\n<div[\s\S]*<\/div>\n\n$/)
  },
)

describe('a second update', () => {
  const first = added(`${front}Words.\n\n[a]: http://a.example/\n`, { date: '2015-07-14', text: 'One.' })

  test('goes below the first and moves the banner to its day', () => {
    expect(added(first, { date: '2015-08-02', title: 'Slides', text: 'Two.' })).toBe(
      `${front}***Updated: 2 August (see below)***\n\nWords.\n\n### Update — 14 July\n\nOne.\n\n### Update — 2 August: Slides\n\nTwo.\n\n[a]: http://a.example/\n`,
    )
  })

  test('names its year where it is not the post’s', () => {
    expect(added(first, { date: '2016-01-09' })).toContain('***Updated: 9 January 2016 (see below)***')
  })

  test('names all days where the author’s posts do', () => {
    const other = `${front}**Updated: 1 June and 3 June (see below)**\n\nA\n\n## Update (1 June)\n\nB\n\n## Update (3 June)\n\nC\n`
    expect(added(first, { date: '2015-08-02', posts: [other] })).toContain(
      '***Updated: 14 July and 2 August (see below)***',
    )
  })
})

describe('follows the author', () => {
  const cases: [string, string, string][] = [
    [
      'heading level, brackets and date',
      '## UPDATE (2014-05-14)\n\nOld.\n',
      '## UPDATE (2015-07-14)\n\nNew.\n',
    ],
    ['an American date', '## Update: May 14th, 2014\n\nOld.\n', '## Update: July 14th, 2015\n\nNew.\n'],
    ['language', '### Mise à jour — 14 mai 2014\n\nAncien.\n', '### Mise à jour — 14 juillet 2015\n\nNew.\n'],
    ['bold markers in a paragraph', '**UPDATE (2014-05-14):** Old.\n', '**UPDATE (2015-07-14):** New.\n'],
    ['quotations', '> **Update — May 14th, 2014**: Old.\n', '> **Update — July 14th, 2015**: New.\n'],
    ['paragraphs in italics', '*Update 14 May: Old.*\n', '*Update 14 July: New.*\n'],
  ]
  test.each(cases)('%s', (_name, other, expected) => {
    const posts = [`---\ndate: 2014-05-01\n---\nWords of another post.\n\n${other}`]
    expect(added(`${front}Words.\n`, { date: '2015-07-14', text: 'New.', posts })).toBe(
      `${front}Words.\n\n${expected}`,
    )
  })

  test('only where one bare note is not all there is', () => {
    const once = '---\ndate: 2014-05-01\n---\nWords.\n\n**Update:** Old.\n'
    const request = { date: '2015-07-14', text: 'New.', banner: false } as const
    expect(added(`${front}Words.\n`, { ...request, posts: [once] })).toContain(
      '\n### Update — 14 July\n\nNew.\n',
    )
    expect(added(`${front}Words.\n`, { ...request, posts: [once, `${once}More.\n`] })).toContain(
      '\n**Update (14 July):** New.\n',
    )
  })

  test('who puts the newest first', () => {
    const source = `${front}Words.\n\n### Update — 9 July\n\nB.\n\n### Update — 5 July\n\nA.\n`
    expect(added(source, { date: '2015-07-14', text: 'C.', banner: false })).toBe(
      `${front}Words.\n\n### Update — 14 July\n\nC.\n\n### Update — 9 July\n\nB.\n\n### Update — 5 July\n\nA.\n`,
    )
  })

  test('who counts', () => {
    const source = `${front}Words.\n\n**Edit 2 (5 July):** A.\n\n### Update 1 — 9 July\n\nB.\n`
    expect(added(source, { date: '2015-07-14', banner: false })).toContain('### Update 3 — 14 July')
  })

  test('who keeps the day of the last change', () => {
    const source = '---\ndate: 2015-07-04\nlast_modified_at: 2015-07-05T10:00:00+01:00 # hand\n---\nWords.\n'
    expect(added(source, { date: '2015-07-14' })).toContain(
      'last_modified_at: 2015-07-14T10:00:00+01:00 # hand\n',
    )
  })
})

test('a banner can link to the section’s anchor, and follows the newest', () => {
  const first = added(`${front}Words.\n`, { date: '2015-07-14', banner: 'linked' })
  expect(first).toContain('***Updated: 14 July ([see below](#update--14-july))***')
  expect(added(first, { date: '2015-08-02' })).toContain(
    '***Updated: 2 August ([see below](#update--2-august))***',
  )
})

test('keeps Windows line endings', () => {
  const source = `${front}Words.\n`.replaceAll('\n', '\r\n')
  expect(added(source, { date: '2015-07-14', text: 'New.\nLines.' }).replaceAll('\r\n', '')).not.toMatch(
    /[\r\n]/,
  )
})

test('the selection is where the text goes', () => {
  const source = `${front}Words.\n\n[a]: http://a.example/\n`
  const { edits, selection } = addUpdate(source, {
    date: '2015-07-14',
    video: 'https://youtu.be/abcdefghijk',
  })
  expect(applyEdits(source, edits).slice(selection!.from)).toMatch(/^<div class="flex-video">/)
})

test('refuses what is no date and what is no video', () => {
  expect(() => addUpdate(front, { date: '14 July' })).toThrowError(
    expect.objectContaining({ code: 'post.bad-date' }),
  )
  expect(() => addUpdate(front, { date: '2015-07-14', video: 'javascript:alert(1)' })).toThrowError(
    expect.objectContaining({ code: 'update.not-an-embed' }),
  )
})

test('what was added is found again', () => {
  const after = added(`${front}Words.\n`, { date: '2015-07-14', text: 'New.' })
  const { updates, banner } = findUpdates(after)
  expect(updates.map(({ date, heading, line, id }) => ({ date, heading, line, id }))).toEqual([
    { date: '2015-07-14', heading: 'Update — 14 July', line: 9, id: 'update--14-july' },
  ])
  expect(banner?.dates).toEqual(['2015-07-14'])
})

describe('a post that gathers its updates under one heading', () => {
  test.each([
    [
      'newest last',
      '- 2015-07-05: One.\n- 2015-07-09: Two.\n',
      '- 2015-07-05: One.\n- 2015-07-09: Two.\n- 2015-07-14: New.\n',
    ],
    [
      'newest first',
      '* **9 July** – Two\n  lines.\n* **5 July** – One.\n',
      '* **14 July** – New.\n* **9 July** – Two\n  lines.\n* **5 July** – One.\n',
    ],
  ])('gets an entry, %s', (_name, entries, expected) => {
    const head = `${front}Words.\n\n## Updates\n\n`
    const after = added(`${head}${entries}\n[a]: http://a.example/\n`, {
      date: '2015-07-14',
      text: 'New.',
      banner: false,
    })
    expect(after).toBe(`${head}${expected}\n[a]: http://a.example/\n`)
    expect(findUpdates(after).updates).toMatchObject([{ heading: 'Updates', date: '2015-07-14' }])
  })
})
