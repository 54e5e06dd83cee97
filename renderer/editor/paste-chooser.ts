import { isolateHistory, undo } from '@codemirror/commands'
import { type Extension, Prec, StateEffect, Transaction } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import {
  type PasteForm,
  type SmartPaste,
  formByItself,
  isPending,
  pendingNotice,
  smartPaste,
  writePaste,
} from '../../core/post/index.ts'
import type { Pasting } from '../paste/pasting.ts'
import { toolbarLook } from './choice-toolbar.ts'
import { offerField } from './offer-field.ts'
import { placeOfWaiting, startWaiting, stopWaiting, waitingPastes } from './waiting-pastes.ts'

/** Makes a raw paste what it is for, and lets the writer choose otherwise at the cursor. */
export interface PasteChooser {
  readonly extension: Extension
  /** The raw paste stands in the text: it becomes its best form, as a step of its own in the history. */
  offer(view: EditorView, paste: SmartPaste): void
  isOpen(view: EditorView): boolean
}

interface Offered {
  readonly paste: SmartPaste
  /** What the paste stands as now. */
  readonly form: PasteForm
  /** What the writer should know; empty for nothing. */
  readonly note: string
  /** Where it hangs. */
  readonly offset: number
  /** The paste whose service is being asked. */
  readonly waiting?: number
}

const formNames: Readonly<Record<PasteForm, string>> = {
  embed: 'Embed',
  markdown: 'Markdown',
  link: 'Link',
  reference: 'Reference link',
  plain: 'Plain',
}

const setOffered = StateEffect.define<Offered | undefined>()

export function createPasteChooser(pasting: Pasting): PasteChooser {
  let pastes = 0

  const offered = offerField(setOffered, (view, offer) => ({
    offer: {
      label: 'What was pasted stands as',
      choices: offer.paste.forms.map(form => ({ id: form, name: formNames[form] })),
      chosen: offer.form,
      note: offer.note,
    },
    keys: pasting.keys(),
    choose: form => choose(view, offer, form as PasteForm),
    leave: () => leave(view),
  }))

  function offer(view: EditorView, paste: SmartPaste): void {
    const { embed } = paste
    if (embed && isPending(embed) && embed.pageUrl !== undefined) askFirst(view, paste, embed.pageUrl)
    else stand(view, paste, formByItself(view.state.doc.toString(), paste))
  }

  /** Makes the raw paste this form, one step of the history, with the chooser behind it. */
  function stand(view: EditorView, paste: SmartPaste, form: PasteForm, said = ''): void {
    const { edits, selection } = writePaste(view.state.doc.toString(), paste, form, pasting.house())
    const note = said || (form === 'embed' && paste.embed && pendingNotice(paste.embed)) || ''
    // The cursor of someone who writes elsewhere by now stays there, and no chooser comes between.
    const isHere = view.state.selection.main.head === paste.pasted.to
    const offset = selection?.to ?? paste.pasted.to
    view.dispatch({
      changes: edits.map(edit => ({ ...edit })),
      ...(selection && isHere && { selection: { anchor: selection.from, head: selection.to } }),
      effects: [
        setOffered.of(isHere ? { form, note, paste, offset } : undefined),
        EditorView.announce.of(sentence(form, note)),
      ],
      annotations: [isolateHistory.of('full'), Transaction.userEvent.of('input.command')],
      scrollIntoView: isHere,
    })
  }

  function sentence(form: PasteForm, note: string): string {
    const keys = pasting.keys()
    const more = keys === '' ? '' : ` ${keys} leads to other ways to write it.`
    return `Pasted as: ${formNames[form]}. ${note}${more}`
  }

  /** The raw paste stays put until its service has answered. */
  function askFirst(view: EditorView, paste: SmartPaste, address: string): void {
    const id = ++pastes
    const { pasted } = paste
    const note = 'Asking the service what its player needs…'
    view.dispatch({
      effects: [
        startWaiting.of({ id, span: pasted, text: view.state.sliceDoc(pasted.from, pasted.to) }),
        setOffered.of({ form: 'embed', note, paste, offset: pasted.to, waiting: id }),
        EditorView.announce.of(note),
      ],
    })
    void pasting.ask(address).then(told => {
      const span = placeOfWaiting(view.state, id)
      if (!span) return
      view.dispatch({ effects: stopWaiting.of(id) })
      const again = smartPaste(view.state.doc.toString(), span, { title: paste.words })
      if (!again?.embed) return
      if (told) return stand(view, { ...again, embed: told }, 'embed')
      stand(
        view,
        again,
        'embed',
        'The service did not answer, so a link stands in. Lectern asks again when the network is back.',
      )
      pasting.wait(address)
    })
  }

  function choose(view: EditorView, { paste, form: before, waiting }: Offered, form: PasteForm): void {
    view.focus()
    if (form === before) return leave(view)
    const { embed } = paste
    if (waiting !== undefined) view.dispatch({ effects: stopWaiting.of(waiting) })
    else if (before !== 'plain') undo(view)
    if (embed?.pageUrl !== undefined && isPending(embed)) {
      if (form === 'embed') return askFirst(view, paste, embed.pageUrl)
      pasting.forget(embed.pageUrl)
    }
    view.dispatch({ selection: { anchor: paste.pasted.to } })
    stand(view, paste, form)
  }

  function leave(view: EditorView): void {
    view.focus()
    view.dispatch({ effects: setOffered.of(undefined) })
  }

  return {
    extension: [
      offered,
      waitingPastes,
      toolbarLook,
      Prec.high(
        keymap.of([
          {
            key: 'Escape',
            run: view => {
              if (!view.state.field(offered)) return false
              leave(view)
              return true
            },
          },
        ]),
      ),
    ],
    offer,
    isOpen: view => view.state.field(offered, false) !== undefined,
  }
}
