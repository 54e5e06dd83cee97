import type { Text } from '@codemirror/state'
import type { PostProblem } from '../../core/post/index.ts'
import type { RenderProblem } from '../state/rendered-page.ts'
import { type Store, createStore } from '../state/store.ts'
import { mergeProblems } from './merge-problems.ts'
import type { ShownProblem } from './problem.ts'
import type { ProblemLevels } from './problem-levels.ts'

export interface ProblemState {
  readonly problems: readonly ShownProblem[]
  /** The text that was checked: a fix fits it alone. */
  readonly checked?: Text
  readonly ofText: readonly PostProblem[]
  readonly ofRender: readonly RenderProblem[]
  /** How the writer wants to hear of kinds; errors are told all the same. */
  readonly levels: ProblemLevels
}

export type ProblemEvent =
  | { readonly type: 'checked'; readonly text: Text; readonly problems: readonly PostProblem[] }
  | { readonly type: 'rendered'; readonly problems: readonly RenderProblem[] }
  | { readonly type: 'levels'; readonly levels: ProblemLevels }
  /** Another post, or none. */
  | { readonly type: 'cleared' }

export type ProblemStore = Store<ProblemState, ProblemEvent>

const none: ProblemState = { problems: [], ofText: [], ofRender: [], levels: {} }

export function createProblemStore(): ProblemStore {
  return createStore(none, reduceProblems)
}

export function reduceProblems(state: ProblemState, event: ProblemEvent): ProblemState {
  switch (event.type) {
    case 'cleared':
      return { ...none, levels: state.levels }
    case 'checked':
      return told({ ...state, checked: event.text, ofText: event.problems })
    case 'rendered':
      // Each key brings a render, and rarely another problem.
      return sameProblems(state.ofRender, event.problems)
        ? state
        : told({ ...state, ofRender: event.problems })
    case 'levels':
      return told({ ...state, levels: event.levels })
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
  const { ofRender, ofText, levels } = state
  const problems = mergeProblems(ofRender, ofText).flatMap(problem => {
    const { code, severity } = problem
    const level = severity === 'error' ? severity : (levels[code] ?? severity)
    return level === 'off' ? [] : { ...problem, severity: level }
  })
  return { ...state, problems }
}
