import type { PostSummary } from '../../core/contract/index.ts'

/** What the list calls the states of a post; it is found by these words, too. */
export const stateWords: Readonly<Record<PostSummary['state'], string>> = {
  draft: 'Draft',
  future: 'Future',
  published: 'Published',
  unpublished: 'Hidden',
}

export const gitWords: Readonly<Record<NonNullable<PostSummary['git']>, string>> = {
  edited: 'Edited',
  untracked: 'New',
  'committed-not-pushed': 'Not pushed',
  clean: '',
}

export const conflictWords = 'Conflict copy'
export const unsavedWord = 'Unsaved'
