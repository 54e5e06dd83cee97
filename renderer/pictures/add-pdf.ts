import type { Lectern } from '../app/lectern.ts'
import { startTabStops } from '../editor/tab-stops.ts'
import { createAddedFiles } from './added-files.ts'
import { toBase64 } from './picture-file.ts'

/** Writes a PDF to where the site keeps such files, and links it from the cursor: one undo takes both back. */
export async function addPdf(lectern: Lectern, file: File): Promise<void> {
  const { document, editor, host, notices } = lectern
  const { path: post } = document.get()
  if (post === undefined) return
  const { path, address } = await host.addPdf(
    post,
    file.name,
    await toBase64({ name: file.name, blob: file }),
  )
  const files = createAddedFiles(lectern, [path])
  if (document.get().path !== post) return files.undo()
  const { from, to } = editor.selection()
  const words = editor.text().slice(from, to) || file.name.replace(/\.pdf$/i, '').replaceAll(/[-_]+/g, ' ')
  const insert = `[${words.replaceAll(/[[\]\\]/g, String.raw`\$&`)}](${address})`
  const selection = { from: from + 1, to: from + insert.length - address.length - 3 }
  editor.apply({ edits: [{ from, to, insert }], selection }, 'Added a PDF', { companion: files })
  const end = from + insert.length
  startTabStops(editor.view, [selection, { from: end, to: end, isEnd: true }], selection.from)
  notices.show({
    kind: 'success',
    text: `Added ${path}.`,
    action: { label: 'Undo', run: () => editor.undo() },
  })
}
