import { EditorState } from '@codemirror/state'
import type { Editor, EditorChange } from '../../../../renderer/editor/editor.ts'

/** The part of the editor that a document desk works with, over an editor state alone. */
export function createPlainEditor(): Editor & {
  readonly type: (text: string) => void
  readonly eraseWord: () => void
} {
  let state = EditorState.create({ doc: '' })
  const listeners: ((change: EditorChange) => void)[] = []

  function show(next: EditorState, loading: boolean): void {
    state = next
    for (const listen of listeners) listen({ docChanged: true, selectionChanged: false, loading })
  }

  const replace = (from: number, to: number, insert: string): void =>
    show(state.update({ changes: { from, to, insert } }).state, false)

  const editor: Partial<Editor> = {
    text: () => state.doc.toString(),
    doc: () => state.doc,
    selection: () => ({ from: 0, to: 0 }),
    viewState: () => ({ anchor: 0, head: 0, scrollTop: 0 }),
    load: text => show(EditorState.create({ doc: text }), true),
    park: () => ({ state, scrollTop: 0 }),
    unpark: parked => show(parked.state, true),
    applyFromOutside: edits => show(state.update({ changes: edits.map(edit => ({ ...edit })) }).state, true),
    reveal: () => undefined,
    onChange(listen) {
      listeners.push(listen)
      return () => undefined
    },
  }
  return {
    ...(editor as Editor),
    type: text => replace(state.doc.length, state.doc.length, text),
    eraseWord: () => replace(state.doc.toString().search(/\S+\s*$/), state.doc.length, ''),
  }
}
