import type { EditorView } from '@codemirror/view'
import type { Editor } from '../editor/editor.ts'
import { startWorker } from '../host/start-worker.ts'
import type { DocumentStore } from '../state/document.ts'
import type { RenderedPageStore } from '../state/rendered-page.ts'
import type { SettingsStore } from '../state/settings.ts'
import { markMisspelled } from './spelling-marks.ts'
import { bestDictionary } from '../../core/post/spelling/index.ts'
import type { HostApi } from '../../core/contract/index.ts'
import { type Store, createStore } from '../state/store.ts'
import { createTextTeller } from '../state/text-teller.ts'
import type { SpellingReply, SpellingRequest } from './spelling.worker.ts'

export const spellingKey = 'editor.spelling'
export const ownWordsKey = 'editor.own-words'

/** The spelling of the open post, checked while the writer pauses. */
export interface Spelling extends Pick<Store<SpellingState, never>, 'get' | 'subscribe'> {
  suggest(word: string): Promise<readonly string[]>
  /** Never underlines this word again, in any post. */
  keep(word: string): void
  /** The writer's dictionaries are others now. */
  dictionariesChanged(): void
}

export interface SpellingState {
  /** What the post is written in, where no dictionary is for it: nothing is underlined then. */
  readonly unknownLanguage?: string | undefined
}

export interface SpellingOptions {
  readonly editor: Editor
  readonly document: DocumentStore
  readonly settings: SettingsStore
  readonly host: Pick<HostApi, 'listDictionaries' | 'readDictionary'>
  /** Tells what the site is written in, once a post of it was rendered. */
  readonly sitePage: RenderedPageStore
  readonly report: (error: unknown) => void
}

const pauseMs = 700

/** The dictionary takes a moment to read; the first post is shown before. */
const firstPauseMs = 2_500

export function createSpelling(options: SpellingOptions): Spelling {
  const { editor, document, settings, host } = options
  let siteLanguage = options.sitePage.get().siteLanguage
  const store = createStore<SpellingState, SpellingState>({}, (state, next) =>
    state.unknownLanguage === next.unknownLanguage ? state : next,
  )
  /** The writer's dictionaries that the worker has. */
  const loaded = new Set<string>()
  let worker: Worker | undefined
  const teller = createTextTeller()
  let lastId = 0
  let checked = editor.doc()
  let pause: ReturnType<typeof setTimeout> | undefined
  let before = state()
  const waiting = new Map<number, (suggestions: readonly string[]) => void>()

  function started(): Worker {
    if (worker) return worker
    worker = startWorker('spelling')
    worker.addEventListener('message', ({ data }: MessageEvent<SpellingReply>) => hear(data))
    return worker
  }

  function ask(request: SpellingRequest): void {
    started().postMessage(request, [])
  }

  function hear(reply: SpellingReply): void {
    if (reply.type === 'suggested') {
      waiting.get(reply.id)?.(reply.suggestions)
      waiting.delete(reply.id)
    } else if (reply.type === 'lost') {
      teller.forget()
      check()
    } else if (reply.id === lastId && editor.doc().eq(checked)) {
      const { from, to } = editor.selection()
      // The word at the cursor may not be finished.
      const done = reply.words.filter(word => word.to < from || word.from > to)
      show(editor.view, done)
      if (reply.isKnown) store.send({})
      else learn(reply.language).catch(options.report)
    }
  }

  /** Reads the writer's dictionary for a language, the first time a post is written in it. */
  async function learn(language: string): Promise<void> {
    const best = bestDictionary(language, await host.listDictionaries())
    if (best === undefined || loaded.has(best)) return store.send({ unknownLanguage: language })
    loaded.add(best)
    ask({ type: 'dictionary', language: best, ...(await host.readDictionary(best)) })
    check()
  }

  function check(): void {
    if (!isOn()) {
      store.send({})
      return show(editor.view, [])
    }
    checked = editor.doc()
    ask({
      type: 'check',
      id: ++lastId,
      source: teller.tell(checked),
      siteLanguage,
      ownWords: ownWords(settings),
    })
  }

  function isOn(): boolean {
    const { path, failure } = document.get()
    return path !== undefined && failure === undefined && settings.boolean(spellingKey, true)
  }

  function checkSoon(): void {
    clearTimeout(pause)
    pause = setTimeout(check, worker ? pauseMs : firstPauseMs)
  }

  /** What is to be checked, and against which words. */
  function state(): string {
    return JSON.stringify([settings.boolean(spellingKey, true), ownWords(settings)])
  }

  editor.onChange(change => {
    if (change.docChanged) checkSoon()
  })
  options.sitePage.subscribe(() => {
    const told = options.sitePage.get().siteLanguage
    if (told === siteLanguage) return
    siteLanguage = told
    checkSoon()
  })
  settings.subscribe(() => {
    const now = state()
    if (now === before) return
    before = now
    check()
  })

  return {
    get: store.get,
    subscribe: store.subscribe,
    dictionariesChanged() {
      for (const language of loaded) ask({ type: 'forget', language })
      loaded.clear()
      check()
    },
    suggest(word) {
      const id = ++lastId
      const answer = new Promise<readonly string[]>(resolve => waiting.set(id, resolve))
      ask({ type: 'suggest', id, word })
      return answer
    },
    keep: word => settings.set('user', ownWordsKey, [...new Set([...ownWords(settings), word])].toSorted()),
  }
}

function show(view: EditorView, words: readonly { from: number; to: number }[]): void {
  view.dispatch({ effects: markMisspelled.of(words) })
}

function ownWords(settings: SettingsStore): string[] {
  const words = settings.get()[ownWordsKey]
  return Array.isArray(words) ? words.filter(word => typeof word === 'string') : []
}
