import { type PostProblem, dateInFileName, findProblems } from '../../core/post/index.ts'

/** Looks for problems in a text, away from the thread that the writer types in. */

export interface CheckRequest {
  readonly id: number
  readonly path: string
  readonly source: string
}

export interface CheckReply {
  readonly id: number
  readonly problems: readonly PostProblem[]
}

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  const name = data.path.slice(data.path.lastIndexOf('/') + 1)
  const reply: CheckReply = {
    id: data.id,
    problems: findProblems(data.source, { postDate: dateInFileName(name) }),
  }
  self.postMessage(reply, { transfer: [] })
})
