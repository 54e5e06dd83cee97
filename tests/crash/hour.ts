import {
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Ledger } from './ledger.ts'
import type { OpenPost, Page } from './page.ts'
import type { Random } from './random.ts'
import { withOutsideLine } from './texts.ts'

/**
 * A busy hour of writing, played 300 times as fast: a word each 0.3 s, kept 0.3 s later, saved every few seconds, a
 * line from another program, another name, a deletion that is taken back and another post about twice a minute.
 */
const everyMs = { word: 1, keep: 1, save: 25, outside: 100, otherPost: 100, rename: 80, trash: 100 } as const

export interface Numbers {
  word: number
  line: number
  name: number
}

export interface HourOptions {
  readonly page: Page
  readonly ledger: Ledger
  readonly site: string
  readonly random: Random
  /** Counts on through all hours, so that no number is used twice. */
  readonly numbers: Numbers
}

export interface Play {
  /** Milliseconds the oldest unsafe word has waited. */
  readonly oldestUnsafeMs: () => number
  readonly stop: () => void
  /** Rejects when something fails that should not. */
  readonly failed: Promise<never>
}

/** Plays until it is stopped. What waits for an answer of a killed service then waits for ever, and is forgotten. */
export function play({ page, ledger, site, random, numbers }: HourOptions): Play {
  const playing = { on: true }
  let current: OpenPost = random.pick(page.posts)
  let fail: (error: unknown) => void = () => {}
  const failed = new Promise<never>((_, reject) => (fail = reject))

  function every(meanMs: number, act: () => Promise<void> | void): void {
    const run = async (): Promise<void> => {
      // The hour goes on where it was cut off, so that what is rare is not put off by each kill.
      await wait(meanMs * random.next())
      while (playing.on) {
        await act()
        await wait(meanMs < 10 ? meanMs : meanMs * (0.5 + random.next()))
      }
    }
    run().catch(error => {
      if (playing.on) fail(error)
    })
  }

  every(everyMs.word, () => page.type(current, numbers.word++))
  every(everyMs.keep, () => page.keep(current))
  every(everyMs.save, () => page.save(current))
  every(everyMs.outside, () => writeFromOutside(random.next() < 0.6 ? current : random.pick(page.posts)))
  every(everyMs.rename, () => page.rename(current, `_posts/2026-01-01-name-${numbers.name++}.md`))
  every(everyMs.trash, () => page.trashAndRestore(random.pick(page.posts.filter(post => post !== current))))
  every(everyMs.otherPost, async () => {
    await page.keep(current)
    const free = page.posts.filter(post => !post.busy)
    if (current.text === current.keptText && free.length > 0) current = random.pick(free)
  })

  function writeFromOutside({ record, moving }: OpenPost): void {
    const [name] = ledger.standing(record)
    const before = name === undefined ? undefined : ledger.textAt(name)
    if (name === undefined || before === undefined) return
    const line = numbers.line++
    const text = withOutsideLine(before, line)
    record.whole.add(text)
    record.saved = undefined
    // Who makes a file under a name that the service just moved away makes a second file, and would be right to.
    const wrote = moving ? inPlace : random.pick(otherPrograms)
    if (!wrote({ path: join(site, name), text, site })) return
    record.fromOthers.add(text)
    record.outside.add(line)
  }

  return {
    oldestUnsafeMs: () => {
      const since = page.posts.map(({ unsafeSince }) => unsafeSince ?? Infinity)
      return Math.max(0, performance.now() - Math.min(...since))
    },
    stop: () => (playing.on = false),
    failed,
  }
}

interface OutsideWrite {
  readonly path: string
  readonly text: string
  readonly site: string
}

/** Another program's way to write a file. False when nobody will see what was written. */
type OtherProgram = (write: OutsideWrite) => boolean

/** Sync clients, rsync and most editors. */
const beside: OtherProgram = ({ path, text, site }) => {
  writeFileSync(join(site, '.theirs'), text)
  renameSync(join(site, '.theirs'), path)
  return true
}

/** Editors that keep the file they opened: cut short, and written anew. */
const inPlace: OtherProgram = ({ path, text }) => {
  const file = openIfThere(path, 'r+')
  if (file === undefined) return false
  ftruncateSync(file)
  return writeInto(file, text)
}

/** `rsync --inplace`: written over, and only then cut to its length. */
const over: OtherProgram = ({ path, text }) => {
  const file = openIfThere(path, 'r+')
  return file !== undefined && writeInto(file, text)
}

/** `git checkout`: removed, and made anew unless somebody else was faster. */
const anew: OtherProgram = ({ path, text }) => {
  rmSync(path, { force: true })
  const file = openIfThere(path, 'wx')
  return file !== undefined && writeInto(file, text)
}

const otherPrograms = [beside, beside, beside, inPlace, over, anew] as const

function openIfThere(path: string, flags: 'r+' | 'wx'): number | undefined {
  try {
    return openSync(path, flags)
  } catch (error) {
    if (['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** False when the file has no name any more. */
function writeInto(file: number, text: string): boolean {
  try {
    writeSync(file, text)
    ftruncateSync(file, Buffer.byteLength(text))
    return fstatSync(file).nlink > 0
  } finally {
    closeSync(file)
  }
}
