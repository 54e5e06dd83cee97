import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { RepoPath, SearchQuery, SearchResult } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { needles, patternOf } from './search-matches.ts'
import type { FromSearchWorker, SearchWorkerData, ToSearchWorker } from './search-worker.ts'

/** Search in the posts of one open folder. */
export interface Search {
  readonly search: (query: SearchQuery) => Promise<SearchResult>
  /** These files changed, appeared or went; `all` when it is not known which. */
  readonly changed: (paths: readonly RepoPath[] | 'all') => void
  readonly close: () => Promise<void>
}

export interface SearchOptions {
  /** Absolute path of the open folder. */
  readonly folder: string
  /** All that is searched. */
  readonly paths: () => Promise<readonly RepoPath[]>
}

/** One post may not hold an expression up longer than this. */
const patienceMs = 1_000
const lookMs = 50

interface Running {
  readonly worker: Worker
  readonly progress: Int32Array<SharedArrayBuffer>
  readonly answers: Map<number, (answer: FromSearchWorker | 'ended') => void>
}

export function createSearch({ folder, paths }: SearchOptions): Search {
  let running: Running | undefined
  let held: ReadonlySet<RepoPath> | undefined
  let nextId = 0

  function start(): Running {
    const progress = new Int32Array(new SharedArrayBuffer(4))
    const data: SearchWorkerData = { folder, progress }
    const worker = new Worker(workerFile(), {
      workerData: data,
      // What it keeps lies outside the heap; a small heap is cleaned up while the folder is read.
      resourceLimits: { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 96 },
    })
    const answers: Running['answers'] = new Map()
    worker.on('message', (answer: FromSearchWorker) => {
      answers.get(answer.id)?.(answer)
      answers.delete(answer.id)
    })
    const end = (): void => {
      if (running?.worker === worker) running = undefined
      for (const answer of answers.values()) answer('ended')
      answers.clear()
    }
    worker.on('error', end)
    worker.on('exit', end)
    // A search is no reason to keep the app running.
    worker.unref()
    held = undefined
    return { worker, progress, answers }
  }

  async function search(query: SearchQuery): Promise<SearchResult> {
    check(query)
    if (query.kind !== 'expression' && needles(query).length === 0) return { posts: [], isCut: false }
    const asked = (running ??= start())
    if (!held) {
      const all = await paths()
      held = new Set(all)
      post(asked, { type: 'hold', paths: all })
    }
    const answer = await ask(asked, query)
    if (answer === 'ended' || 'tooSlow' in answer) throw new LecternError('search.too-slow')
    return answer.result
  }

  function ask(asked: Running, query: SearchQuery): Promise<FromSearchWorker | 'ended'> {
    const id = nextId++
    return new Promise(resolve => {
      let seen = -1
      let seenAt = performance.now()
      const watch = setInterval(() => {
        const progress = Atomics.load(asked.progress, 0)
        if (progress !== seen) {
          seen = progress
          seenAt = performance.now()
        } else if (seen > startOf && performance.now() - seenAt > patienceMs) {
          void asked.worker.terminate()
        }
      }, lookMs)
      // Until the first post is tried, the worker reads the folder, which may take its time.
      const startOf = Atomics.load(asked.progress, 0)
      asked.answers.set(id, answer => {
        clearInterval(watch)
        resolve(answer)
      })
      post(asked, { type: 'search', id, query })
    })
  }

  return {
    search,
    changed: which => {
      if (which === 'all') return void running?.worker.terminate()
      // A file not searched so far may belong to the list now.
      if (which.some(path => !held?.has(path))) held = undefined
      if (running) post(running, { type: 'changed', paths: which })
    },
    close: async () => void (await running?.worker.terminate()),
  }
}

function post({ worker }: Running, message: ToSearchWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(message)
}

function check(query: SearchQuery): void {
  try {
    patternOf(query)
  } catch (error) {
    const why =
      error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error)
    throw new LecternError('search.bad-pattern', [why], { cause: error })
  }
}

/** The worker beside this file: in the sources, or in the built program, whose shared parts lie one folder down. */
function workerFile(): URL {
  const places = ['./search-worker.ts', './search-worker.mjs', '../search-worker.mjs']
  const found = places
    .map(place => new URL(place, import.meta.url))
    .find(url => existsSync(fileURLToPath(url)))
  if (!found) throw new Error('the search worker is missing from the built program')
  return found
}
