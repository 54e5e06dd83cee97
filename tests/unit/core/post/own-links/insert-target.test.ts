import { expect, test } from 'vitest'
import { insertTarget, openReferenceAt, plainHouse } from '../../../../../core/post/index.ts'
import { applyEdits } from '../../../../../core/text/index.ts'

const target = { name: 'Small disks', url: '/small-disks/' }

test.each([
  ['See [small|', 'See [Small disks][small-disks]|\n\n[small-disks]: /small-disks/\n'],
  ['See [small|] now', 'See [Small disks][small-disks]| now\n\n[small-disks]: /small-disks/\n'],
  ['See [what I said][sm|', 'See [what I said][what-i-said]|\n\n[what-i-said]: /small-disks/\n'],
  ['See [what I said][sm|].\n', 'See [what I said][what-i-said]|.\n\n[what-i-said]: /small-disks/\n'],
  ['See [sm|\n\n[disks]: /small-disks/\n', 'See [Small disks][disks]|\n\n[disks]: /small-disks/\n'],
  [
    '[one][a] [sm|\n\n[a]: /a\n',
    '[one][a] [Small disks][small-disks]|\n\n[a]: /a\n[small-disks]: /small-disks/\n',
  ],
])('%s', (marked, wanted) => {
  const at = marked.indexOf('|')
  const source = marked.replace('|', '')
  const { edits, selection } = insertTarget(source, openReferenceAt(source, at)!, target, plainHouse)!
  const after = applyEdits(source, edits)
  expect(`${after.slice(0, selection?.to)}|${after.slice(selection?.to)}`).toBe(wanted)
})
