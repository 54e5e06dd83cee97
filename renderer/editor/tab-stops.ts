import { type ChangeDesc, type Extension, MapMode, Prec, StateEffect, StateField } from '@codemirror/state'
import { type Command, Decoration, EditorView, WidgetType, keymap } from '@codemirror/view'
import type { Span } from '../../core/text/index.ts'

/** A place that waits for words. */
export interface TabStop extends Span {
  /** What belongs here, shown while nothing does. */
  readonly hint?: string
  /** Where the writer goes on; who comes here is done. */
  readonly isEnd?: boolean
}

/** The places that wait for words, in the order they are visited, and the one the writer is at. */
interface Stops {
  readonly spans: readonly TabStop[]
  readonly at: number
}

const setStops = StateEffect.define<Stops>()
const none: Stops = { spans: [], at: 0 }

const stopField = StateField.define<Stops>({
  create: () => none,
  update(stops, transaction) {
    for (const effect of transaction.effects) if (effect.is(setStops)) return effect.value
    if (!transaction.docChanged || stops.spans.length === 0) return stops
    return mapStops(stops, transaction.changes)
  },
  provide: field =>
    EditorView.decorations.from(field, ({ spans }) =>
      Decoration.set(
        spans.flatMap(({ from, to, hint }) => {
          if (from < to) return mark.range(from, to)
          return hint === undefined ? [] : Decoration.widget({ widget: new Hint(hint), side: 1 }).range(from)
        }),
        true,
      ),
    ),
})

/** What is typed at the edges of a stop belongs to it; one whose surroundings are deleted, as by undo, is gone. */
function mapStops({ spans, at }: Stops, changes: ChangeDesc): Stops {
  const mapped = spans.map(({ from, to, ...stop }) =>
    changes.mapPos(from, -1, MapMode.TrackDel) === null
      ? undefined
      : { ...stop, from: changes.mapPos(from, -1), to: changes.mapPos(to, 1) },
  )
  const gone = mapped.slice(0, at).filter(stop => stop === undefined).length
  return { spans: mapped.filter(stop => stop !== undefined), at: at - gone }
}

const mark = Decoration.mark({ class: 'cm-tab-stop' })

/** What belongs in an empty place; no part of the text. */
class Hint extends WidgetType {
  readonly words: string

  constructor(words: string) {
    super()
    this.words = words
  }

  override eq(other: Hint): boolean {
    return this.words === other.words
  }

  override toDOM(): HTMLElement {
    const hint = document.createElement('span')
    hint.className = 'cm-tab-hint'
    hint.textContent = this.words
    hint.setAttribute('aria-hidden', 'true')
    return hint
  }
}

/** Tab goes to the next place of a template that waits for words, Shift+Tab back, Escape ends it. */
export const tabStops: Extension = [
  stopField,
  Prec.highest(
    keymap.of([
      { key: 'Tab', run: step(1), shift: step(-1) },
      { key: 'Escape', run: end },
    ]),
  ),
  EditorView.theme({
    '.cm-tab-stop': { background: 'var(--accent-soft)', borderRadius: '2px' },
    '.cm-tab-hint': { color: 'var(--text-soft)', background: 'var(--accent-soft)', borderRadius: '2px' },
  }),
]

/** Begins at the first stop that is at or behind `at`. */
export function startTabStops(view: EditorView, stops: readonly TabStop[], at: number): void {
  if (stops.length === 0) return
  const first = Math.max(
    stops.findIndex(stop => stop.from >= at),
    0,
  )
  view.dispatch({ effects: setStops.of({ spans: stops, at: first }) })
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
      effects: setStops.of(stop.isEnd ? none : { spans, at: next }),
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
