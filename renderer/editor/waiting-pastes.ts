import { type EditorState, StateEffect, StateField } from '@codemirror/state'
import type { Span } from '../../core/text/index.ts'

/** A raw paste whose service is being asked; its place moves with the text. */
interface WaitingPaste {
  readonly id: number
  readonly text: string
  readonly span: Span
}

export const startWaiting = StateEffect.define<WaitingPaste>()
export const stopWaiting = StateEffect.define<number>()

export const waitingPastes = StateField.define<readonly WaitingPaste[]>({
  create: () => [],
  update(before, { changes, docChanged, effects, newDoc }) {
    let waiting = before
    if (docChanged && waiting.length > 0)
      waiting = waiting.flatMap(each => {
        const span = { from: changes.mapPos(each.span.from, 1), to: changes.mapPos(each.span.to, -1) }
        // What the writer changes is the writer's.
        return newDoc.sliceString(span.from, span.to) === each.text ? [{ ...each, span }] : []
      })
    for (const effect of effects) {
      if (effect.is(startWaiting)) waiting = [...waiting, effect.value]
      if (effect.is(stopWaiting)) waiting = waiting.filter(({ id }) => id !== effect.value)
    }
    return waiting
  },
})

/** Where the paste stands now; undefined once it was changed or is no longer waited for. */
export function placeOfWaiting(state: EditorState, id: number): Span | undefined {
  return state.field(waitingPastes).find(each => each.id === id)?.span
}
