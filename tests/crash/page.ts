import { type PostFile, RemoteError, type RepoPath, type Version } from '../../core/contract/index.ts'
import { fingerprintOf, mergeTexts, minimalEdit } from '../../core/text/index.ts'
import type { Ledger, PostRecord } from './ledger.ts'
import type { ServiceApi } from './service.ts'
import type { ServiceProcess } from './service-process.ts'
import { isSubset, typedWords } from './texts.ts'

/** A post as the page holds it. */
export interface OpenPost {
  readonly record: PostRecord
  path: RepoPath
  text: string
  base: Version
  baseText: string
  /** What the journal, or the file, is known to hold. */
  keptText: string
  /** When the first word was typed that is not safe yet; on the clock of `performance.now`. */
  unsafeSince: number | undefined
  /** Saves, renames and reloads of one post follow each other. */
  busy: boolean
  /** The file is being renamed or deleted. */
  moving: boolean
}

/**
 * What the page does with a service: keep, save, rename, merge. It tells the ledger what the status bar would say, at
 * the moment it would say it. A killed service never answers, and nothing here happens after that.
 */
export class Page {
  readonly #api: ServiceApi
  readonly #ledger: Ledger
  readonly posts: OpenPost[] = []
  #keeping: Promise<void> | undefined
  /** What the journal of this service was told last, by path; now and then it has another text by now. */
  readonly #told = new Map<RepoPath, string>()

  constructor(process: ServiceProcess, ledger: Ledger) {
    this.#api = process.api
    this.#ledger = ledger
    process.onEvent(event => {
      if (event.type !== 'post-changed') return
      const post = this.posts.find(({ path }) => path === event.path)
      if (post) void this.#alone(post, () => this.#takeTheirs(post))
    })
  }

  type(post: OpenPost, word: number): void {
    post.text += `w${word} `
    post.unsafeSince ??= performance.now()
  }

  async keep(post: OpenPost): Promise<void> {
    if (this.#keeping || post.text === post.keptText) return
    this.#keeping = this.#keepNow(post).finally(() => (this.#keeping = undefined))
    await this.#keeping
  }

  async #keepNow(post: OpenPost): Promise<void> {
    const { path, base, text } = post
    const asked = performance.now()
    const view = { anchor: text.length, head: text.length, scrollTop: 0 }
    const about = { path, baseVersion: base, view }
    const edit = minimalEdit(this.#told.get(path) ?? post.baseText, text)
    const change = { ...(edit && { edit }), result: fingerprintOf(text) }
    if (await this.#api.keepChange({ ...about, change })) this.#ledger.keptChanges++
    else await this.#api.keepDraft({ ...about, source: text })
    this.#told.set(path, text)
    post.keptText = text
    post.unsafeSince = post.text === text ? undefined : Math.max(post.unsafeSince ?? asked, asked)
    post.record.safeWords = typedWords(text)
  }

  save(post: OpenPost): Promise<void> {
    return this.#alone(post, () => this.#save(post))
  }

  async #save(post: OpenPost): Promise<void> {
    if (post.text === post.baseText) return
    const { path, text, base, record } = post
    record.whole.add(text)
    record.saved = undefined
    const linesBefore = record.outside.size
    try {
      const { version } = await this.#api.savePost(path, text, base)
      post.base = version
      post.baseText = text
    } catch (error) {
      if (isChangedOnDisk(error)) return this.#takeTheirs(post)
      throw error
    }
    if (record.outside.size === linesBefore) record.saved = text
    if (!isSubset(typedWords(text), record.safeWords) && isSubset(record.safeWords, typedWords(text)))
      record.safeWords = typedWords(text)
    this.#ledger.checkFile(record, 'after a save')
    if (post.text !== text || this.#keeping) return
    post.keptText = text
    post.unsafeSince = undefined
    await this.#api.dropDraft(path)
  }

  /** What is typed while the file gets its name is kept under the old one, until the page hears of the new. */
  rename(post: OpenPost, to: RepoPath): Promise<void> {
    return this.#alone(post, async () => {
      const { path, record } = post
      record.names = [path, to]
      post.moving = true
      try {
        await this.#api.renamePost(path, to)
      } catch (error) {
        if (!isChangedOnDisk(error)) throw error
        record.names = [path]
        return
      } finally {
        post.moving = false
      }
      record.names = [to]
      post.path = to
      for (let busy = this.#keeping; busy; busy = this.#keeping) await busy
      post.keptText = post.baseText
      await this.keep(post)
      await this.#api.dropDraft(path)
    })
  }

  /** Saves a post that is not being typed into, deletes it, and takes that back. */
  trashAndRestore(post: OpenPost): Promise<void> {
    return this.#alone(post, async () => {
      await this.#save(post)
      if (post.text !== post.baseText) return
      post.moving = true
      try {
        const { trashId } = await this.#api.trashPost(post.path)
        post.path = (await this.#api.restorePost(trashId)).path
        post.record.names = [post.path]
      } catch (error) {
        if (!isChangedOnDisk(error)) throw error
      } finally {
        post.moving = false
      }
    })
  }

