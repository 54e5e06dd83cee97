import { expect, test } from 'vitest'
import { createSite, renderDocument } from '../../../../core/jekyll/index.ts'
import { snapshotOf } from '../../../support/site-in-memory.ts'

test('What a loop meets at each turn is told once for its line', () => {
  const path = '_posts/2024-01-02-kettle.md'
  const source = [
    '---\n---',
    '{% for turn in (1..5000) %}{% include gone.html %}',
    '{% include other.html %}',
    '{% endfor %}{% include gone.html %}\n',
  ].join('\n')
  const rendered = renderDocument(createSite(snapshotOf({ [path]: source })), { path })
  expect(rendered?.problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    "3: Could not locate the included file 'gone.html' in _includes.",
    "4: Could not locate the included file 'other.html' in _includes.",
    "5: Could not locate the included file 'gone.html' in _includes.",
  ])
})
