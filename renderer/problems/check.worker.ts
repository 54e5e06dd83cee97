import { type PostProblem, dateInFileName, findProblems } from '../../core/post/index.ts'
import { type ToldText, heardText } from '../../core/text/index.ts'

/** Looks for problems in a text, away from the thread that the writer types in. */

export interface CheckRequest {
  readonly id: number
  readonly path: string
  readonly source: ToldText
}

export interface CheckReply {
  readonly id: number
  /** Undefined: the text could not be made of the one before, and is to be told whole. */
  readonly problems: readonly PostProblem[] | undefined
}

/** The last that was told. */
let text: string | undefined

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  const name = data.path.slice(data.path.lastIndexOf('/') + 1)
  text = heardText(text, data.source)
  const problems = text === undefined ? undefined : findProblems(text, { postDate: dateInFileName(name) })
  const reply: CheckReply = { id: data.id, problems }
  self.postMessage(reply, { transfer: [] })
})
