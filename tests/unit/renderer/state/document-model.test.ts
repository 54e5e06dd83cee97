import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HostApi } from '../../../../core/contract/index.ts'
import { createDocumentDesk } from '../../../../renderer/state/document-desk.ts'
import { createDocumentStore } from '../../../../renderer/state/document.ts'
import { createNotices } from '../../../../renderer/state/notices.ts'
import type { SettingsStore } from '../../../../renderer/state/settings.ts'
import { type Random, seededRandom } from '../../../support/random.ts'
import { HandClock } from './hand-clock.ts'
import { createPlainEditor } from './plain-editor.ts'
import { SlowFolder, othersMarks, typedWords } from './slow-folder.ts'

const paths = ['a.md', 'b.md'] as const
type Path = (typeof paths)[number]

const sequences = 2_000
const stepsEach = 30

/** After this long, what was typed is safe, unless the status says otherwise. */
const safeMs = 1_000
/** After this long, the page has heard of a change by another program and looked at it. */
const heardMs = 1_000
/** A journal that failed is tried again within this. */
const retriedMs = 4_500
/** Nothing is left to do after this long. */
const quietMs = 12_000

let clock: HandClock

beforeEach(() => {
  clock = new HandClock()
  clock.install()
})
afterEach(() => clock.remove())

test('whatever happens in whatever order, the status is true, no word is lost, and nothing is written over', async () => {
  const seed = Number(process.env['LECTERN_MODEL_SEED'] ?? 1)
  for (let sequence = 0; sequence < sequences; sequence++) {
    const session = new Session(seededRandom(seed * 1_000_000 + sequence))
    const complaints = await session.play()
    expect(complaints, `sequence ${sequence} of seed ${seed}: ${session.done.join(', ')}`).toEqual([])
    clock.forgetAll()
  }
}, 120_000)

/** One writer, two posts, other programs, and a simple model of what must be true of them. */
class Session {
  readonly done: string[] = []
  readonly #random: Random
  readonly #folder: SlowFolder
  readonly #removed = new Map<Path, string>()
  /** The words the writer wants, and when each was typed. */
  readonly #wanted = new Map<string, number>()
  readonly #changedByOthersAt = new Map<string, number>()
  /** Posts where a choice may have to be made: others changed the same lines, or took the file away. */
  readonly #torn = new Set<string>()
  #journalFailedAt = -Infinity
  #autosave = true
  #number = 1
  #page: Page

  constructor(random: Random) {
    this.#random = random
    this.#folder = new SlowFolder(clock, random)
    for (const path of paths) this.#folder.put(path, `## Theirs in ${path[0]}\n\n## Mine\n\n`)
    this.#page = this.#openPage()
  }

  async play(): Promise<readonly string[]> {
    const { complaints } = this.#folder
    this.#open(paths[0])
    for (let step = 0; step < stepsEach && complaints.length === 0; step++) {
      const act = this.#random.pick(this.#acts)
      this.done.push(act.name)
      await act.call(this)
      const ms = this.#random.pick([0, 10, 40, 150, 500, 2_000])
      this.done.push(`${ms} ms`)
      await clock.advance(ms)
      this.#check()
    }
    if (complaints.length === 0) await this.#end()
    return complaints
  }

  #openPage(): Page {
    const editor = createPlainEditor()
    const document = createDocumentStore()
    const desk = createDocumentDesk({
      host: this.#folder.host() as HostApi,
      editor,
      document,
      settings: { boolean: () => this.#autosave } as Partial<SettingsStore> as SettingsStore,
      notices: createNotices(),
    })
    return { editor, document, desk }
  }

