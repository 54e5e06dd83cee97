import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { command } from '../../../electron/hosts/cli/commands/links.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-links-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function links(source: string, ...args: string[]) {
  let out = ''
  let err = ''
  const file = join(folder, 'post.md')
  await writeFile(file, source)
  const code = await command.run({
    args,
    cwd: folder,
    env: {},
    stdin: () => Promise.resolve(''),
    out: text => void (out += text),
    err: text => void (err += text),
  })
  return { code, out, err, source: await readFile(file, 'utf8') }
}

test('The list tells definitions with their uses, and links with their address', async () => {
  const { out } = await links('A [b][] and [c](/c).\n\n[b]: /b "B"\n', 'post.md', '--json')
  expect(JSON.parse(out)).toEqual({
    definitions: [{ label: 'b', url: '/b', title: 'B', line: 3, uses: 1 }],
    uses: [
      { label: 'b', style: 'collapsed', text: 'b', line: 1, url: '/b' },
      { label: null, style: 'inline', text: 'c', line: 1, url: '/c' },
    ],
  })
})

test('A dry run prints the edits and writes nothing', async () => {
  const source = 'A [c](/c).\n'
  const ran = await links(source, 'post.md', '--to-reference', '--dry-run', '--json')
  expect(ran.source).toBe(source)
  expect(JSON.parse(ran.out)).toEqual({
    path: 'post.md',
    edits: [
      { from: 5, to: 9, insert: '[c]' },
      { from: 10, to: 10, insert: '\n\n[c]: /c' },
    ],
    refused: [],
  })
})

test('An edit is written, and links it leaves alone are named', async () => {
  const ran = await links('A [c](/c "x\ny"), [d](/d).\n', 'post.md', '--to-reference')
  expect(ran.source).toBe('A [c](/c "x\ny"), [d][d].\n\n[d]: /d\n')
  expect(ran.err).toContain('line 1: ')
})

test.each([
  [['--rename', 'b', 'two', 'post.md'], 'A [b][two].\n\n[two]: /b\n[x]: /x\n'],
  [['post.md', '--prune'], 'A [b][].\n\n[b]: /b\n'],
  [['post.md', '--to-inline'], 'A [b](/b).\n\n[x]: /x\n'],
  [['post.md', '--add', 'A', '/a'], '[A][a] [b][].\n\n[a]: /a\n[b]: /b\n[x]: /x\n'],
])('%j', async (args, expected) => {
  const { source } = await links('A [b][].\n\n[b]: /b\n[x]: /x\n', ...args)
  expect(source).toBe(expected)
})

test('Two edits at once are wrong use, a label that is not there is a refusal', async () => {
  await expect(links('A\n', 'post.md', '--prune', '--merge')).rejects.toThrow('one edit at a time')
  await expect(links('A\n', 'post.md', '--rename', 'a', 'b')).rejects.toThrow('No definition')
})
