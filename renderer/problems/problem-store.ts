import type { Text } from '@codemirror/state'
import type { PostProblem } from '../../core/post/index.ts'
import type { RenderProblem } from '../state/rendered-page.ts'
import { type Store, createStore } from '../state/store.ts'
import { mergeProblems } from './merge-problems.ts'
import type { ShownProblem } from './problem.ts'

export interface ProblemState {
  readonly problems: readonly ShownProblem[]
  /** The text that was checked: a fix fits it alone. */
  readonly checked?: Text
  readonly ofText: readonly PostProblem[]
  readonly ofRender: readonly RenderProblem[]
  /** Kinds the writer does not want to hear of; errors are told all the same. */
  readonly silenced: ReadonlySet<string>
}

export type ProblemEvent =
  | { readonly type: 'checked'; readonly text: Text; readonly problems: readonly PostProblem[] }
  | { readonly type: 'rendered'; readonly problems: readonly RenderProblem[] }
  | { readonly type: 'silenced'; readonly codes: readonly string[] }
  /** Another post, or none. */
  | { readonly type: 'cleared' }

export type ProblemStore = Store<ProblemState, ProblemEvent>

const none: ProblemState = { problems: [], ofText: [], ofRender: [], silenced: new Set() }

export function createProblemStore(): ProblemStore {
  return createStore(none, reduceProblems)
}

export function reduceProblems(state: ProblemState, event: ProblemEvent): ProblemState {
  switch (event.type) {
    case 'cleared':
      return { ...none, silenced: state.silenced }
    case 'checked':
      return told({ ...state, checked: event.text, ofText: event.problems })
    case 'rendered':
      // Each key brings a render, and rarely another problem.
      return sameProblems(state.ofRender, event.problems)
        ? state
        : told({ ...state, ofRender: event.problems })
    case 'silenced':
      return told({ ...state, silenced: new Set(event.codes) })
  }
}

function sameProblems(some: readonly RenderProblem[], others: readonly RenderProblem[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ code, message, line }, index) => {
      const other = others[index]
      return code === other?.code && message === other.message && line === other.line
    })
  )
}

function told(state: ProblemState): ProblemState {
  const { ofRender, ofText, silenced } = state
  const problems = mergeProblems(ofRender, ofText).filter(
    ({ code, severity }) => severity === 'error' || !silenced.has(code),
  )
  return { ...state, problems }
}
