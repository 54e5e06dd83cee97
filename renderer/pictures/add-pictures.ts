import type { AddedPicture } from '../../core/contract/index.ts'
import { insertPictures } from '../../core/post/pictures/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { type PictureFile, readPictureFile, toBase64 } from './picture-file.ts'

/** What was pasted, dropped or chosen: asks where a smaller copy is worth having, then adds it. */
export async function offerPictures(lectern: Lectern, files: readonly File[]): Promise<void> {
  const { dialogs, notices } = lectern
  const pictures: PictureFile[] = []
  for (const file of files) {
    try {
      pictures.push(await readPictureFile(file))
    } catch (error) {
      notices.report(error)
    }
  }
  if (pictures.length === 0) return
  if (pictures.some(picture => picture.offer !== undefined)) dialogs.open('add-pictures', pictures)
  else await addPictures(lectern, pictures)
}

/** Writes the pictures to the site and into the post: one undo takes both back. */
export async function addPictures(lectern: Lectern, pictures: readonly PictureFile[]): Promise<void> {
  const { document, editor, host, notices } = lectern
  const { path: post } = document.get()
  if (post === undefined) return
  const added: AddedPicture[] = []
  for (const picture of pictures) {
    try {
      added.push(await host.addPicture(post, picture.name, await toBase64(picture)))
    } catch (error) {
      notices.report(error)
    }
  }
  const [first] = added
  if (!first) return
  if (document.get().path !== post) {
    // The writer went to another post meanwhile: nothing there asked for these files.
    await Promise.all(added.map(({ path }) => host.trashPicture(path)))
    return
  }
  const paths = added.map(({ path }) => path)
  const result = insertPictures(editor.text(), editor.selection(), paths, first.house)
  const label = paths.length === 1 ? 'Added a picture' : `Added ${paths.length} pictures`
  editor.apply(result, label, { companion: filesOf(lectern, paths) })
  notices.show({
    kind: 'success',
    text: `Added ${paths.join(', ')}. Describe it between the brackets, for those who do not see it.`,
    action: { label: 'Undo', run: () => editor.undo() },
  })
}

/** The files go to the trash when the edit is undone, and come back when it is done again. */
function filesOf({ host, notices }: Lectern, paths: readonly string[]) {
  let trashed: Promise<readonly { trashId: string }[]> = Promise.resolve([])
  return {
    undo() {
      trashed = Promise.all(paths.map(path => host.trashPicture(path)))
      trashed.catch(notices.report)
    },
    redo() {
      trashed
        .then(found => Promise.all(found.map(({ trashId }) => host.restorePicture(trashId))))
        .catch(notices.report)
    },
  }
}
