import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  completionStatus,
} from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import { type EditorState, type Extension, StateEffect, StateField, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { placeInPost } from '../../core/post/index.ts'

/** A row of the menu that a slash opens. */
export interface InsertChoice {
  readonly label: string
  /** Other words it is found by. */
  readonly also?: string
  /** As people read them. */
  readonly keys?: string | undefined
  readonly run: () => void
}

/** What can be put in now; nothing when the writer does not want the menu. */
export type InsertMenu = () => readonly InsertChoice[]

/** A slash and the beginning of a word, alone on their line: what is written there with a space or a dot is no question. */
const question = /^\s*\/([\p{L}\d]*)$/u

/** Offers what can be put in, behind a slash that begins an empty line of text. */
export function completeInserts(menu: InsertMenu): CompletionSource {
  return context => {
    const slash = slashAt(context.state)
    if (slash === undefined || context.state.readOnly) return null
    if (context.state.field(left) === slash && !context.explicit) return null
    const options = choicesFor(context, slash, menu)
    if (options.length === 0 || isInOpenCode(context.state, slash)) return null
    if (placeInPost(context.state.doc.toString(), slash) !== 'text') return null
    return resultFor(slash, options, menu)
  }
}

function resultFor(slash: number, options: readonly Completion[], menu: InsertMenu): CompletionResult {
  return {
    from: slash + 1,
    options,
    filter: false,
    update(_, __, ___, context) {
      if (slashAt(context.state) !== slash) return null
      const found = choicesFor(context, slash, menu)
      return found.length > 0 ? resultFor(slash, found, menu) : null
    },
  }
}

/** Where the slash stands whose line has nothing but what is asked of the menu. */
function slashAt({ doc, selection }: EditorState): number | undefined {
  const { main } = selection
  const line = doc.lineAt(main.head)
  if (!main.empty || selection.ranges.length > 1 || main.head !== line.to || !question.test(line.text))
    return undefined
  return line.from + line.text.indexOf('/')
}

/** For kramdown a fence begins code once it is closed; for who writes the code it does so before. */
function isInOpenCode(state: EditorState, offset: number): boolean {
  const code = /^(?:FencedCode|CodeBlock)$/
  for (let node = syntaxTree(state).resolveInner(offset, 1); ;) {
    if (code.test(node.name)) return true
    if (!node.parent) return false
    node = node.parent
  }
}

function choicesFor({ state, pos }: CompletionContext, slash: number, menu: InsertMenu): Completion[] {
  const typed = state.sliceDoc(slash + 1, pos).toLowerCase()
  return menu()
    .filter(choice => beginsWord(`${choice.label} ${choice.also ?? ''}`, typed))
    .map(({ label, keys, run }) => ({
      label,
      ...(keys !== undefined && { detail: keys }),
      apply: view => choose(view, slash, run),
    }))
}

function beginsWord(words: string, typed: string): boolean {
  return words
    .toLowerCase()
    .split(/\s+/)
    .some(word => word.startsWith(typed))
}

/** What was typed to ask was never a part of the text: undo does not bring it back. */
function choose(view: EditorView, slash: number, run: () => void): void {
  view.dispatch({
    changes: { from: slash, to: view.state.selection.main.head },
    annotations: Transaction.addToHistory.of(false),
    userEvent: 'delete',
  })
  run()
}

const leave = StateEffect.define<number>()

/** The slash whose menu was closed with Escape: it is one of the text. */
const left = StateField.define<number | undefined>({
  create: () => undefined,
  update(slash, { changes, effects }) {
    const now = effects.find(effect => effect.is(leave))
    if (now) return now.value
    return slash === undefined || changes.touchesRange(slash, slash + 1) === 'cover'
      ? undefined
      : changes.mapPos(slash, 1)
  },
})

/** Escape leaves the slash as it is, and whatever is written behind it. */
export const leaveInsertMenu: Extension = [
  left,
  EditorView.domEventObservers({
    keydown({ key }, view) {
      const slash = slashAt(view.state)
      if (key === 'Escape' && slash !== undefined && completionStatus(view.state) !== null)
        view.dispatch({ effects: leave.of(slash) })
    },
  }),
]
