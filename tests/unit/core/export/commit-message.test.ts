import { describe, expect, test } from 'vitest'
import { type ExportFile, type PastCommit, planExport } from '../../../../core/export/index.ts'

const post = '_posts/2015-07-04-unikernels-in-practice.md'
const other = '_posts/2014-01-01-first.md'

function past(subject: string, changed: Partial<PastCommit> = {}): PastCommit {
  return { subject, body: '', own: true, added: [], modified: [], ...changed }
}

function file(path: string, kind: 'add' | 'update' | 'remove' | 'rename'): ExportFile {
  const content = { id: 'new', text: 'new\n' }
  const old = { id: 'old', text: 'old\n' }
  if (kind === 'rename')
    return { path, post: true, wanted: content, published: null, movedFrom: { path: other, published: old } }
  return {
    path,
    post: true,
    wanted: kind === 'remove' ? null : content,
    published: kind === 'add' ? null : old,
  }
}

function proposed(files: readonly ExportFile[], log: readonly PastCommit[] = []): string | undefined {
  const titles = new Map([[post, 'Unikernels in practice']])
  const commit = { log, titles, signOff: 'Ada <ada@example.org>' }
  return planExport({ repo: '/blog', branch: 'main', files, urls: [], findings: [], commit }).commit?.message
}

describe('without a habit to follow', () => {
  test.each([
    [[file(post, 'add')], 'Add post: Unikernels in practice'],
    [[file(post, 'update')], 'Update Unikernels in practice'],
    [[file(post, 'rename')], 'Rename Unikernels in practice'],
    [[file(post, 'remove')], 'Remove Unikernels in practice'],
    [[file('_drafts/a-thought.md', 'add')], 'Add draft: a-thought'],
    [[file('about.md', 'add')], 'Add page: about'],
    [[file(post, 'add'), file(other, 'update')], 'Add 1 post, update 1 post'],
    [[file(post, 'update'), file(other, 'update')], 'Update 2 posts'],
  ])('%#', (files, message) => {
    expect(proposed(files)).toBe(message)
  })

  test('a picture that travels with the post is not worth a word', () => {
    const picture: ExportFile = { path: 'images/a.png', wanted: { id: 'a' }, published: null }
    expect(proposed([file(post, 'add'), picture])).toBe('Add post: Unikernels in practice')
  })
})

describe('the habits of the log are followed', () => {
  const repeated = (subject: string): PastCommit[] => [
    past(`${subject} a`),
    past(`${subject} b`),
    past(`${subject} c`),
  ]

  test.each([
    ['a prefix', repeated('post: add'), 'post: add post: Unikernels in practice'],
    ['a scope', repeated('docs(blog): Add'), 'docs(blog): Add post: Unikernels in practice'],
    ['brackets', repeated('[blog] Write'), '[blog] Add post: Unikernels in practice'],
    ['an emoji', repeated('📝 Write'), '📝 Add post: Unikernels in practice'],
    ['small letters', repeated('add'), 'add post: Unikernels in practice'],
    ['the past', repeated('Added'), 'Added post: Unikernels in practice'],
    ['the present', repeated('Adds'), 'Adds post: Unikernels in practice'],
    ['full stops', [past('Add a.'), past('Add b.'), past('Fix c.')], 'Add post: Unikernels in practice.'],
  ])('%s', (_name, log, message) => {
    expect(proposed([file(post, 'add')], log)).toBe(message)
  })

  test('words used for two posts are used again, with the new title', () => {
    const log = [
      past('Talk online: First Steps', { added: ['_posts/2013-01-01-first-steps.md'] }),
      past('Tidy up'),
      past('Talk online: Second Try!', { added: ['_posts/2013-02-01-second-try.md', 'images/x.png'] }),
    ]
    expect(proposed([file(post, 'add')], log)).toBe('Talk online: Unikernels in practice')
    expect(proposed([file(post, 'update')], log)).toBe('Update Unikernels in practice')
  })

  test('a few commits are no habit, and those of others teach less than one’s own', () => {
    expect(proposed([file(post, 'add')], [past('post: a'), past('post: b')])).toBe(
      'Add post: Unikernels in practice',
    )
    const log = [...repeated('Add'), ...repeated('chore: x').map(commit => ({ ...commit, own: false }))]
    expect(proposed([file(post, 'add')], log)).toBe('Add post: Unikernels in practice')
  })

  test('who signs off does so here', () => {
    const signed = { body: 'Signed-off-by: Ada <ada@example.org>' }
    expect(
      proposed([file(post, 'add')], [past('Add a', signed), past('Add b', signed), past('Add c', signed)]),
    ).toBe('Add post: Unikernels in practice\n\nSigned-off-by: Ada <ada@example.org>')
  })
})
