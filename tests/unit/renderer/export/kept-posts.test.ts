import { expect, test } from 'vitest'
import type { Json, PostSummary } from '../../../../core/contract/index.ts'
import {
  forgetKept,
  keepPost,
  keptRows,
  moveKept,
  nextReadyMs,
  readKept,
  whenWords,
} from '../../../../renderer/export/kept-posts.ts'
import { createSettingsStore } from '../../../../renderer/state/settings.ts'

const talk = '_posts/2026-11-23-talk.md'
const later = '_posts/2026-11-24-later.md'
const noon = Date.parse('2026-11-23T12:00:00Z')

const settings = () => {
  const written: [string, Json][] = []
  const host = {
    readSettings: async () => ({}),
    writeSetting: async (_: string, key: string, value: Json) => void written.push([key, value]),
  }
  return { store: createSettingsStore(host, () => undefined), written }
}
const post = (path: string, git: PostSummary['git'] = 'untracked'): PostSummary => ({
  path,
  git,
  kind: 'post',
  title: `About ${path}`,
  state: 'future',
  version: '1',
})

test('a kept post is remembered in the settings of the folder until it is published', () => {
  const { store, written } = settings()
  keepPost(store, talk, '2026-11-23T13:00:00Z')
  keepPost(store, later, '2026-11-24T08:00:00Z')
  expect(readKept(store.get())).toEqual([
    { path: talk, until: '2026-11-23T13:00:00Z' },
    { path: later, until: '2026-11-24T08:00:00Z' },
  ])
  forgetKept(store, [talk])
  expect(readKept(store.get()).map(({ path }) => path)).toEqual([later])
  forgetKept(store, [later, 'another.md'])
  store.flush()
  expect([readKept(store.get()), written]).toEqual([[], [['publish.kept', null]]])
})

test('a kept post that is renamed is still spoken of, and one that got another date at its new time', () => {
  const { store } = settings()
  keepPost(store, talk, '2026-11-23T13:00:00Z')
  keepPost(store, later, '2026-11-24T08:00:00Z')
  const renamed = '_posts/2026-11-25-another-talk.md'
  moveKept(store, talk, renamed)
  moveKept(store, '_posts/never-kept.md', '_posts/nor-now.md')
  const posts = [{ ...post(renamed), date: '2026-11-25T13:00:00+00:00' }, post(later)]
  expect(keptRows(readKept(store.get()), posts, noon).map(({ path, until }) => [path, until])).toEqual([
    [later, '2026-11-24T08:00:00Z'],
    [renamed, '2026-11-25T13:00:00+00:00'],
  ])
})

test('settings edited by hand may hold anything', () => {
  for (const value of [null, 'x', [talk], { [talk]: 13 }, { [talk]: 'soon' }])
    expect(readKept({ 'publish.kept': value })).toEqual([])
})

test('it is ready when its time has come, and not a moment before', () => {
  const kept = [
    { path: later, until: '2026-11-24T08:00:00Z' },
    { path: talk, until: '2026-11-23T12:00:01Z' },
  ]
  const posts = [post(talk), post(later)]
  const at = (ms: number) =>
    keptRows(kept, posts, ms).map(({ path, isReady }) => [path === talk ? 'talk' : 'later', isReady])
  expect(at(noon)).toEqual([
    ['talk', false],
    ['later', false],
  ])
  expect(at(noon + 1_000)).toEqual([
    ['talk', true],
    ['later', false],
  ])
  expect(nextReadyMs(keptRows(kept, posts, noon), noon)).toBe(1_000)
  expect(nextReadyMs(keptRows(kept, posts, noon + 1_000), noon + 1_000)).toBe(72_000_000 - 1_000)
})

test('nothing is said of a post that is gone, or was committed by other means', () => {
  const kept = [{ path: talk, until: '2026-11-23T12:00:00Z' }]
  for (const posts of [[], [post(talk, 'clean')], [post(talk, 'committed-not-pushed')]])
    expect(keptRows(kept, posts, noon)).toEqual([])
})

test('the moment is said as a clock shows it, with the day where it is another', () => {
  const local = (text: string): Date => new Date(text)
  const now = local('2026-11-23T09:00:00')
  expect(whenWords(local('2026-11-23T13:05:00').toISOString(), now)).toBe('13:05')
  expect(whenWords(local('2026-11-24T08:00:00').toISOString(), now)).toMatch(/24.*08:00$/)
  expect(whenWords(local('2027-01-02T08:00:00').toISOString(), now)).toMatch(/2027.*08:00$/)
})
