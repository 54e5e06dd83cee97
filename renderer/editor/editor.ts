import { historyField, isolateHistory, undo } from '@codemirror/commands'
import { EditorState, type Extension, type Text, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { EditResult, Span, TextEdit } from '../../core/text/index.ts'
import type { ViewState } from '../../core/contract/index.ts'
import { plainHouse, smartPaste } from '../../core/post/index.ts'
import { type Pasting, plainPasting } from '../paste/pasting.ts'
import { focusToolbar } from './choice-toolbar.ts'
import { isOffering } from './choices.ts'
import { type Companion, companionDone } from './companion.ts'
import { createPasteChooser } from './paste-chooser.ts'
import type { InsertMenu } from './insert-menu.ts'
import type { LabelSource } from './reference-completion.ts'
import type { TargetSource } from './target-completion.ts'
import { type LineProblem, problemsTransaction } from './problem-marks.ts'
import { scrollBackTo } from './scroll-back.ts'
import { scrollToLine, topLine } from './scroll-map.ts'
import { editorExtensions, readOnlyMode } from './extensions.ts'

/** What a listener learns of a change; the text itself is asked for when it is needed. */
export interface EditorChange {
  readonly docChanged: boolean
  readonly selectionChanged: boolean
  /** The text was put there by Lectern (opening, another program), not by the writer. */
  readonly loading: boolean
}

/** A post put aside with its undo history, to come back to as it was. */
export interface ParkedText {
  readonly state: EditorState
  readonly scrollTop: number
}

export interface LoadOptions {
  readonly readOnly?: boolean
  readonly view?: ViewState
}

/**
 * An editor owns the text of its post; everything else asks it or edits through it. The window has one, and another for
 * a post beside.
 *
 * All offsets are in the text as the editor holds it: lines ended by `\n`, no byte order mark.
 */
export interface Editor {
  readonly view: EditorView
  text(): string
  /** The text as CodeMirror holds it: cheap to keep, compare and slice, also for a megabyte. */
  doc(): Text
  selection(): Span
  /**
   * Makes the edits as one undo step and announces `label`; then sets the selection, scrolls to it and focuses, unless
   * the writer is at work in a form (`stay`). A `companion` is undone and done again with it.
   */
  apply(
    result: EditResult,
    label: string,
    options?: { readonly stay?: boolean; readonly companion?: Companion },
  ): void
  /** Makes edits that come from another program: one undo step, the cursor stays at its words, focus stays. */
  applyFromOutside(edits: readonly TextEdit[]): void
  /** Puts the cursor at an offset, a third from the top, and focuses. */
  reveal(offset: number): void
  /** The line at the top of what is in sight, from 1; a fraction for how much of it is scrolled away. */
  topLine(): number
  scrollToLine(line: number): void
  /** The line of the cursor, from 1. */
  cursorLine(): number
  focus(): void
  /** Underlines lines, instead of those underlined before. */
  showProblems(problems: readonly LineProblem[]): void
  /** Replaces everything: another post. Its undo history begins here, or where `options.view` left it. */
  load(text: string, options?: LoadOptions): void
  park(): ParkedText
  unpark(parked: ParkedText): void
  /** Shows what another editor put aside, undo history included. */
  adopt(parked: ParkedText): void
  /** Cursor, scroll and undo history, for the journal. */
  viewState(): ViewState
  onChange(listen: (change: EditorChange) => void): () => void
  /** Called with the label of each {@link apply}. */
  onApply(listen: (label: string) => void): () => void
  undo(): void
  /** Makes an address or embed code that stands in the text what it would be if it were pasted. @returns whether it is one */
  offerPaste(raw: Span): boolean
  /** Whether the writer may choose what was pasted, or put in, stands as. */
  isPasteOffered(): boolean
  /** Gives that choice the keyboard. */
  choosePaste(): void
}

/** Beyond this an undo history is left out of the journal: writing it each second would cost more than it saves. */
const longestHistory = 2_000_000

const loadingText = 'lectern.load'

const nothingKnown: LabelSource = { labels: [], house: plainHouse }

export interface EditorOptions {
  /** What is known of the author's links, asked for when it is needed. */
  readonly labels?: () => LabelSource
  /** Tells of the author's own posts and their headings. */
  readonly targets?: TargetSource
  /** What a slash on an empty line offers. */
  readonly insertMenu?: InsertMenu
  /** What screen readers call its text. */
  readonly name?: string
  /** What becomes of a paste needs this of the window. */
  readonly pasting?: Pasting
}

export function createEditor({
  labels = () => nothingKnown,
  targets,
  insertMenu = () => [],
  name = 'Text of the post',
  pasting = plainPasting,
}: EditorOptions = {}): Editor {
  const changeListeners = new Set<(change: EditorChange) => void>()
  const applyListeners = new Set<(label: string) => void>()
  const pasteChooser = createPasteChooser(pasting)

  const announceChanges = EditorView.updateListener.of(update => {
    const loading = update.transactions.some(transaction => transaction.isUserEvent(loadingText))
    if (!update.docChanged && !update.selectionSet) return
    tell({ docChanged: update.docChanged, selectionChanged: update.selectionSet, loading })
  })
  const modes = {
    name,
    labels,
    targets,
    insertMenu,
    typewriter: () => view.dom.hasAttribute('data-typewriter-mode'),
    pasteChooser,
  }
  const extensions = [editorExtensions(modes), announceChanges]
  const view: EditorView = new EditorView({ state: EditorState.create({ doc: '', extensions }) })

  function tell(change: EditorChange): void {
    for (const listen of changeListeners) listen(change)
  }

  function show(state: EditorState): void {
    view.setState(state)
    tell({ docChanged: true, selectionChanged: true, loading: true })
  }

  return {
    view,
    text: () => view.state.doc.toString(),
    doc: () => view.state.doc,
    selection() {
      const { from, to } = view.state.selection.main
      return { from, to }
    },
    apply(result, label, { stay = false, companion } = {}) {
      const { selection } = result
      view.dispatch({
        changes: result.edits.map(edit => ({ ...edit })),
        ...(selection && { selection: { anchor: selection.from, head: selection.to } }),
        ...(companion && { effects: companionDone.of(companion) }),
        annotations: [isolateHistory.of('full'), Transaction.userEvent.of('input.command')],
        scrollIntoView: !stay,
      })
      if (!stay) view.focus()
      for (const listen of applyListeners) listen(label)
    },
    applyFromOutside(edits) {
      view.dispatch({
        changes: edits.map(edit => ({ ...edit })),
        annotations: [isolateHistory.of('full'), Transaction.userEvent.of(loadingText)],
      })
    },
    reveal(offset) {
      const anchor = Math.min(offset, view.state.doc.length)
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: 'start', yMargin: view.dom.clientHeight / 3 }),
      })
      view.focus()
    },
    topLine: () => topLine(view),
    scrollToLine: line => scrollToLine(view, line),
    cursorLine: () => view.state.doc.lineAt(view.state.selection.main.head).number,
    focus: () => view.focus(),
    showProblems: problems => view.dispatch(problemsTransaction(view.state, problems)),
    load(text, { readOnly = false, view: seen } = {}) {
      const state = seenState(text, seen, [extensions, readOnlyMode(readOnly)])
      show(state)
      scrollBackTo(view, seen?.scrollTop ?? 0)
    },
    park: () => ({ state: view.state, scrollTop: view.scrollDOM.scrollTop }),
    unpark(parked) {
      show(parked.state)
      scrollBackTo(view, parked.scrollTop)
    },
    adopt({ state, scrollTop }) {
      const { doc, selection, readOnly } = state
      const undoSteps = historyField.init(() => state.field(historyField))
      show(
        EditorState.create({ doc, selection, extensions: [undoSteps, extensions, readOnlyMode(readOnly)] }),
      )
      scrollBackTo(view, scrollTop)
    },
    viewState() {
      const { anchor, head } = view.state.selection.main
      const scrollTop = Math.round(view.scrollDOM.scrollTop)
      const history = JSON.stringify(historyOf(view.state))
      const place = { anchor, head, scrollTop }
      return history.length > longestHistory ? place : { ...place, history }
    },
    onChange: listen => subscribe(changeListeners, listen),
    onApply: listen => subscribe(applyListeners, listen),
    undo() {
      undo(view)
      view.focus()
    },
    offerPaste(raw) {
      const paste = smartPaste(view.state.doc.toString(), raw)
      if (!paste) return false
      view.dispatch({ selection: { anchor: raw.to } })
      view.focus()
      pasteChooser.offer(view, paste)
      return true
    },
    isPasteOffered: () => pasteChooser.isOpen(view) || isOffering(view),
    choosePaste: () => focusToolbar(view),
  }
}

function subscribe<T>(listeners: Set<T>, listen: T): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}

/** The undo history as data. A state is written out with its text, so that one without any stands in its place. */
function historyOf(state: EditorState): unknown {
  const steps = state.field(historyField)
  const bare = EditorState.create({ extensions: historyField.init(() => steps) })
  return bare.toJSON({ history: historyField }).history
}

/** A state with the cursor and, where it was kept, the undo history of an earlier session. */
function seenState(text: string, seen: ViewState | undefined, extensions: Extension): EditorState {
  const clamp = (offset: number): number => Math.min(Math.max(offset, 0), text.length)
  const selection = { anchor: clamp(seen?.anchor ?? 0), head: clamp(seen?.head ?? 0) }
  const config = { extensions, selection }
  if (seen?.history === undefined) return EditorState.create({ ...config, doc: text })
  try {
    const kept = {
      doc: text,
      selection: { ranges: [selection], main: 0 },
      history: JSON.parse(seen.history) as unknown,
    }
    return EditorState.fromJSON(kept, { extensions }, { history: historyField })
  } catch {
    // A history of another version of the editor cannot be read; the text matters, the undo steps are lost.
    return EditorState.create({ ...config, doc: text })
  }
}
