import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSubset, outsideLines, typedWords } from './texts.ts'

/** What went wrong in a run; all zero is the promise kept. */
export interface Faults {
  lost: number
  torn: number
  overwritten: number
  falseSaved: number
}

/** What is known, from outside the service, of one post. */
export interface PostRecord {
  /** Its names: the one it has, and the one it is being given. */
  names: readonly string[]
  /** Every whole text that may stand in the file. */
  readonly whole: Set<string>
  /** Those of them that another program wrote. */
  readonly fromOthers: Set<string>
  /** Lines that other programs added. */
  readonly outside: Set<number>
  /** Words that the status bar said were safe: kept or saved. */
  safeWords: ReadonlySet<number>
  /** The text the status bar last called saved, until another program writes the file or the next save begins. */
  saved: string | undefined
}

/** Keeps the books: what the writer was told, and whether the disk agrees. */
export class Ledger {
  readonly faults: Faults = { lost: 0, torn: 0, overwritten: 0, falseSaved: 0 }
  readonly complaints: string[] = []
  /** How often unsaved text was kept as what changed of it. */
  keptChanges = 0
  readonly posts: readonly PostRecord[]
  readonly #site: string

  constructor(site: string, posts: readonly { readonly name: string; readonly text: string }[]) {
    this.#site = site
    this.posts = posts.map(({ name, text }) => ({
      names: [name],
      whole: new Set([text]),
      fromOthers: new Set(),
      outside: new Set(),
      safeWords: new Set(),
      saved: undefined,
    }))
  }

  /** Undefined where nothing stands; the service may be moving the file at this moment. */
  textAt(name: string): string | undefined {
    try {
      return readFileSync(join(this.#site, name), 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  /** The names of a post that stand in the folder. */
  standing(post: PostRecord): readonly string[] {
    return post.names.filter(name => existsSync(join(this.#site, name)))
  }

  /** The file is one of the whole texts, holds every line of others, and is what was called saved. */
  checkFile(post: PostRecord, when: string): void {
    for (const name of this.standing(post)) {
      const text = this.textAt(name)
      if (text === undefined) continue
      if (!post.whole.has(text))
        this.#complain('torn', `${name} ${when} is no whole text: ${text.slice(0, 300)}`)
      if (!isSubset(post.outside, outsideLines(text)))
        this.#complain('overwritten', `${name} ${when} lacks a line of another program`)
      if (post.saved !== undefined && text !== post.saved)
        this.#complain('falseSaved', `${name} ${when} is not the text that was called saved`)
    }
  }

  /** All words that were called safe are in one of the texts the writer can get at. */
  checkWords(post: PostRecord, texts: readonly string[], when: string): void {
    if (texts.some(text => isSubset(post.safeWords, typedWords(text)))) return
    const missing = texts.map(text => [...post.safeWords].filter(word => !typedWords(text).has(word)))
    const shown = missing.map(words => `${words.length} from w${words[0]} to w${words.at(-1)}`)
    this.#complain('lost', `${post.names.join(' or ')} ${when}: safe words missing: ${shown.join('; ')}`)
  }

  /** A word waited longer than a second without being safe, and the status bar did not say so. */
  checkPatience(oldestUnsafeMs: number, when: string): void {
    if (oldestUnsafeMs > 1_000)
      this.#complain('lost', `${when}: a word was unsafe for ${Math.round(oldestUnsafeMs)} ms`)
  }

  missing(post: PostRecord, when: string): void {
    this.#complain('lost', `${post.names.join(' or ')} ${when} is gone`)
  }

  doubled(post: PostRecord, when: string): void {
    this.#complain('torn', `${post.names.join(' and ')} ${when} both stand`)
  }

  #complain(fault: keyof Faults, what: string): void {
    this.faults[fault]++
    this.complaints.push(`${fault}: ${what}`)
  }
}
