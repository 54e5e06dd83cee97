import { Text } from '@codemirror/state'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Draft } from '../../../../core/contract/index.ts'
import { changedText } from '../../../../core/text/index.ts'
import { LecternError } from '../../../../core/errors.ts'
import type { SaveStatus } from '../../../../renderer/state/document.ts'
import { plainShape } from '../../../../renderer/state/file-shape.ts'
import { type Saver, createSaver } from '../../../../renderer/state/saver.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const path = '_posts/2026-11-23-boats.md'

/** A disk and a journal that answer after `delayMs`, and an editor that is one string. */
class Desk {
  text = 'one'
  autosave = true
  delayMs = 10
  failure: Error | undefined
  disk = { source: 'one', version: 1 }
  journal: Draft | undefined
  statuses: SaveStatus[] = []
  changedOnDisk = 0
  readonly saver: Saver = createSaver({
    host: {
      savePost: async (_, source, base) => {
        await this.#wait()
        if (base !== String(this.disk.version)) throw new LecternError('post.changed-on-disk', [path])
        this.disk = { source, version: this.disk.version + 1 }
        return { version: String(this.disk.version) }
      },
      keepDraft: async draft => {
        await this.#wait()
        this.journal = draft
      },
      keepChange: async ({ change, ...draft }) => {
        await this.#wait()
        const source = changedText(this.journal?.source ?? this.disk.source, change)
        if (source !== undefined) this.journal = { ...draft, source }
        return source !== undefined
      },
      dropDraft: async () => {
        await this.#wait()
        this.journal = undefined
      },
    },
    path,
    shape: plainShape,
    disk: { version: '1', doc: Text.of(['one']) },
    doc: () => Text.of(this.text.split('\n')),
    view: () => ({ anchor: 0, head: 0, scrollTop: 0 }),
    autosave: () => this.autosave,
    onStatus: status => void this.statuses.push(status),
    onChangedOnDisk: () => void this.changedOnDisk++,
  })

  type(text: string): void {
    this.text = text
    this.saver.edited()
  }

  async #wait(): Promise<void> {
    const { failure } = this
    await new Promise(done => setTimeout(done, this.delayMs))
    if (failure) throw failure
  }
}

test('says that edits are kept only when the journal has answered for this very text', async () => {
  const desk = new Desk()
  desk.type('one two')
  expect(desk.saver.status()).toEqual({ type: 'dirty', kept: false })
  await vi.advanceTimersByTimeAsync(450)
  expect([desk.saver.status(), desk.journal?.source]).toEqual([{ type: 'dirty', kept: true }, 'one two'])
  desk.type('one two three')
  expect(desk.saver.status()).toEqual({ type: 'dirty', kept: false })
})

test('the journal is never more than a second behind, however long one types without a pause', async () => {
  const desk = new Desk()
  for (let count = 0; count < 50; count++) {
    desk.type(`one ${count}`)
    await vi.advanceTimersByTimeAsync(100)
    if (count >= 10) expect(Number(desk.journal!.source.slice(4))).toBeGreaterThan(count - 10)
  }
})

test('saves a moment after the last key, and then the journal is empty', async () => {
  const desk = new Desk()
  desk.type('one two')
  await vi.advanceTimersByTimeAsync(2_000)
  expect([desk.disk.source, desk.journal, desk.saver.status()]).toEqual([
    'one two',
    undefined,
    { type: 'saved' },
  ])
})

test('without autosave nothing is written until the writer saves', async () => {
  const desk = new Desk()
  desk.autosave = false
  desk.type('one two')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(desk.disk.source).toBe('one')
  const saved = desk.saver.save()
  await vi.advanceTimersByTimeAsync(100)
  expect([await saved, desk.disk.source]).toEqual([true, 'one two'])
})

test('what is typed while the file is written is not called saved', async () => {
  const desk = new Desk()
  desk.delayMs = 300
  desk.type('one two')
  void desk.saver.save()
  await vi.advanceTimersByTimeAsync(100)
  expect(desk.saver.status()).toEqual({ type: 'saving' })
  desk.type('one two three')
  await vi.advanceTimersByTimeAsync(250)
  expect([desk.disk.source, desk.saver.status().type]).toEqual(['one two', 'dirty'])
  await vi.advanceTimersByTimeAsync(5_000)
  expect([desk.disk.source, desk.saver.status().type]).toEqual(['one two three', 'saved'])
})

test('a failed save says why, keeps the text in the journal, and is tried again', async () => {
  const desk = new Desk()
  desk.type('one two')
  desk.failure = new Error('The disk is full.')
  await vi.advanceTimersByTimeAsync(1_600)
  expect(desk.saver.status()).toEqual({ type: 'not-saved', reason: 'The disk is full.' })
  desk.failure = undefined
  await vi.advanceTimersByTimeAsync(100)
  await vi.advanceTimersByTimeAsync(5_000)
  expect([desk.disk.source, desk.saver.status().type]).toEqual(['one two', 'saved'])
})

test('a file that another program changed is not written over, and the journal has the text', async () => {
  const desk = new Desk()
  desk.disk = { source: 'theirs', version: 7 }
  desk.type('one two')
  await vi.advanceTimersByTimeAsync(2_500)
  expect([desk.disk.source, desk.changedOnDisk > 0, desk.journal?.source]).toEqual([
    'theirs',
    true,
    'one two',
  ])
  desk.saver.conflict()
  expect(desk.saver.status()).toEqual({ type: 'conflict', isGone: false })
  desk.saver.rebase({ version: '7', doc: Text.of(['theirs']) })
  await vi.advanceTimersByTimeAsync(2_500)
  expect([desk.disk.source, desk.saver.status().type]).toEqual(['one two', 'saved'])
})

test('undoing everything is clean again and empties the journal', async () => {
  const desk = new Desk()
  desk.autosave = false
  desk.type('one two')
  await vi.advanceTimersByTimeAsync(1_000)
  desk.type('one')
  await vi.advanceTimersByTimeAsync(1_000)
  expect([desk.saver.status(), desk.journal]).toEqual([{ type: 'clean' }, undefined])
})
