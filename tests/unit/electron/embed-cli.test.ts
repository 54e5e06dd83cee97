import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../../electron/hosts/cli/command.ts'
import { command as embed } from '../../../electron/hosts/cli/commands/embed.ts'
import { command as embeds } from '../../../electron/hosts/cli/commands/embeds.ts'
import { runCommand } from '../../support/run-command.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const video = 'lEcTeRn-_01'

function run(command: Command, cwd: string, args: readonly string[], stdin = '') {
  return runCommand(command, { cwd, args, stdin })
}

describe('lectern embed', () => {
  test('prints the markup, in Lectern’s own style where the folder teaches no other', async () => {
    const { code, out } = await run(embed, temporaryFolder(), [`https://youtu.be/${video}`])
    expect([code, out]).toEqual([
      0,
      `<div class="flex-video">\n    <iframe width="540" height="304" src="https://www.youtube.com/embed/${video}" frameborder="0" allowfullscreen></iframe>\n</div>\n`,
    ])
  })

  test('writes as the newest post of the site does, from any folder in it', async () => {
    const site = temporaryFolder()
    await mkdir(join(site, '_posts/2020'), { recursive: true })
    await mkdir(join(site, '_includes'))
    await writeFile(join(site, '_config.yml'), '')
    await writeFile(
      join(site, '_includes/deck.html'),
      '<iframe src="https://speakerdeck.com/player/{{ include.deck }}"></iframe>',
    )
    await writeFile(join(site, '_posts/2019-01-01-a.md'), '{% include youtube.html id="abcdefghijk" %}\n')
    await writeFile(join(site, '_posts/2020/2020-01-01-b.md'), '{% youtube abcdefghijk %}\n')
    const from = join(site, '_posts/2020')
    expect((await run(embed, from, [`https://youtu.be/${video}`])).out).toBe(`{% youtube ${video} %}\n`)
    expect(
      (await run(embed, from, ['https://speakerdeck.com/player/fedcba9876543210fedcba9876543210'])).out,
    ).toBe('{% include deck.html deck="fedcba9876543210fedcba9876543210" %}\n')
  })

  test('answers one JSON value, whatever the style', async () => {
    const { code, out } = await run(embed, temporaryFolder(), [
      '--json',
      '--style',
      'link',
      'https://vimeo.com/918273645',
    ])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      provider: 'vimeo',
      kind: 'video',
      id: '918273645',
      params: {},
      offlineResolvable: true,
      embedSrc: 'https://player.vimeo.com/video/918273645?dnt=1',
      html: '[Video on Vimeo](https://vimeo.com/918273645)',
    })
  })

  test('refuses with a reason and exit code 1', async () => {
    expect(await run(embed, temporaryFolder(), ['javascript:alert(1)'])).toMatchObject({ code: 1, out: '' })
    const { code, out } = await run(embed, temporaryFolder(), ['javascript:alert(1)', '--json'])
    expect([code, JSON.parse(out)]).toEqual([
      1,
      expect.objectContaining({ provider: null, reason: 'scheme' }),
    ])
  })

  test('answers JSON Lines with JSON Lines, in order, and exits 0', async () => {
    const lines = [`https://youtu.be/${video}`, 'data:x', '<iframe\nsrc="https://vimeo.com/1234567">', '']
    const { code, out } = await run(
      embed,
      temporaryFolder(),
      ['-', '--json'],
      `${lines.map(line => JSON.stringify(line)).join('\n')}\nnot json\n`,
    )
    const answers = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { provider: string | null })
    expect(code).toBe(0)
    expect(answers.map(answer => answer.provider)).toEqual(['youtube', null, 'vimeo', null, null])
  })

  test('says what to paste instead where a link has to stand in', async () => {
    const { out, err } = await run(embed, temporaryFolder(), ['https://speakerdeck.com/someone/a-talk'])
    expect(out).toContain('class="embed-pending"')
    expect(err).toContain('embed code')
  })

  test('wrong use is told apart', async () => {
    await expect(run(embed, temporaryFolder(), [])).rejects.toThrow('expected')
    await expect(run(embed, temporaryFolder(), ['x', '--style', 'loud'])).rejects.toThrow('--style')
    await expect(run(embed, temporaryFolder(), ['x', '--loud'])).rejects.toThrow('--loud')
  })
})

describe('lectern embeds', () => {
  const source = `---\ntitle: A talk\n---\nWords.\n\n<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0"></iframe>\n`

  async function post(text = source) {
    const folder = temporaryFolder()
    await writeFile(join(folder, 'a.md'), text)
    return folder
  }

  test('lists what is there', async () => {
    const { out } = await run(embeds, await post(), ['a.md', '--json'])
    expect(JSON.parse(out)).toEqual([
      {
        provider: 'youtube',
        kind: 'video',
        id: 'abcdefghijk',
        params: {},
        line: 6,
        markup: '<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0"></iframe>',
      },
    ])
  })

  test('swaps one and leaves the rest as it is', async () => {
    const folder = await post()
    await run(embeds, folder, ['a.md', '--swap', 'abcdefghijk', `https://youtu.be/${video}`])
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe(source.replace('abcdefghijk', video))
  })

  test('shows what it would do and does nothing', async () => {
    const folder = await post()
    const diff = await run(embeds, folder, ['a.md', '--swap', 'abcdefghijk', video, '--dry-run'])
    expect(diff.out).toContain(`+<iframe src="https://www.youtube.com/embed/${video}?rel=0"></iframe>`)
    const edits = await run(embeds, folder, ['a.md', '--swap', 'abcdefghijk', video, '--dry-run', '--json'])
    const from = source.indexOf('abcdefghijk')
    expect(JSON.parse(edits.out)).toEqual({ path: 'a.md', edits: [{ from, to: from + 11, insert: video }] })
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe(source)
  })

  test('refuses what is not there, what is no embed, and text that is not UTF-8', async () => {
    const folder = await post()
    await expect(run(embeds, folder, ['a.md', '--swap', 'nothing', video])).rejects.toMatchObject({
      code: 'embed.not-in-post',
    })
    await expect(run(embeds, folder, ['a.md', '--swap', 'abcdefghijk', 'file:///x'])).rejects.toMatchObject({
      code: 'embed.refused',
    })
    await expect(run(embeds, folder, ['b.md'])).rejects.toMatchObject({ code: 'post.not-found' })
    await writeFile(join(folder, 'c.md'), Buffer.from([0x63, 0xe9]))
    await expect(run(embeds, folder, ['c.md'])).rejects.toMatchObject({ code: 'post.not-utf8' })
  })

  test('marks what closed, with where it went', async () => {
    const folder = await post('<iframe src="http://www.ustream.tv/embed/recorded/12345"></iframe>\n')
    const { out } = await run(embeds, folder, ['a.md', '--json'])
    expect(JSON.parse(out)).toMatchObject([
      {
        provider: 'ustream',
        kind: 'dead',
        problems: [{ code: 'closed-service', message: expect.stringContaining('video.ibm.com') }],
      },
    ])
  })
})