  /** Opens every post after a start, and checks that all the writer was told is true. */
  async recover(): Promise<void> {
    const drafts = await this.#api.recoverDrafts()
    for (const record of this.#ledger.posts) {
      await this.#backFromTrash(record)
      const [path, other] = this.#ledger.standing(record)
      if (other !== undefined) this.#ledger.doubled(record, 'after a kill')
      if (path === undefined) {
        this.#ledger.missing(record, 'after a kill')
        continue
      }
      record.names = [path]
      this.#ledger.checkFile(record, 'after a kill')
      const file = await this.#api.readPost(path)
      const draft = drafts.find(found => found.path === path)
      const text = draft?.source ?? file.source
      const replaced = await this.#replacedByOthers(record, file.source)
      // Unsaved text of another version than the file's is shown beside the file, to join or to choose from.
      const beside = draft && draft.baseVersion !== file.version ? [file.source] : []
      this.#ledger.checkWords(record, [text, ...beside, ...replaced], 'after a kill')
      if (isSubset(record.safeWords, typedWords(text)) || beside.length === 0)
        record.safeWords = typedWords(text)
      const post: OpenPost = {
        record,
        path,
        text,
        base: draft?.baseVersion ?? file.version,
        baseText: file.source,
        keptText: text,
        unsafeSince: undefined,
        busy: false,
        moving: false,
      }
      if (post.base !== file.version) {
        const base = await this.#api.readVersion(path, post.base).catch(() => '')
        this.#merge(post, base, file.source, file.version)
      }
      this.posts.push(post)
    }
  }

  /** A post killed between its deletion and its return lies in the trash alone. */
  async #backFromTrash(record: PostRecord): Promise<void> {
    if (this.#ledger.standing(record).length > 0) return
    const trashed = (await this.#api.listTrash()).find(({ path }) => record.names.includes(path))
    if (trashed) record.names = [(await this.#api.restorePost(trashed.trashId)).path]
  }

  /** A program that writes back what it read before our save takes our words away; the versions have them. */
  async #replacedByOthers(record: PostRecord, text: string): Promise<string[]> {
    if (isSubset(record.safeWords, typedWords(text))) return []
    if (!record.fromOthers.has(text)) return []
    const [path = ''] = record.names
    const versions = await this.#api.listVersions(path)
    return Promise.all(versions.map(({ version }) => this.#api.readVersion(path, version)))
  }

  async #takeTheirs(post: OpenPost): Promise<void> {
    const file = await this.#readIfThere(post.path)
    if (!file || file.version === post.base || !file.source.includes('## Written here')) return
    const kept = await this.#replacedByOthers(post.record, file.source)
    if (post.text === post.baseText) {
      this.#ledger.checkWords(post.record, [file.source, ...kept], 'changed by another program')
      post.text = post.baseText = post.keptText = file.source
      post.base = file.version
      post.record.safeWords = typedWords(file.source)
      return
    }
    this.#merge(post, post.baseText, file.source, file.version)
  }

  async #readIfThere(path: RepoPath): Promise<PostFile | undefined> {
    try {
      return await this.#api.readPost(path)
    } catch (error) {
      if (isChangedOnDisk(error)) return undefined
      throw error
    }
  }

  /** When both changed the same lines, the writer takes theirs and types the own words again. */
  #merge(post: OpenPost, base: string, theirs: string, version: Version): void {
    const merge = mergeTexts(base, post.text, theirs)
    const known = typedWords(theirs)
    const missing = [...typedWords(post.text)].filter(word => !known.has(word))
    post.text = merge.clean ? merge.text : `${theirs}${missing.map(word => `w${word} `).join('')}`
    post.baseText = theirs
    post.base = version
  }

  async #alone(post: OpenPost, task: () => Promise<void>): Promise<void> {
    if (post.busy) return
    post.busy = true
    try {
      await task()
    } finally {
      post.busy = false
    }
  }
}

/** Another program wrote the file, or has removed it and is about to make it anew. */
function isChangedOnDisk(error: unknown): boolean {
  return error instanceof RemoteError && ['post.changed-on-disk', 'post.not-found'].includes(error.code)
}
