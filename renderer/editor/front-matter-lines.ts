import { type Text, RangeSetBuilder, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import { foldService } from '@codemirror/language'
import { splitFrontMatter } from '../../core/post/index.ts'

/** Front matter is read no further than this; a longer one loses its tint, nothing else. */
const longest = 20_000

const line = Decoration.line({ class: 'cm-front-matter' })

/** Tints the lines of the front matter, and folds them at their first line. */
export const frontMatterLines = [
  StateField.define<DecorationSet>({
    create: state => decorate(state.doc),
    update: (old, transaction) =>
      transaction.docChanged && touches(old, transaction.startState.doc, transaction.changes.toJSON())
        ? decorate(transaction.newDoc)
        : old.map(transaction.changes),
    provide: field => EditorView.decorations.from(field),
  }),
  foldService.of((state, from) => {
    if (from !== 0) return null
    const end = endOf(state.doc)
    return end > 0 ? { from: state.doc.line(1).to, to: state.doc.lineAt(end - 1).to } : null
  }),
]

function decorate(doc: Text): DecorationSet {
  const end = endOf(doc)
  const builder = new RangeSetBuilder<Decoration>()
  for (let at = 0; at < end; at = doc.lineAt(at).to + 1) builder.add(at, at, line)
  return builder.finish()
}

function endOf(doc: Text): number {
  const parts = splitFrontMatter(doc.sliceString(0, longest))
  return parts.yaml ? parts.body.from : 0
}

/** Whether a change can begin or end a front matter: only then the whole is looked at again. */
function touches(old: DecorationSet, doc: Text, changes: readonly unknown[]): boolean {
  const first = changes[0]
  const untouched = typeof first === 'number' ? first : 0
  const lastLine = old.size > 0 ? doc.line(Math.min(old.size + 1, doc.lines)).to : doc.line(1).to
  return untouched <= lastLine
}
