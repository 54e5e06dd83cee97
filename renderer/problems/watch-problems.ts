import type { Editor } from '../editor/editor.ts'
import { startWorker } from '../host/start-worker.ts'
import type { DocumentStore } from '../state/document.ts'
import type { RenderedPageStore } from '../state/rendered-page.ts'
import { createTextTeller } from '../state/text-teller.ts'
import type { CheckReply, CheckRequest } from './check.worker.ts'
import type { ProblemStore } from './problem-store.ts'

export interface WatchOptions {
  readonly editor: Editor
  readonly document: DocumentStore
  readonly page: RenderedPageStore
  readonly problems: ProblemStore
}

/** Checks wait for a pause in the writing: nobody wants to hear of half a link. */
const pauseMs = 500

/** A check that takes longer hangs; the next one gets a new worker. */
const patienceMs = 10_000

/** Keeps the list of problems true to the text of the editor and to what the renderer met. */
export function watchProblems({ editor, document, page, problems }: WatchOptions): void {
  let worker: Worker | undefined
  let lastId = 0
  let asked = editor.doc()
  let path: string | undefined
  let pause: ReturnType<typeof setTimeout> | undefined
  let watchdog: ReturnType<typeof setTimeout> | undefined
  const teller = createTextTeller()

  function check(): void {
    if (path === undefined || document.get().failure !== undefined) return
    worker ??= start()
    asked = editor.doc()
    clearTimeout(watchdog)
    watchdog = setTimeout(stop, patienceMs)
    const request: CheckRequest = { id: ++lastId, path, source: teller.tell(asked) }
    worker.postMessage(request, [])
  }

  function start(): Worker {
    const started = startWorker('check')
    teller.forget()
    started.addEventListener('message', ({ data }: MessageEvent<CheckReply>) => {
      if (!data.problems) teller.forget()
      if (data.id !== lastId) return
      clearTimeout(watchdog)
      if (data.problems) problems.send({ type: 'checked', text: asked, problems: data.problems })
      else check()
    })
    started.addEventListener('error', stop)
    return started
  }

  function stop(): void {
    clearTimeout(watchdog)
    worker?.terminate()
    worker = undefined
  }

  function checkSoon(): void {
    clearTimeout(pause)
    pause = setTimeout(check, pauseMs)
  }

  function takeRendered(): void {
    const rendered = page.get()
    if (rendered.path === path) problems.send({ type: 'rendered', problems: rendered.problems })
  }

  editor.onChange(change => {
    if (change.docChanged) checkSoon()
  })
  document.subscribe(() => {
    const next = document.get().path
    if (next === path) return
    path = next
    lastId++
    problems.send({ type: 'cleared' })
    takeRendered()
    checkSoon()
  })
  page.subscribe(takeRendered)
}
