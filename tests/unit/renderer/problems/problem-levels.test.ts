import { expect, test } from 'vitest'
import { problemLevels, silencedProblems } from '../../../../renderer/problems/problem-levels.ts'
import { typedSettings } from '../../../../renderer/state/settings.ts'

test('levels are read from the settings, with the kinds that were silenced before there were levels', () => {
  const settings = typedSettings(() => ({
    'problems.not-told': 'embed.dead  picture.no-words',
    'problems.level.picture.no-words': 'info',
    'problems.level.reference.unused': 'off',
    'problems.level.link.empty-text': 'usual',
    'problems.level.link.empty-address': 7,
  }))
  expect(problemLevels(settings)).toEqual({
    'embed.dead': 'off',
    'picture.no-words': 'info',
    'reference.unused': 'off',
  })
  expect(silencedProblems(settings)).toEqual(['embed.dead', 'reference.unused'])
})
