import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../../../../core/text/index.ts'
import {
  redateUpdate,
  removeUpdate,
  retitleUpdate,
  titleOfUpdate,
} from '../../../../../core/post/updates/change-update.ts'
import { editUpdate } from '../../../../../core/post/updates/edit-update.ts'
import { findUpdates } from '../../../../../core/post/updates/find-updates.ts'

const front = '---\ndate: 2015-07-04\n---\n'
const two = `${front}***Updated: 2 August ([see below](#update--2-august))***\n\nWords.\n\n### Update — 14 July\n\nOne.\n\n### Update — 2 August: Slides\n\nTwo.\n\n[a]: http://a.example/\n`
const at = (source: string, index: number) => findUpdates(source).updates[index]!

describe('removing an update', () => {
  test('takes its section and names the latest that is left', () => {
    expect(applyEdits(two, removeUpdate(two, at(two, 1)).edits)).toBe(
      `${front}***Updated: 14 July ([see below](#update--14-july))***\n\nWords.\n\n### Update — 14 July\n\nOne.\n\n[a]: http://a.example/\n`,
    )
  })

  test('takes the banner with the last', () => {
    const one = applyEdits(two, removeUpdate(two, at(two, 1)).edits)
    expect(applyEdits(one, removeUpdate(one, at(one, 0)).edits)).toBe(
      `${front}Words.\n\n[a]: http://a.example/\n`,
    )
  })
})

describe('another day', () => {
  test('is written as the old one, and the banner and its anchor follow', () => {
    expect(applyEdits(two, redateUpdate(two, at(two, 1), '2016-01-09').edits)).toBe(
      two
        .replace('Update — 2 August:', 'Update — 9 January 2016:')
        .replace('Updated: 2 August', 'Updated: 9 January 2016')
        .replace('#update--2-august', '#update--9-january-2016-slides'),
    )
  })

  test('moves the section where the order wants it', () => {
    const after = applyEdits(two, redateUpdate(two, at(two, 0), '2015-09-01').edits)
    expect(findUpdates(after).updates.map(update => update.date)).toEqual(['2015-08-02', '2015-09-01'])
    expect(after).toContain('Two.\n\n### Update — 1 September\n\nOne.\n\n[a]:')
  })
})

test('another title changes the anchor the banner leads to', () => {
  const after = applyEdits(two, retitleUpdate(two, at(two, 1), 'Errors').edits)
  expect(after).toContain('### Update — 2 August: Errors\n')
  expect(findUpdates(after).banner?.anchor?.id).toBe(at(after, 1).id)
})

test.each([
  ['### Update — 14 July', '', '### Update — 14 July: Slides'],
  ['### Update — 14 July: Notes', 'Notes', '### Update — 14 July: Slides'],
  ['### Update (14 July) – Notes {#notes}', 'Notes', '### Update (14 July) – Slides {#notes}'],
  ['## Update 14 July: Notes ##', 'Notes', '## Update 14 July: Slides ##'],
])('the title of “%s” is read, and changed alone', (heading, title, changed) => {
  const source = `${front}Words.\n\n${heading}\n\nMore.\n`
  const update = at(source, 0)
  expect(titleOfUpdate(source, update)).toBe(title)
  expect(applyEdits(source, retitleUpdate(source, update, 'Slides').edits)).toBe(
    source.replace(heading, changed),
  )
})

test('an update that is a paragraph has no title', () => {
  const source = `${front}Words.\n\n**Update (14 July):** more.\n`
  expect(titleOfUpdate(source, at(source, 0))).toBeUndefined()
})

test('day and title change in one step, also where the section moves', () => {
  const edits = editUpdate(two, at(two, 0), { date: '2015-09-01', title: 'Video' }).edits
  const after = applyEdits(two, edits)
  expect(after).toContain('Two.\n\n### Update — 1 September: Video\n\nOne.\n\n[a]:')
  expect(findUpdates(after).banner?.anchor?.id).toBe('update--1-september-video')
})
