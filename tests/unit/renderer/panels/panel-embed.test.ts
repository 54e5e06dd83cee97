import { expect, test } from 'vitest'
import { embedNow, embedsIn } from '../../../../renderer/panels/panel-embed.ts'

const video = (id: string): string => `<iframe src="https://www.youtube.com/embed/${id}"></iframe>\n\n`
const [one, two, three] = ['aaaaaaaaaaa', 'bbbbbbbbbbb', 'ccccccccccc'].map(video) as [string, string, string]
const idNow = (shown: string, index: number, now: string) =>
  embedNow(now, { embeds: embedsIn(shown, undefined), index, house: undefined })?.embed.id

test.each([
  ['where it stood', one + two, 1, `Words.\n\n${one}${two}`, 'bbbbbbbbbbb'],
  ['with the item it was swapped for', one + two, 1, one + three, 'ccccccccccc'],
  ['behind another that came before it', one + two, 0, three + one + two, 'aaaaaaaaaaa'],
  ['not at all once it is gone', one + two, 1, one, undefined],
  ['not at all where two are alike', one + two, 0, one + one + two, undefined],
])('An embed of the panel is found %s', (_, shown, index, now, id) => {
  expect(idNow(shown, index, now)).toBe(id)
})
