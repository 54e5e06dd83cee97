import { type Extension, Prec, StateEffect } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import type { ChoiceOffer } from './choice-toolbar.ts'
import { offerField } from './offer-field.ts'

/** Other ways to write what was just put into the text, offered until the writer writes on. */
export interface Choices extends ChoiceOffer {
  /** Where they hang. */
  readonly offset: number
  /** As people read them; empty for none. */
  readonly keys: string
  readonly choose: (id: string) => void
}

const setChoices = StateEffect.define<Choices | undefined>()

const choicesField = offerField(setChoices, (view, offer) => ({
  offer,
  keys: offer.keys,
  choose(id) {
    leave(view)
    if (id !== offer.chosen) offer.choose(id)
  },
  leave: () => leave(view),
}))

/** Shows choices at the cursor; Escape closes them. */
export const choices: Extension = [
  choicesField,
  Prec.high(
    keymap.of([
      {
        key: 'Escape',
        run(view) {
          if (!isOffering(view)) return false
          leave(view)
          return true
        },
      },
    ]),
  ),
]

export function offerChoices(view: EditorView, offered: Choices): void {
  view.dispatch({ effects: [setChoices.of(offered), EditorView.announce.of(offered.note)] })
}

export function isOffering(view: EditorView): boolean {
  return view.state.field(choicesField, false) !== undefined
}

function leave(view: EditorView): void {
  view.focus()
  view.dispatch({ effects: setChoices.of(undefined) })
}
