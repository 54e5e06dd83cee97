import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete'
import { isolateHistory } from '@codemirror/commands'
import { Transaction } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import {
  type Definition,
  type LabelChoice,
  type LabelIndex,
  type LinkHouse,
  type OpenReference,
  completeLabels,
  completeReference,
  openReferenceAt,
  placeInPost,
  readLinks,
} from '../../core/post/index.ts'
import { type TargetSource, isEnoughForTargets, targetsFor } from './target-completion.ts'

/** Where labels come from besides the post itself. */
export interface LabelSource {
  readonly labels: LabelIndex
  readonly house: LinkHouse
}

/**
 * Offers labels behind `][` and `[`, and then the writer's own posts and headings of them; choosing one closes the
 * reference and brings its definition along.
 */
export function completeReferences(
  source: () => LabelSource,
  targets?: TargetSource,
): readonly CompletionSource[] {
  const mayStand = placesOfLinks()
  return [
    context => labelsFor(context, source(), mayStand),
    context => {
      const open = targets && bracketAt(context)
      if (!open || !isEnoughForTargets(context, open) || !mayStand(context, open)) return null
      return targetsFor(context, open, targets, () => source().house)
    },
  ]
}

type PlaceTest = (context: CompletionContext, open: OpenReference) => boolean

function labelsFor(
  context: CompletionContext,
  source: LabelSource,
  mayStand: PlaceTest,
): CompletionResult | null {
  const open = bracketAt(context)
  if (!open || (open.place === 'words' && open.span.from === open.span.to && !context.explicit)) return null
  if (!mayStand(context, open)) return null
  return resultFor(context, source, readLinks(context.state.doc.toString()).definitions)
}

/** The reference that is typed at the cursor. */
function bracketAt({ state, pos }: CompletionContext): OpenReference | undefined {
  const line = state.doc.lineAt(pos)
  if (state.readOnly || !state.sliceDoc(line.from, pos).includes('[')) return undefined
  return openReferenceAt(state.doc.toString(), pos)
}

/** Whether a link can stand where a bracket is: read once, as what follows it says nothing of that. */
function placesOfLinks(): PlaceTest {
  let asked = ''
  let answer = false
  return ({ state }, { span }) => {
    const bracket = span.from - 1
    const question = `${bracket} ${state.sliceDoc(state.doc.lineAt(bracket).from, bracket)}`
    if (question === asked) return answer
    asked = question
    answer = ['text', 'link'].includes(placeInPost(state.doc.toString(), bracket))
    return answer
  }
}

/** The definitions of the post stay the same while a label is typed, so they are read once. */
function resultFor(
  context: CompletionContext,
  source: LabelSource,
  here: readonly Definition[],
): CompletionResult | null {
  const open = openReferenceAt(context.state.doc.toString(), context.pos)
  if (!open) return null
  const typed = context.state.sliceDoc(open.span.from, open.span.to)
  return {
    from: open.span.from,
    options: completeLabels(typed, here, source.labels).map(choice => optionFor(choice, source)),
    filter: false,
    update: (_, __, ___, later) => resultFor(later, source, here),
  }
}

function optionFor(choice: LabelChoice, { house }: LabelSource): Completion {
  return {
    label: choice.label,
    detail: choice.isHere
      ? choice.url
      : `${choice.url} (${choice.posts === 1 ? '1 post' : `${choice.posts} posts`})`,
    apply: view => insertLabel(view, choice, house),
  }
}

function insertLabel(view: EditorView, choice: LabelChoice, house: LinkHouse): void {
  const text = view.state.doc.toString()
  const open = openReferenceAt(text, view.state.selection.main.head)
  if (!open) return
  const { edits, selection } = completeReference(text, open, choice, house)
  view.dispatch({
    changes: edits.map(edit => ({ ...edit })),
    ...(selection && { selection: { anchor: selection.to } }),
    annotations: [isolateHistory.of('full'), Transaction.userEvent.of('input.complete')],
    scrollIntoView: true,
  })
}
