import { expect, test } from 'vitest'
import { pageShell } from '../../../../renderer/preview/page-shell.ts'

const content = '<p>Tea.</p>\n'

test.each([
  [
    'content in its place',
    `<body><main>${content}</main></body>`,
    { type: 'around', before: '<body><main>', after: '</main></body>' },
  ],
  [
    'content that describes the page, too',
    `<head>${content}</head><body>${content}</body>`,
    { type: 'around', before: `<head>${content}</head><body>`, after: '</body>' },
  ],
  [
    'content that the layout changed',
    '<body><p>tea.</p></body>',
    { type: 'whole', html: '<body><p>tea.</p></body>' },
  ],
  ['no layout', content, { type: 'none' }],
  ['a layout that failed', null, { type: 'none' }],
] as const)('The page around a post: %s', (_, output, shell) => {
  expect(pageShell(output, content)).toEqual(shell)
})

test('An empty post has no place in its page', () => {
  expect(pageShell('<body></body>', '\n')).toEqual({ type: 'whole', html: '<body></body>' })
})
