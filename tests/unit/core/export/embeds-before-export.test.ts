import { expect, test } from 'vitest'
import { embeds } from '../../../../core/export/preflight/rules/embeds.ts'

function about(source: string): string[] {
  const post = { path: '_posts/2026-01-01-a.md', source, rendered: undefined, visible: true }
  return embeds.check(post, {} as never).map(finding => finding.about)
}

test('an embed that would show nothing is told before the export', () => {
  expect(about('<iframe src="https://vine.co/v/abc"></iframe>\n')).toEqual(['https://vine.co/v/abc'])
})

test('an item that Liquid fills in is left to Liquid', () => {
  expect(about('{% for clip in page.clips %}{% include youtube.html id=clip %}{% endfor %}\n')).toEqual([])
})

test('what plays, and a picture that links, is left alone', () => {
  expect(
    about(
      '[![A talk](/img/a.png)](https://youtu.be/lEcTeRn-_01)\n\n<iframe src="https://frames.example/"></iframe>\n',
    ),
  ).toEqual([])
})
