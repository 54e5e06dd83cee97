import { type Extension, Prec, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type Command, EditorView, keymap } from '@codemirror/view'
import type { Span } from '../../core/text/index.ts'

/** The places of a template that wait for words, in the order they are visited, and the one the writer is at. */
interface Stops {
  readonly spans: readonly Span[]
  readonly at: number
}

const setStops = StateEffect.define<Stops>()
const none: Stops = { spans: [], at: 0 }

const stopField = StateField.define<Stops>({
  create: () => none,
  update(stops, transaction) {
    for (const effect of transaction.effects) if (effect.is(setStops)) return effect.value
    if (!transaction.docChanged || stops.spans.length === 0) return stops
    const { changes } = transaction
    // What is typed at the edges of a stop belongs to it.
    const spans = stops.spans.map(({ from, to }) => ({
      from: changes.mapPos(from, -1),
      to: changes.mapPos(to, 1),
    }))
    return { ...stops, spans }
  },
  provide: field =>
    EditorView.decorations.from(field, ({ spans }) =>
      Decoration.set(
        spans.filter(({ from, to }) => from < to).map(({ from, to }) => mark.range(from, to)),
        true,
      ),
    ),
})

const mark = Decoration.mark({ class: 'cm-tab-stop' })

/** Tab goes to the next place of a template that waits for words, Shift+Tab back, Escape ends it. */
export const tabStops: Extension = [
  stopField,
  Prec.highest(
    keymap.of([
      { key: 'Tab', run: step(1), shift: step(-1) },
      { key: 'Escape', run: end },
    ]),
  ),
  EditorView.theme({ '.cm-tab-stop': { background: 'var(--accent-soft)', borderRadius: '2px' } }),
]

/** Begins at the first stop that is at or behind `at`. */
export function startTabStops(view: EditorView, stops: readonly Span[], at: number): void {
  if (stops.length === 0) return
  const first = Math.max(
    stops.findIndex(stop => stop.from >= at),
    0,
  )
  view.dispatch({ effects: setStops.of({ spans: stops.map(({ from, to }) => ({ from, to })), at: first }) })
}

function step(by: 1 | -1): Command {
  return view => {
    const { spans, at } = view.state.field(stopField)
    if (spans.length === 0) return false
    const next = at + by
    const stop = spans[next]
    if (!stop) return next < 0 || end(view)
    view.dispatch({
      selection: { anchor: stop.from, head: stop.to },
      effects: setStops.of({ spans, at: next }),
      scrollIntoView: true,
    })
    return true
  }
}

/** The key does what it usually does when no stop is left. */
function end(view: EditorView): boolean {
  if (view.state.field(stopField).spans.length === 0) return false
  view.dispatch({ effects: setStops.of(none) })
  return true
}
