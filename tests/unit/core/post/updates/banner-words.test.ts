import { expect, test } from 'vitest'

import { bannerWords, findUpdates } from '../../../../../core/post/index.ts'

function wordsOfBanner(line: string): string {
  const source = `---\ntitle: A talk\ndate: 2015-07-04\n---\n${line}\n\nHello.\n\n### Update — 14 July\n\nThe video.\n`
  return bannerWords(findUpdates(source).banner!)
}

test('the words of a banner come without its marks', () => {
  expect(wordsOfBanner('***Updated: 14 July (see below)***')).toBe('Updated: 14 July (see below)')
  expect(wordsOfBanner('**Updated: 14 July ([see below](#update--14-july))**')).toBe(
    'Updated: 14 July (see below)',
  )
  expect(wordsOfBanner('_Updated 14 July -- see "below"_')).toBe('Updated 14 July -- see "below"')
})
