import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HostApi, PostFile } from '../../../../core/contract/index.ts'
import { LecternError } from '../../../../core/errors.ts'
import { type DocumentDesk, createDocumentDesk } from '../../../../renderer/state/document-desk.ts'
import { createDocumentStore } from '../../../../renderer/state/document.ts'
import { createNotices } from '../../../../renderer/state/notices.ts'
import type { SettingsStore } from '../../../../renderer/state/settings.ts'
import { createPlainEditor } from './plain-editor.ts'

/** Longer than a failed save waits for its next try. */
const retriedMs = 3_100

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Files whose reading takes as long as the test wants: the answer tells what stood there when it was asked for. */
class SlowReads {
  readonly files = new Map<string, string>()
  readonly editor = createPlainEditor()
  readonly document = createDocumentStore()
  readonly desk: DocumentDesk
  readsAreSlow = false
  savesFail = false
  #answers: (() => void)[] = []

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, source] of Object.entries(files)) this.files.set(path, source)
    this.desk = createDocumentDesk({
      host: this.#host() as HostApi,
      editor: this.editor,
      document: this.document,
      settings: { boolean: () => true } as Partial<SettingsStore> as SettingsStore,
      notices: createNotices(),
    })
  }

  /** Another program writes a file, and the watcher tells. */
  change(path: string, source: string): void {
    this.files.set(path, source)
    this.desk.onHostEvent({ type: 'post-changed', path, version: source })
  }

  async answerReads(): Promise<void> {
    this.readsAreSlow = false
    for (const answer of this.#answers.splice(0)) answer()
    await vi.advanceTimersByTimeAsync(100)
  }

  /** Versions are the sources themselves. */
  #host(): Partial<HostApi> {
    return {
      readPost: path => {
        const source = this.files.get(path) ?? ''
        const file: PostFile = { path, source, version: source }
        if (!this.readsAreSlow) return Promise.resolve(file)
        return new Promise(resolve => this.#answers.push(() => resolve(file)))
      },
      savePost: async (path, source, base) => {
        if (this.savesFail) throw new LecternError('post.write-failed', [path, 'EIO'])
        if (this.files.get(path) !== base) throw new LecternError('post.changed-on-disk', [path])
        this.files.set(path, source)
        return { version: source }
      },
      keepDraft: async () => undefined,
      keepChange: async () => true,
      dropDraft: async () => undefined,
      keepView: async () => undefined,
      recallView: async () => undefined,
    }
  }
}

/** `a.md` has a word that could not be saved, and `b.md` is open. */
async function besideUnsavedPost(): Promise<SlowReads> {
  const folder = new SlowReads({ 'a.md': 'A\n', 'b.md': 'B\n' })
  await folder.desk.open('a.md')
  folder.savesFail = true
  folder.editor.type('typed')
  await folder.desk.open('b.md')
  folder.savesFail = false
  return folder
}

test('sees a change of the open post although a post put aside cannot be saved at that very moment', async () => {
  const folder = await besideUnsavedPost()
  folder.readsAreSlow = true
  folder.change('a.md', 'A of others\n')
  folder.change('b.md', 'B of others\n')
  await vi.advanceTimersByTimeAsync(retriedMs)
  await folder.answerReads()
  expect(folder.editor.text()).toBe('B of others\n')
})

test('does not show what another program took back while it was read', async () => {
  const folder = new SlowReads({ 'a.md': 'A\n' })
  await folder.desk.open('a.md')
  folder.readsAreSlow = true
  folder.change('a.md', 'A of others\n')
  await vi.advanceTimersByTimeAsync(1)
  folder.change('a.md', 'A\n')
  await folder.answerReads()
  expect(folder.editor.text()).toBe('A\n')
})

test('comes back to a post with the word that was saved while its file was read', async () => {
  const folder = await besideUnsavedPost()
  folder.readsAreSlow = true
  const opened = folder.desk.open('a.md')
  await vi.advanceTimersByTimeAsync(retriedMs)
  expect(folder.files.get('a.md')).toBe('A\ntyped')
  await folder.answerReads()
  await opened
  expect([folder.editor.text(), folder.document.get().status.type]).toEqual(['A\ntyped', 'saved'])
})
