import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../../../electron/hosts/cli/run-cli.ts'
import { temporaryFolder } from '../../support/temporary.ts'

interface Said {
  readonly code: number
  readonly err: readonly string[]
}

async function say(line: string, cwd = temporaryFolder('words')): Promise<Said> {
  mkdirSync(join(cwd, '_posts'), { recursive: true })
  const [name, ...args] = line.split(' ')
  let err = ''
  const code = await runCli(name, {
    args,
    cwd,
    env: {},
    stdin: () => Promise.resolve(''),
    out: () => undefined,
    err: text => (err += text),
  })
  return { code, err: err.split('\n') }
}

test.each([
  ['render --bogus', 2, 'lectern render: there is no option “--bogus”'],
  ['render -x', 2, 'lectern render: there is no option “-x”'],
  ['render --site', 2, 'lectern render: “--site” wants a value behind it'],
  ['render --all=yes', 2, 'lectern render: “--all” takes no value'],
  ['new --dir --json x', 2, 'lectern new: the value of “--dir” begins with a dash; write --dir=VALUE'],
  ['undo-export all', 2, 'lectern undo-export: “all” is a word too many'],
  ['render no/post.md', 1, 'lectern render: There is no file no/post.md. It may have been moved or removed.'],
  ['render --all --site no', 1, /^lectern render: There is no folder .*no\.$/],
  ['talks no', 1, 'lectern talks: There is no folder no.'],
  [
    'liquid --context no.json',
    1,
    'lectern liquid: There is no file no.json. It may have been moved or removed.',
  ],
])('lectern %s', async (line, code, words) => {
  const said = await say(line)
  expect(said.code).toBe(code)
  expect(said.err[0]).toEqual(typeof words === 'string' ? words : expect.stringMatching(words))
})

test('lectern render says which files of the site it left out, and why a file is no page', async () => {
  const site = temporaryFolder('site')
  mkdirSync(join(site, '_posts'))
  mkdirSync(join(site, '_data'))
  writeFileSync(join(site, '_data/boats.csv'), 'a,"b\n')
  writeFileSync(join(site, '_posts/2024-05-08-binary.md'), Buffer.from([0xff, 0xfe, 0]))
  const { code, err } = await say('render _posts/2024-05-08-binary.md', site)
  expect(code).toBe(1)
  expect(err).toContainEqual(
    expect.stringMatching(/^_data\/boats\.csv: The quotes of this table do not match/),
  )
  expect(err).toContain('_posts/2024-05-08-binary.md: The file is no UTF-8 text and is left out.')
  expect(err.at(-2)).toBe(
    'lectern render: Jekyll makes no page of _posts/2024-05-08-binary.md: it is no text, or the site leaves it out.',
  )
})
