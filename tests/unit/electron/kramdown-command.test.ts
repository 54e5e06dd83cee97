import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../../electron/hosts/cli/command.ts'
import { command } from '../../../electron/hosts/cli/commands/kramdown.ts'
import { runCommand } from '../../support/run-command.ts'
import { temporaryFolder } from '../../support/temporary.ts'

function run(args: readonly string[], stdin = '', cwd = temporaryFolder()) {
  return runCommand(command, { args, stdin, cwd })
}

describe('lectern kramdown', () => {
  test('converts as Jekyll does, from standard input or a file', async () => {
    const folder = temporaryFolder()
    await writeFile(join(folder, 'post.md'), '# One "two"\n')
    const expected = { code: 0, out: '<h1 id="one-two">One “two”</h1>\n', err: '' }
    expect(await run(['post.md'], '', folder)).toEqual(expected)
    expect(await run(['-'], '# One "two"\n')).toEqual(expected)
  })

  test('takes kramdown’s own defaults and a file of options, with or without colons', async () => {
    const folder = temporaryFolder()
    await writeFile(join(folder, 'options.yml'), ':auto_ids: false\nheader_offset: 1\nnonesuch: 3\n')
    const { out } = await run(['--options', 'options.yml'], '#One\n', folder)
    expect(out).toBe('<h2>One</h2>\n')
  })

  test('lets --input win, and knows both versions', async () => {
    expect((await run(['--input', 'kramdown'], '#One\n')).out).toBe('<h1 id="one">One</h1>\n')
    expect((await run(['--kramdown-version', '2.5'], 'a[^1]\n\n[^1]: b\n')).out).toContain('<li id="fn:1">')
  })

  test('says on stderr what it warns of, and where', async () => {
    const { code, err } = await run([], 'one\n[two]\n')
    expect([code, err]).toEqual([0, '2:1: There is no link definition for “two”.\n'])
  })

  test('converts many cases at once; flags are for cases that name nothing', async () => {
    const folder = temporaryFolder()
    const cases = [
      { id: 'a', markdown: '#x\n' },
      { id: 2, markdown: '#x\n', input: 'GFM' },
      { id: 3, markdown: '#x\n', options: '{"auto_ids": false, "input": "GFM"}' },
      { id: 4, markdown: '[y]\n', options: ':auto_ids: false' },
    ]
    await writeFile(join(folder, 'cases.json'), JSON.stringify(cases))
    const { out } = await run(['--cases', 'cases.json', '--input', 'kramdown'], '', folder)
    expect(JSON.parse(out)).toEqual([
      { id: 'a', html: '<h1 id="x">x</h1>\n', warnings: [] },
      { id: 2, html: '<p>#x</p>\n', warnings: [] },
      { id: 3, html: '<p>#x</p>\n', warnings: [] },
      {
        id: 4,
        html: '<p>[y]</p>\n',
        warnings: [
          {
            code: 'link.missing-definition',
            message: 'There is no link definition for “y”.',
            line: 1,
            column: 1,
          },
        ],
      },
    ])
  })

  test.each([
    ['two files', ['a.md', 'b.md']],
    ['an input there is not', ['--input', 'textile']],
    ['a version there is not', ['--kramdown-version', '1.0']],
    ['a flag there is not', ['--nonesuch']],
  ])('refuses %s as wrong use', async (_what, args) => {
    await expect(run(args)).rejects.toThrow(UsageError)
  })

  test('refuses cases that are none', async () => {
    await expect(run(['--cases', '-'], '{"id": 1}')).rejects.toThrow(UsageError)
    await expect(run(['--cases', '-'], 'nothing')).rejects.toThrow(UsageError)
  })
})
