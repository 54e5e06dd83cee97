import { invertedEffects } from '@codemirror/commands'
import { type Extension, StateEffect } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** What happened outside of the text together with an edit: undone and done again with it. */
export interface Companion {
  undo(): void
  redo(): void
}

/** Stands in the transaction that makes the edit. */
export const companionDone = StateEffect.define<Companion>()
const companionUndone = StateEffect.define<Companion>()

/** Takes companions through the undo history. */
export const companions: Extension = [
  invertedEffects.of(({ effects }) =>
    effects.flatMap(effect => {
      if (effect.is(companionDone)) return [companionUndone.of(effect.value)]
      if (effect.is(companionUndone)) return [companionDone.of(effect.value)]
      return []
    }),
  ),
  EditorView.updateListener.of(({ transactions }) => {
    for (const transaction of transactions)
      for (const effect of transaction.effects) {
        if (effect.is(companionUndone)) effect.value.undo()
        else if (effect.is(companionDone) && transaction.isUserEvent('redo')) effect.value.redo()
      }
  }),
]
