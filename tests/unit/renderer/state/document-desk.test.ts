// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Draft, HostApi, KeptView, RecoveredDraft } from '../../../../core/contract/index.ts'
import { changedText } from '../../../../core/text/index.ts'
import { LecternError } from '../../../../core/errors.ts'
import { type Editor, createEditor } from '../../../../renderer/editor/editor.ts'
import { type DocumentDesk, createDocumentDesk } from '../../../../renderer/state/document-desk.ts'
import { type DocumentStore, createDocumentStore } from '../../../../renderer/state/document.ts'
import { createNotices } from '../../../../renderer/state/notices.ts'
import { createSettingsStore } from '../../../../renderer/state/settings.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A folder in memory behind the calls of the host that a desk makes. */
class Folder {
  readonly files = new Map<string, string>()
  readonly drafts = new Map<string, Draft>()
  readonly views = new Map<string, KeptView>()
  readonly document: DocumentStore = createDocumentStore()
  readonly editor: Editor = createEditor()
  readonly desk: DocumentDesk

  constructor(files: Readonly<Record<string, string>>, drafts: readonly Draft[] = []) {
    for (const [path, source] of Object.entries(files)) this.files.set(path, source)
    for (const draft of drafts) this.drafts.set(draft.path, draft)
    const host = this.host() as HostApi
    const notices = createNotices()
    this.desk = createDocumentDesk({
      host,
      editor: this.editor,
      document: this.document,
      settings: createSettingsStore(host, notices.report),
      notices,
    })
  }

  /** Another program writes a file, and the watcher tells. */
  change(path: string, source: string | undefined): void {
    if (source === undefined) this.files.delete(path)
    else this.files.set(path, source)
    this.desk.onHostEvent({ type: 'post-changed', path, ...(source !== undefined && { version: source }) })
  }

  type(text: string, at = this.editor.text().length): void {
    this.editor.view.dispatch({
      changes: { from: at, insert: text },
      selection: { anchor: at + text.length },
    })
  }

  status(): string {
    return this.document.get().status.type
  }

  /** Versions are the sources themselves. */
  private host(): Partial<HostApi> {
    return {
      readPost: async path => {
        const source = this.files.get(path)
        if (source === undefined) throw new LecternError('post.not-found', [path])
        return { path, source, version: source }
      },
      savePost: async (path, source, base) => {
        if (this.files.get(path) !== base) throw new LecternError('post.changed-on-disk', [path])
        this.files.set(path, source)
        return { version: source }
      },
      createPost: async (path, source) => {
        this.files.set(path, source)
        return { version: source }
      },
      keepDraft: async draft => void this.drafts.set(draft.path, draft),
      keepChange: async ({ change, ...draft }) => {
        const source = changedText(this.drafts.get(draft.path)?.source ?? this.files.get(draft.path), change)
        if (source !== undefined) this.drafts.set(draft.path, { ...draft, source })
        return source !== undefined
      },
      dropDraft: async path => void this.drafts.delete(path),
      recoverDrafts: async () =>
        [...this.drafts.values()].map((draft): RecoveredDraft => ({
          ...draft,
          keptAt: '2026-11-23T12:00:00Z',
        })),
      keepView: async (path, version, view) => void this.views.set(path, { version, view }),
      recallView: async path => this.views.get(path),
      readSettings: async () => ({}),
      writeSetting: async () => undefined,
    }
  }
}

const settle = (ms = 3_000) => vi.advanceTimersByTimeAsync(ms)

test('writes a file back with its own line ends and byte order mark', async () => {
  const folder = new Folder({ 'a.md': '\uFEFFone\r\ntwo\r\n' })
  await folder.desk.open('a.md')
  folder.type('three\n')
  await settle()
  expect(folder.files.get('a.md')).toBe('\uFEFFone\r\ntwo\r\nthree\r\n')
})

test('takes an outside change into an unchanged post as one step that can be undone, the cursor at its words', async () => {
  const folder = new Folder({ 'a.md': 'one\ntwo\n' })
  await folder.desk.open('a.md')
  folder.editor.view.dispatch({ selection: { anchor: 4 } })
  folder.change('a.md', 'zero\none\ntwo\n')
  await settle()
  expect([folder.editor.text(), folder.editor.selection().from, folder.status()]).toEqual([
    'zero\none\ntwo\n',
    9,
    'clean',
  ])
})

test('joins an outside change with what was typed elsewhere in the post', async () => {
  const folder = new Folder({ 'a.md': 'one\n\ntwo\n\nthree\n' })
  await folder.desk.open('a.md')
  folder.type('four\n')
  folder.change('a.md', 'ONE\n\ntwo\n\nthree\n')
  await settle()
  expect([folder.files.get('a.md'), folder.status()]).toEqual(['ONE\n\ntwo\n\nthree\nfour\n', 'saved'])
})

test('asks when both changed the same words, and keeps either on the writer’s word', async () => {
  for (const [choice, kept] of [
    ['keep-mine', 'mine\n'],
    ['take-theirs', 'theirs\n'],
    [{ text: 'mine\ntheirs\n' }, 'mine\ntheirs\n'],
  ] as const) {
    const folder = new Folder({ 'a.md': 'one\n' })
    await folder.desk.open('a.md')
    folder.editor.view.dispatch({ changes: { from: 0, to: 3, insert: 'mine' } })
    folder.change('a.md', 'theirs\n')
    await settle()
    expect([folder.status(), folder.files.get('a.md'), folder.drafts.get('a.md')?.source]).toEqual([
      'conflict',
      'theirs\n',
      'mine\n',
    ])
    expect(folder.desk.conflict()).toEqual({
      path: 'a.md',
      base: 'one\n',
      mine: 'mine\n',
      theirs: 'theirs\n',
      version: 'one\n',
    })
    await folder.desk.resolveConflict(folder.desk.conflict()!, choice)
    await settle()
    expect([folder.files.get('a.md'), folder.editor.text(), folder.status()]).toEqual([kept, kept, 'saved'])
  }
})

