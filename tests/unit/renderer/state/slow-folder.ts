import type { Draft, HostApi, RepoPath } from '../../../../core/contract/index.ts'
import { changedText } from '../../../../core/text/index.ts'
import { LecternError } from '../../../../core/errors.ts'
import type { Random } from '../../../support/random.ts'
import type { HandClock } from './hand-clock.ts'

/** Marks that other programs left in a text; each number once. */
export function othersMarks(text: string): ReadonlySet<string> {
  return new Set(text.match(/\btheirs-\d+\b/g))
}

/** Words that the writer typed; each once, and beginning with the name of their post. */
export function typedWords(text: string): ReadonlySet<string> {
  return new Set(text.match(/\b[ab]\d+\b/g))
}

/**
 * A folder behind the calls of a host that take their time and can fail. It complains of calls that no host may get:
 * overlapping ones about one journal, words of one post under the name of another, a save over what nobody saw.
 */
export class SlowFolder {
  readonly files = new Map<RepoPath, string>()
  readonly journal = new Map<RepoPath, Draft>()
  readonly complaints: string[] = []
  /** Marks the writer chose to write over. */
  readonly givenUp = new Set<string>()
  journalFails = false
  savesFail = false
  readonly #clock: HandClock
  readonly #random: Random
  readonly #everStood = new Set<string>()
  /** Unsaved text that was saved, and not dropped yet. */
  readonly #saved = new WeakSet<Draft>()
  readonly #freeAt = new Map<string, number>()
  readonly #journalCalls = new Set<RepoPath>()
  #run = 0

  constructor(clock: HandClock, random: Random) {
    this.#clock = clock
    this.#random = random
  }

  put(path: RepoPath, source: string): void {
    this.files.set(path, source)
    this.#everStood.add(source)
  }

  /** What is under way is never answered, and done only if it was done already. */
  crash(): void {
    this.#run++
    this.#freeAt.clear()
    this.#journalCalls.clear()
  }

  /** Versions are the sources themselves. */
  host(): Partial<HostApi> {
    return {
      readPost: path =>
        this.#call(path, () => {
          const source = this.files.get(path)
          if (source === undefined) throw new LecternError('post.not-found', [path])
          return { path, source, version: source }
        }),
      savePost: (path, source, base) => {
        const keptBefore = this.journal.get(path)
        return this.#call(path, () => this.#save(path, source, base, keptBefore))
      },
      createPost: (path, source) =>
        this.#call(path, () => {
          if (this.files.has(path)) throw new LecternError('post.exists', [path])
          this.put(path, source)
          return { version: source }
        }),
      keepDraft: draft =>
        this.#journalCall(draft.path, () => {
          this.#checkWords(draft.path, draft.source)
          if (this.journalFails) throw new LecternError('draft.disk-full', [draft.path])
          this.journal.set(draft.path, draft)
        }),
      keepChange: ({ change, ...draft }) =>
        this.#journalCall(draft.path, () => {
          const source = changedText(
            this.journal.get(draft.path)?.source ?? this.files.get(draft.path),
            change,
          )
          if (source === undefined) return false
          this.#checkWords(draft.path, source)
          if (this.journalFails) throw new LecternError('draft.disk-full', [draft.path])
          this.journal.set(draft.path, { ...draft, source })
          return true
        }),
      dropDraft: path => this.#journalCall(path, () => void this.journal.delete(path)),
      recoverDrafts: async () => {
        for (const [path, draft] of this.journal)
          if (this.#saved.has(draft) || this.files.get(path) === draft.source) this.journal.delete(path)
        return [...this.journal.values()].map(draft => ({ ...draft, keptAt: '2026-11-23T12:00:00Z' }))
      },
      readVersion: (path, version) =>
        this.#call(path, () => {
          if (!this.#everStood.has(version)) throw new LecternError('history.not-found', [path])
          return version
        }),
      keepView: async () => undefined,
      recallView: async () => undefined,
      writeSetting: async () => undefined,
    }
  }

  #save(path: RepoPath, source: string, base: string, keptBefore: Draft | undefined): { version: string } {
    if (this.savesFail) throw new LecternError('post.write-failed', [path, 'EIO'])
    const before = this.files.get(path)
    if (before === undefined) throw new LecternError('post.not-found', [path])
    if (before !== base) throw new LecternError('post.changed-on-disk', [path])
    this.#checkWords(path, source)
    const marks = othersMarks(source)
    for (const mark of othersMarks(before))
      if (!marks.has(mark) && !this.givenUp.has(mark))
        this.complaints.push(`${mark} was written over in ${path}`)
    this.put(path, source)
    // What was kept before is part of what is saved now; what was kept since grew from it.
    const kept = this.journal.get(path)
    if (kept && kept === keptBefore) this.#saved.add(kept)
    else if (kept) this.journal.set(path, { ...kept, baseVersion: source })
    return { version: source }
  }

  #checkWords(path: RepoPath, source: string): void {
    for (const word of typedWords(source))
      if (word[0] !== path[0]) this.complaints.push(`${word} came to ${path}`)
  }

  async #journalCall<T>(path: RepoPath, effect: () => T): Promise<T> {
    if (this.#journalCalls.has(path)) this.complaints.push(`two calls about the journal of ${path} at once`)
    this.#journalCalls.add(path)
    try {
      return await this.#call(`journal of ${path}`, effect)
    } finally {
      this.#journalCalls.delete(path)
    }
  }

  /** Calls about one thing are done one after the other, each some time after it was asked for. */
  #call<T>(about: string, effect: () => T): Promise<T> {
    const run = this.#run
    const startMs = Math.max(this.#clock.nowMs, this.#freeAt.get(about) ?? 0)
    const doneMs = startMs + this.#random.whole(30)
    this.#freeAt.set(about, doneMs)
    return new Promise((resolve, reject) => {
      const answer = (settle: () => void): void =>
        void setTimeout(() => run === this.#run && settle(), this.#random.whole(30))
      setTimeout(() => {
        if (run !== this.#run) return
        try {
          const value = effect()
          answer(() => resolve(value))
        } catch (error) {
          answer(() => reject(error))
        }
      }, doneMs - this.#clock.nowMs)
    })
  }
}
