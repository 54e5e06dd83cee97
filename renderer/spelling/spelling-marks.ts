import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { Span } from '../../core/text/index.ts'

/** Underlines these words instead of those before; in order. */
export const markMisspelled = StateEffect.define<readonly Span[]>()

const mark = Decoration.mark({ class: 'cm-misspelled' })

const misspelled = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes)
    // What is being typed is not wrong yet.
    if (transaction.docChanged)
      for (const { from, to } of transaction.newSelection.ranges)
        next = next.update({ filter: () => false, filterFrom: from, filterTo: to })
    for (const effect of transaction.effects)
      if (effect.is(markMisspelled))
        next = Decoration.set(effect.value.map(({ from, to }) => mark.range(from, to)))
    return next
  },
  provide: field => EditorView.decorations.from(field),
})

/** Dotted underlines under words that are not in the dictionary. */
export const spellingMarks: Extension = [
  misspelled,
  EditorView.baseTheme({
    '.cm-misspelled': {
      textDecoration: 'underline dotted var(--danger) 2px',
      textUnderlineOffset: '0.25em',
      textDecorationSkipInk: 'none',
    },
  }),
]

/** The underlined word at an offset. */
export function misspelledAt(state: EditorState, offset: number): Span | undefined {
  let found: Span | undefined
  state.field(misspelled, false)?.between(offset, offset, (from, to) => {
    found = { from, to }
    return false
  })
  return found
}

/** The underlined word at the cursor or the next after it, going round at the end. */
export function nextMisspelled(state: EditorState): Span | undefined {
  const { from } = state.selection.main
  const here = misspelledAt(state, from)
  if (here) return here
  const all: Span[] = []
  state
    .field(misspelled, false)
    ?.between(0, state.doc.length, (start, end) => void all.push({ from: start, to: end }))
  return all.find(span => span.from >= from) ?? all[0]
}
