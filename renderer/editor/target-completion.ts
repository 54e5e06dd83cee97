import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { isolateHistory } from '@codemirror/commands'
import { Transaction } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { HostApi } from '../../core/contract/index.ts'
import {
  type LinkHouse,
  type LinkTarget,
  type OpenReference,
  insertTarget,
  openReferenceAt,
} from '../../core/post/index.ts'
import { targetName } from '../links/target-name.ts'

/** Where the writer's own posts and their headings come from. */
export type TargetSource = Pick<HostApi, 'findTargets' | 'targetAddress'>

/** Fewer letters stand in most titles. */
const shortest = 3
const most = 6

/** Whether enough is typed to look for posts. */
export function isEnoughForTargets({ state }: CompletionContext, { span }: OpenReference): boolean {
  return state.sliceDoc(span.from, span.to).trim().length >= shortest
}

/** Own posts and their headings for what is typed behind a bracket; they come after the labels. */
export async function targetsFor(
  context: CompletionContext,
  open: OpenReference,
  targets: TargetSource,
  house: () => LinkHouse,
): Promise<CompletionResult | null> {
  const typed = context.state.sliceDoc(open.span.from, open.span.to)
  const { documents, headings } = await targets.findTargets(typed, most)
  if (context.aborted || documents.length + headings.length === 0) return null
  return {
    from: open.span.from,
    options: [...documents, ...headings].map(target => optionFor(target, targets, house)),
    filter: false,
  }
}

function optionFor(target: LinkTarget, targets: TargetSource, house: () => LinkHouse): Completion {
  return {
    label: targetName(target),
    detail: target.url,
    apply: view => void insert(view, target, targets, house()),
  }
}

/** The address is asked for when it is wanted: an anchor is known once its post is rendered. */
async function insert(
  view: EditorView,
  { path, title, heading }: LinkTarget,
  targets: TargetSource,
  house: LinkHouse,
): Promise<void> {
  const url = await targets.targetAddress(path, heading?.line)
  const text = view.state.doc.toString()
  const open = openReferenceAt(text, view.state.selection.main.head)
  const result = open && url && insertTarget(text, open, { name: heading?.text ?? title, url }, house)
  if (!result) return
  const { edits, selection } = result
  view.dispatch({
    changes: edits.map(edit => ({ ...edit })),
    ...(selection && { selection: { anchor: selection.to } }),
    annotations: [isolateHistory.of('full'), Transaction.userEvent.of('input.complete')],
    scrollIntoView: true,
  })
}