test('does not write over a version that came while the writer was choosing', async () => {
  const folder = new Folder({ 'a.md': 'one\n' })
  await folder.desk.open('a.md')
  folder.type('mine', 0)
  folder.change('a.md', 'theirs\n')
  await settle()
  const seen = folder.desk.conflict()!
  folder.change('a.md', 'theirs again\n')
  await settle()
  expect(await folder.desk.resolveConflict(seen, 'keep-mine')).toBe(false)
  expect([folder.files.get('a.md'), folder.status()]).toEqual(['theirs again\n', 'conflict'])
})

test('keeps the text of a file that was removed until the writer decides', async () => {
  const folder = new Folder({ 'a.md': 'one\n' })
  await folder.desk.open('a.md')
  folder.change('a.md', undefined)
  await settle()
  expect([folder.status(), folder.editor.text()]).toEqual(['conflict', 'one\n'])
  await folder.desk.resolveConflict(folder.desk.conflict()!, 'keep-mine')
  expect(folder.files.get('a.md')).toBe('one\n')
})

test('goes on by itself when a file that was gone is back as it was', async () => {
  const folder = new Folder({ 'a.md': 'one\n' })
  await folder.desk.open('a.md')
  folder.type('two\n')
  folder.change('a.md', undefined)
  await settle()
  expect(folder.status()).toBe('conflict')
  folder.files.set('a.md', 'one\n')
  folder.desk.onHostEvent({ type: 'posts-changed' })
  await settle()
  expect([folder.status(), folder.files.get('a.md')]).toEqual(['saved', 'one\ntwo\n'])
})

test.each([
  ['to where another program moved it', { 'b.md': 'one\n' }, { 'b.md': 'one\ntwo\n' }],
  ['under another name', {}, { 'b.md': 'one\ntwo\n' }],
])('saves the text of a file that is gone %s', async (_, moved, kept) => {
  const folder = new Folder({ 'a.md': 'one\n' })
  await folder.desk.open('a.md')
  folder.type('two\n')
  folder.change('a.md', undefined)
  for (const [path, text] of Object.entries(moved)) folder.files.set(path, text)
  await settle()
  expect(await folder.desk.resolveConflict(folder.desk.conflict()!, { at: 'b.md' })).toBe(true)
  folder.type('three\n')
  await settle()
  expect(Object.fromEntries(folder.files)).toEqual({ 'b.md': `${kept['b.md']}three\n` })
  expect([folder.status(), folder.drafts.size]).toEqual(['saved', 0])
})

test('brings back what the journal holds, with the cursor where it was', async () => {
  const draft = {
    path: 'a.md',
    baseVersion: 'one\n',
    source: 'one\ntyped\n',
    view: { anchor: 6, head: 6, scrollTop: 0 },
  }
  const folder = new Folder({ 'a.md': 'one\n', 'b.md': 'two\n' }, [draft])
  expect(await folder.desk.recover()).toEqual(['a.md'])
  await folder.desk.open('a.md')
  expect([folder.editor.text(), folder.editor.selection().from, folder.status()]).toEqual([
    'one\ntyped\n',
    6,
    'dirty',
  ])
})

test('names the posts whose text waits elsewhere', async () => {
  const folder = new Folder({ 'a.md': 'one\n', 'b.md': 'two\n' }, [
    { path: 'a.md', baseVersion: 'one\n', source: 'typed\n' },
  ])
  await folder.desk.recover()
  expect(folder.document.get().unsavedElsewhere).toEqual(['a.md'])
  await folder.desk.open('a.md')
  expect(folder.document.get().unsavedElsewhere).toEqual([])
  folder.change('a.md', 'theirs\n')
  await settle()
  await folder.desk.open('b.md')
  expect(folder.document.get().unsavedElsewhere).toEqual(['a.md'])
})

test('asks about recovered text when its file was changed since', async () => {
  const folder = new Folder({ 'a.md': 'newer\n' }, [
    { path: 'a.md', baseVersion: 'one\n', source: 'typed\n' },
  ])
  await folder.desk.recover()
  await folder.desk.open('a.md')
  expect([folder.editor.text(), folder.status()]).toEqual(['typed\n', 'conflict'])
})

test('coming back to a post brings its undo history', async () => {
  const folder = new Folder({ 'a.md': 'one\n', 'b.md': 'two\n' })
  await folder.desk.open('a.md')
  folder.type('typed\n')
  await folder.desk.open('b.md')
  expect([folder.editor.text(), folder.files.get('a.md')]).toEqual(['two\n', 'one\ntyped\n'])
  await folder.desk.open('a.md')
  const { undo } = await import('@codemirror/commands')
  undo(folder.editor.view)
  expect(folder.editor.text()).toBe('one\n')
})

test('a post that cannot be read says why and leaves nothing to type into', async () => {
  const folder = new Folder({})
  await folder.desk.open('gone.md')
  const { path, failure } = folder.document.get()
  expect([path, failure]).toEqual(['gone.md', expect.stringContaining('gone.md')])
  expect(folder.editor.view.state.readOnly).toBe(true)
})
