import { type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { embedCard, findEmbeds } from '../../core/post/index.ts'

/** Typing goes on undisturbed; the marks follow in the first pause. */
const pauseMs = 350
/** Looking through a longer text would be felt. */
const longestText = 400_000

const found = StateEffect.define<DecorationSet>()

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, transaction) {
    for (const effect of transaction.effects) if (effect.is(found)) return effect.value
    return transaction.docChanged ? before.map(transaction.changes) : before
  },
  provide: field => EditorView.decorations.from(field),
})

/** A quiet line in the margin beside the lines of an embed; resting on it says what is embedded there. */
export const embedMarkers: Extension = [
  marks,
  ViewPlugin.define(view => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      timer = undefined
      view.dispatch({ effects: found.of(marksIn(view)) })
    }
    const wait = (): void => {
      clearTimeout(timer)
      timer = setTimeout(look, pauseMs)
    }
    wait()
    return {
      update(update: ViewUpdate) {
        if (update.docChanged) wait()
      },
      destroy: () => clearTimeout(timer),
    }
  }),
  EditorView.theme({
    '.cm-embed': { boxShadow: 'inset 2px 0 var(--accent-line)' },
  }),
]

function marksIn({ state: { doc } }: EditorView): DecorationSet {
  if (doc.length > longestText) return Decoration.none
  const builder = new RangeSetBuilder<Decoration>()
  let marked = 0
  for (const { embed, outer } of findEmbeds(doc.toString())) {
    const { label, title } = embedCard(embed)
    const words = title.includes(label) ? title : `${label}: ${title}`
    const mark = Decoration.line({ class: 'cm-embed', attributes: { title: words } })
    const last = doc.lineAt(outer.to).number
    for (let line = Math.max(doc.lineAt(outer.from).number, marked + 1); line <= last; line++) {
      builder.add(doc.line(line).from, doc.line(line).from, mark)
      marked = line
    }
  }
  return builder.finish()
}