  /** The post in the editor; undefined while there is none that can be typed into. */
  get #openPath(): string | undefined {
    const { path, failure } = this.#page.document.get()
    return failure === undefined ? path : undefined
  }

  #open(path: Path): void {
    void this.#page.desk.open(path)
  }

  readonly #acts: readonly ((this: Session) => void | Promise<void>)[] = [
    this.typeWord,
    this.typeWord,
    this.typeWord,
    this.typeWord,
    this.eraseWord,
    this.saveNow,
    this.openAnother,
    this.openAnother,
    this.othersAddLine,
    this.othersAddLine,
    this.othersChangeMine,
    this.othersRemove,
    this.othersRestore,
    this.othersRestore,
    this.keepMine,
    this.takeTheirs,
    this.switchAutosave,
    this.journalBreaks,
    this.savesBreak,
    this.allIsWell,
    this.allIsWell,
    this.crash,
  ]

  typeWord(): void {
    const path = this.#openPath
    if (path === undefined) return
    const word = `${path[0]}${this.#number++}`
    this.#wanted.set(word, clock.nowMs)
    this.#page.editor.type(`${word} `)
  }

  eraseWord(): void {
    const { editor } = this.#page
    const last = /([ab]\d+) $/.exec(editor.text())?.[1]
    if (this.#openPath === undefined || last === undefined) return
    this.#wanted.delete(last)
    editor.eraseWord()
  }

  saveNow(): void {
    void this.#page.desk.save()
  }

  openAnother(): void {
    this.#open(this.#random.pick(paths))
  }

  othersAddLine(): void {
    this.#othersWrite(text => text.replace(/(## Theirs.*\n)/, `$1theirs-${this.#number++}\n`))
  }

  othersChangeMine(): void {
    this.#othersWrite((text, path) => {
      this.#torn.add(path)
      return `${text}theirs-${this.#number++} `
    })
  }

  #othersWrite(change: (text: string, path: Path) => string): void {
    const path = this.#random.pick(paths)
    const text = this.#folder.files.get(path)
    if (text === undefined) return
    const next = change(text, path)
    this.#folder.put(path, next)
    this.#tell(path, next)
  }

  /** Who takes a file away takes the words that were in it. */
  othersRemove(): void {
    const path = this.#random.pick(paths)
    const text = this.#folder.files.get(path)
    if (text === undefined) return
    this.#removed.set(path, text)
    this.#folder.files.delete(path)
    this.#torn.add(path)
    for (const word of typedWords(text)) this.#wanted.delete(word)
    for (const mark of othersMarks(text)) this.#folder.givenUp.add(mark)
    this.#tell(path, undefined)
  }

  othersRestore(): void {
    for (const [path, text] of this.#removed) {
      if (this.#folder.files.has(path)) continue
      this.#folder.put(path, text)
      this.#tell(path, text)
    }
    this.#removed.clear()
  }

  #tell(path: Path, version: string | undefined): void {
    this.#changedByOthersAt.set(path, clock.nowMs)
    const { desk } = this.#page
    const tell = (): void =>
      desk.onHostEvent({ type: 'post-changed', path, ...(version !== undefined && { version }) })
    setTimeout(tell, this.#random.whole(100))
  }

  keepMine(): void {
    this.#choose('keep-mine')
  }

  takeTheirs(): void {
    this.#choose('take-theirs')
  }

  #choose(choice: 'keep-mine' | 'take-theirs'): void {
    const conflict = this.#page.desk.conflict()
    if (!conflict) return
    const [lost, kept] =
      choice === 'keep-mine' ? [conflict.theirs, conflict.mine] : [conflict.mine, conflict.theirs]
    for (const word of typedWords(lost ?? ''))
      if (!typedWords(kept ?? '').has(word)) this.#wanted.delete(word)
    if (choice === 'keep-mine') for (const mark of othersMarks(lost ?? '')) this.#folder.givenUp.add(mark)
    // The file may have come back meanwhile; then the page says so, and the conflict stands.
    this.#page.desk.resolveConflict(conflict, choice).catch(() => undefined)
  }

  switchAutosave(): void {
    this.#autosave = !this.#autosave
  }

  journalBreaks(): void {
    this.#folder.journalFails = true
  }

  savesBreak(): void {
    this.#folder.savesFail = true
  }

  allIsWell(): void {
    this.#folder.savesFail = false
    this.#folder.journalFails = false
  }

  async crash(): Promise<void> {
    const path = this.#openPath
    clock.forgetAll()
    this.#folder.crash()
    for (const word of this.#wanted.keys()) if (!this.#isSafe(word)) this.#wanted.delete(word)
    this.#page = this.#openPage()
    await this.#page.desk.recover()
    if (path !== undefined) this.#open(path as Path)
  }

  #isSafe(word: string): boolean {
    const path = paths.find(name => name[0] === word[0])!
    const texts = [this.#folder.files.get(path), this.#folder.journal.get(path)?.source]
    return texts.some(text => text !== undefined && typedWords(text).has(word))
  }

  #check(): void {
    const { complaints, files, journal, journalFails } = this.#folder
    if (journalFails) this.#journalFailedAt = clock.nowMs
    const path = this.#openPath
    const { status } = this.#page.document.get()
    const text = this.#page.editor.text()
    const heard = clock.nowMs - (this.#changedByOthersAt.get(path ?? '') ?? -Infinity) > heardMs
    if (path !== undefined && (status.type === 'saved' || status.type === 'clean')) {
      if (heard && files.get(path) !== text) complaints.push(`${path} is called ${status.type} and is not`)
    }
    if (path !== undefined && status.type === 'dirty' && status.kept && journal.get(path)?.source !== text)
      complaints.push(`${path} is called kept and is not`)
    if (status.type === 'conflict' && !this.#torn.has(path ?? ''))
      complaints.push(`no reason to choose in ${path}`)
    for (const [word, typedAt] of this.#wanted) {
      if (clock.nowMs - typedAt <= safeMs || this.#isSafe(word)) continue
      if (clock.nowMs - this.#journalFailedAt > retriedMs) complaints.push(`${word} is not safe`)
      else if (word[0] === path?.[0] && status.type === 'dirty' && status.kept)
        complaints.push(`${word} is not safe, and the status does not say so`)
    }
  }

  /** Nothing fails and nobody does anything any more. */
  async #end(): Promise<void> {
    this.allIsWell()
    // What failed while nothing was saved by itself waits for the next key.
    this.typeWord()
    await clock.advance(quietMs)
    this.#check()
    const { complaints, files, journal } = this.#folder
    const path = this.#openPath
    if (path === undefined) return
    const { type } = this.#page.document.get().status
    const text = this.#page.editor.text()
    const file = files.get(path)
    if (type === 'saving' || (type === 'not-saved' && this.#autosave))
      complaints.push(`${path} is still ${type}`)
    if (file === undefined && type !== 'conflict') complaints.push(`${path} is gone, and called ${type}`)
    if (type === 'conflict' && journal.get(path)?.source !== text && file !== text)
      complaints.push(`the text of ${path} waits for a choice, and is not kept`)
    if (this.#autosave && type === 'dirty') complaints.push(`${path} is not saved by itself`)
    if ((type === 'saved' || type === 'clean') && journal.has(path))
      complaints.push(`the journal of ${path} is not empty`)
    const shown = typedWords(type === 'conflict' ? `${text} ${file ?? ''}` : text)
    for (const word of this.#wanted.keys())
      if (word[0] === path[0] && !shown.has(word)) complaints.push(`${word} is not in the editor`)
  }
}

interface Page {
  readonly editor: ReturnType<typeof createPlainEditor>
  readonly document: ReturnType<typeof createDocumentStore>
  readonly desk: ReturnType<typeof createDocumentDesk>
}
