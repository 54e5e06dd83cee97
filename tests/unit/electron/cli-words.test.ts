import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../../../electron/hosts/cli/run-cli.ts'
import { temporaryFolder } from '../../support/temporary.ts'

async function refusal(line: string): Promise<{ readonly code: number; readonly err: string }> {
  const cwd = temporaryFolder('words')
  mkdirSync(join(cwd, '_posts'))
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
  return { code, err: err.split('\n')[0]! }
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
  const said = await refusal(line)
  expect(said.code).toBe(code)
  expect(said.err).toEqual(typeof words === 'string' ? words : expect.stringMatching(words))
})
