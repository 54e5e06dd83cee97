import {
  type PictureForm,
  type PictureHouse,
  insertPictures,
  isInGallery,
  nameOfForm,
} from '../../core/post/pictures/index.ts'
import { choosePaste } from '../insert/commands.ts'
import type { Lectern } from '../app/lectern.ts'
import { shownKeys } from '../app/keys.ts'
import { readOwnKeys } from '../app/own-keys.ts'
import type { Choice } from '../editor/choice-toolbar.ts'
import { offerChoices } from '../editor/choices.ts'
import { type AddedFiles, createAddedFiles } from './added-files.ts'
import { addToGallery } from './add-to-gallery.ts'
import { type PictureFile, readPictureFile, toBase64 } from './picture-file.ts'
import { writeWords } from './write-words.ts'

/** Asks where a smaller copy of a picture is worth having, then adds all. */
export async function takePictures(lectern: Lectern, files: readonly File[]): Promise<void> {
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

/** Writes the pictures to the site and into the post, as its author does: one undo takes both back. */
export async function addPictures(lectern: Lectern, pictures: readonly PictureFile[]): Promise<void> {
  const { document, editor, host } = lectern
  if (document.get().path === undefined) return
  if (isInGallery(editor.text(), editor.selection().from)) await addToGallery(lectern, pictures)
  else await addOneByOne(lectern, pictures, await host.pictureHouse())
}

async function addOneByOne(
  lectern: Lectern,
  pictures: readonly PictureFile[],
  house: PictureHouse,
): Promise<void> {
  const { document, host, notices } = lectern
  const { path: post } = document.get()
  if (post === undefined) return
  const paths: string[] = []
  for (const picture of pictures) {
    try {
      paths.push((await host.addPicture(post, picture.name, await toBase64(picture))).path)
    } catch (error) {
      notices.report(error)
    }
  }
  if (paths.length === 0) return
  const files = createAddedFiles(lectern, paths)
  // Who went to another post meanwhile asked for nothing there.
  if (document.get().path === post) stand({ lectern, pictures, house, paths, files }, house.forms[0])
  else files.undo()
}

interface Added {
  readonly lectern: Lectern
  readonly pictures: readonly PictureFile[]
  readonly house: PictureHouse
  readonly paths: readonly string[]
  readonly files: AddedFiles
}

const galleryId = 'gallery'

/** Puts the pictures into the text in this form, and offers the author's others. */
function stand(added: Added, form: PictureForm): void {
  const { lectern, house, paths, files } = added
  const { editor, notices } = lectern
  const inserted = insertPictures(editor.text(), editor.selection(), paths, form)
  const label = paths.length === 1 ? 'Added a picture' : `Added ${paths.length} pictures`
  editor.apply(inserted, label, { companion: files })
  writeWords(editor, inserted, 'what it shows')
  const choices = choicesOf(house, paths.length)
  offerChoices(editor.view, {
    label: paths.length === 1 ? 'The picture stands as' : 'The pictures stand as',
    choices: choices.length > 1 ? choices : [],
    chosen: String(house.forms.indexOf(form)),
    note: `Say what it shows, for those who do not see it; leave it empty if it only decorates. ${
      inserted.stops.length > 1 ? 'Tab goes to the next.' : 'Tab goes on.'
    }`,
    offset: inserted.selection.to,
    keys: shownKeys(choosePaste, lectern.info, readOwnKeys(lectern.settings)) ?? '',
    choose: id => void standOtherwise(added, id).catch(notices.report),
  })
  notices.show({
    kind: 'success',
    text: `Added ${paths.join(', ')}.`,
    action: { label: 'Undo', run: () => editor.undo() },
  })
}

function choicesOf({ forms, gallery }: PictureHouse, count: number): Choice[] {
  const single = forms.map((form, index) => ({ id: String(index), name: nameOfForm(form) }))
  return gallery && count > 1 ? [...single, { id: galleryId, name: 'Gallery' }] : single
}

/** The other form takes the place of the first in the history, too: one undo takes all back. */
async function standOtherwise(added: Added, id: string): Promise<void> {
  const { lectern, pictures, house, files } = added
  const { document, editor } = lectern
  const { path } = document.get()
  editor.undo()
  const before = editor.doc()
  const isUnchanged = (): boolean => document.get().path === path && editor.doc().eq(before)
  await files.settled()
  if (id === galleryId) return addToGallery(lectern, pictures)
  files.redo()
  await files.settled()
  const form = house.forms[Number(id)]
  if (form && isUnchanged()) stand(added, form)
  else files.undo()
}
