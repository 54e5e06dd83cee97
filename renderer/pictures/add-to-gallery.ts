import type { GalleryFile } from '../../core/post/pictures/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { createAddedFiles } from './added-files.ts'
import { fileName, pictureAs } from './picture-copy.ts'
import { type PictureFile, toBase64 } from './picture-file.ts'
import { writeWords } from './write-words.ts'

/** Begins a gallery with these pictures, or adds them to the one at the cursor: one undo takes text and files back. */
export async function addToGallery(lectern: Lectern, pictures: readonly PictureFile[]): Promise<void> {
  const { document, editor, host, notices } = lectern
  const { path: post } = document.get()
  if (post === undefined) return
  const before = editor.doc()
  const place = { source: editor.text(), selection: editor.selection() }
  const plan = await host.planGallery(post, place, pictures.map(fileName))
  if (!plan) return
  const paths: string[] = []
  let failure: unknown
  try {
    for (const file of plan.files) paths.push(await addFile(lectern, pictures, file))
  } catch (error) {
    failure = error
    notices.report(error)
  }
  const files = createAddedFiles(lectern, paths)
  // A gallery with gaps is none, and who went on writing meanwhile asked for none here.
  if (failure !== undefined || document.get().path !== post || !editor.doc().eq(before)) return files.undo()
  const label = plan.isAddition ? 'Added to the gallery' : 'Added a gallery'
  editor.apply(plan, label, { companion: files })
  writeWords(editor, plan, 'its caption')
  notices.show({
    kind: 'success',
    text: `${label}: ${paths.join(', ')}.`,
    action: { label: 'Undo', run: () => editor.undo() },
  })
}

async function addFile(
  { host }: Lectern,
  pictures: readonly PictureFile[],
  { path, picture, isThumbnail }: GalleryFile,
): Promise<string> {
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? ''
  const made = await pictureAs(pictures[picture]!, ending.toLowerCase(), isThumbnail)
  return (await host.addGalleryFile(path, await toBase64(made))).path
}
