import { StateField, type StateEffectType } from '@codemirror/state'
import { type EditorView, showTooltip } from '@codemirror/view'
import { type ChoiceToolbarOptions, choiceToolbar } from './choice-toolbar.ts'

/** Keeps what a chooser offers, and shows it at its place until the writer writes on or goes elsewhere. */
export function offerField<Offer extends { readonly offset: number }>(
  setOffer: StateEffectType<Offer | undefined>,
  toolbar: (view: EditorView, offer: Offer) => ChoiceToolbarOptions,
): StateField<Offer | undefined> {
  return StateField.define<Offer | undefined>({
    create: () => undefined,
    update(before, { effects, docChanged, selection }) {
      for (const effect of effects) if (effect.is(setOffer)) return effect.value
      // Whoever writes on has chosen.
      return docChanged || selection ? undefined : before
    },
    provide: field =>
      showTooltip.from(field, offer =>
        offer === undefined
          ? null
          : { pos: offer.offset, create: view => choiceToolbar(toolbar(view, offer)) },
      ),
  })
}
