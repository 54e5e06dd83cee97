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
}

export type ProblemEvent =
  | { readonly type: 'checked'; readonly text: Text; readonly problems: readonly PostProblem[] }
  | { readonly type: 'rendered'; readonly problems: readonly RenderProblem[] }
  /** Another post, or none. */
  | { readonly type: 'cleared' }

export type ProblemStore = Store<ProblemState, ProblemEvent>

const none: ProblemState = { problems: [], ofText: [], ofRender: [] }

export function createProblemStore(): ProblemStore {
  return createStore(none, reduceProblems)
}

export function reduceProblems(state: ProblemState, event: ProblemEvent): ProblemState {
  switch (event.type) {
    case 'cleared':
      return none
    case 'checked':
      return {
        ...state,
        checked: event.text,
        ofText: event.problems,
        problems: mergeProblems(state.ofRender, event.problems),
      }
    case 'rendered':
      return {
        ...state,
        ofRender: event.problems,
        problems: mergeProblems(event.problems, state.ofText),
      }
  }
}
