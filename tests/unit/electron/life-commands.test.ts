import { mkdtemp, readFile, readdir, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { command as check } from '../../../electron/hosts/cli/commands/check.ts'
import { command as newPost } from '../../../electron/hosts/cli/commands/new.ts'
import { command as talks } from '../../../electron/hosts/cli/commands/talks.ts'
import { command as update } from '../../../electron/hosts/cli/commands/update.ts'
import { command as updates } from '../../../electron/hosts/cli/commands/updates.ts'
import type { Command } from '../../../electron/hosts/cli/command.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-life-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Runs a command in the folder: its exit code and what it prints. */
async function run(command: Command, ...args: string[]): Promise<{ code: number; out: string }> {
  let out = ''
  const code = await command.run({
    args,
    cwd: folder,
    env: {},
    stdin: () => Promise.resolve('Words from a pipe.\n'),
    out: text => void (out += text),
    err: () => {},
  })
  return { code, out }
}

const now = '2026-11-23T10:20:30+00:00'

test('a talk post from its first day to its video', async () => {
  const slides = 'https://speakerdeck.com/player/1076a457408d42d7bb9da27dd88b68c8'
  const made = await run(newPost, 'Small kernels', '--event', 'Conf', '--slides', slides, '--now', now)
  expect(made).toEqual({ code: 0, out: '2026-11-23-small-kernels.md\n' })

  const rows = async () => JSON.parse((await run(talks, '.', '--json', '--today', '2026-12-02')).out)
  expect(await rows()).toMatchObject([
    {
      path: '2026-11-23-small-kernels.md',
      title: 'Small kernels',
      event: 'Conf',
      place: null,
      date: '2026-11-23',
      stage: 'video awaited',
      lacks: ['video'],
      since: '2026-11-23',
    },
  ])

  const words = [
    '2026-11-23-small-kernels.md',
    '--date',
    '2026-12-02',
    '--video',
    'https://youtu.be/abcdefghijk',
    '--text',
    '-',
  ]
  const before = await readFile(join(folder, '2026-11-23-small-kernels.md'), 'utf8')
  const planned = await run(update, ...words, '--dry-run', '--json')
  expect(JSON.parse(planned.out)).toMatchObject({ path: '2026-11-23-small-kernels.md', edits: [{}, {}] })
  expect(await readFile(join(folder, '2026-11-23-small-kernels.md'), 'utf8')).toBe(before)
  expect((await run(update, ...words)).code).toBe(0)

  const told = JSON.parse((await run(updates, '2026-11-23-small-kernels.md', '--json')).out)
  expect(told).toMatchObject({
    updates: [{ date: '2026-12-02', heading: 'Update — 2 December', id: 'update--2-december' }],
    banner: { text: '***Updated: 2 December (see below)***', dates: ['2026-12-02'] },
  })
  expect(await rows()).toMatchObject([{ stage: 'updated', lacks: [], since: '2026-12-02' }])
})

test('a new post never replaces one', async () => {
  await run(newPost, 'A', '--now', now)
  await expect(run(newPost, 'A', '--now', now)).rejects.toMatchObject({ code: 'post.exists' })
  expect(await readdir(folder)).toEqual(['2026-11-23-a.md'])
})

test('a template of the site is found by its name', async () => {
  await writeFile(join(folder, '_config.yml'), 'timezone: Asia/Tokyo\n')
  await mkdir(join(folder, '_templates'))
  await writeFile(join(folder, '_templates', 'short.md'), '---\ntitle: ${title}\ndate: ${date}\n---\n')
  expect((await run(newPost, 'A', '--template', 'short', '--now', now)).out).toBe('_posts/2026-11-23-a.md\n')
  expect(await readFile(join(folder, '_posts', '2026-11-23-a.md'), 'utf8')).toBe(
    '---\ntitle: A\ndate: 2026-11-23 19:20:30 +0900\n---\n',
  )
})

test('check tells problems of a post, and of its build where there is a site', async () => {
  const post =
    '---\nlayout: post\ntitle: A\ndate: 2020-01-02 10:00:00 +0000\n---\nSee [this][that].\n\n{% include none.html %}\n'
  await mkdir(join(folder, '_posts'))
  await writeFile(join(folder, '_posts', '2020-01-02-a.md'), post)
  const codes = async () => {
    const { code, out } = await run(check, '_posts', '--json')
    return {
      code,
      found: JSON.parse(out).map(
        (row: { path: string; line: number; code: string }) => `${row.path}:${row.line} ${row.code}`,
      ),
    }
  }
  expect(await codes()).toEqual({ code: 0, found: ['_posts/2020-01-02-a.md:6 link.missing-definition'] })
  await writeFile(join(folder, '_config.yml'), 'title: A\n')
  const onSite = await codes()
  expect(onSite.found).toEqual(
    expect.arrayContaining([
      '_posts/2020-01-02-a.md:6 undefined-reference',
      '_posts/2020-01-02-a.md:8 liquid',
    ]),
  )
})

test('check tells of links to posts that readers cannot find yet', async () => {
  await mkdir(join(folder, '_posts'))
  await mkdir(join(folder, '_drafts'))
  await writeFile(join(folder, '_config.yml'), 'permalink: /:title/\n')
  await writeFile(join(folder, '_posts/2027-01-02-later.md'), '---\ntitle: Later\n---\nWords.\n')
  await writeFile(join(folder, '_drafts/half.md'), '---\ntitle: Half\n---\nWords.\n')
  await writeFile(
    join(folder, '_posts/2026-01-02-now.md'),
    '---\ntitle: Now\n---\nSee [half](/half/).\n\nAnd [later](/later/#why), [now](/now/).\n',
  )
  const { code, out } = await run(check, '_posts/2026-01-02-now.md', '--json', '--now', now)
  const found = JSON.parse(out).filter(
    (problem: { code: string }) => problem.code === 'link.unpublished-post',
  )
  expect([code, found]).toEqual([
    0,
    [
      {
        path: '_posts/2026-01-02-now.md',
        code: 'link.unpublished-post',
        severity: 'warning',
        message: '/half/ leads to a draft. Readers find it once that is published.',
        line: 4,
        column: 1,
      },
      {
        path: '_posts/2026-01-02-now.md',
        code: 'link.unpublished-post',
        severity: 'warning',
        message: '/later/#why leads to a post of a day to come. Readers find it from that day on.',
        line: 6,
        column: 1,
      },
    ],
  ])
})

test.each([
  ['update', update, ['a.md']],
  ['updates', updates, []],
  ['talks', talks, []],
  ['new', newPost, []],
  ['check', check, []],
])('%s says what it is missing', async (_name, command, args) => {
  await expect(run(command, ...args)).rejects.toThrow(/\S/)
})
