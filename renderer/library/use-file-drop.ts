import { useEffect } from 'react'
import { copyPathOf } from '../../core/post/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { canAddPictures } from '../pictures/commands.ts'
import { offerPdf, offerPictures } from '../pictures/offer-pictures.ts'

const postName = /\.(?:md|markdown|mkdn?|mkd)$/i

/**
 * Takes files that are dropped anywhere on the window, which would else leave the app for them: a post is opened, a
 * picture or PDF goes to the cursor. What falls on a text, the text hears first.
 */
export function useFileDrop(lectern: Lectern): void {
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const onDrop = (event: DragEvent): void => {
      const { dataTransfer } = event
      const files = [...(dataTransfer?.files ?? [])]
      if (!dataTransfer || files.length === 0) return
      const act = actionFor(lectern.beside.current(), files, hasFolder(dataTransfer))
      const isForText = event.target instanceof Element && event.target.closest('.cm-editor') !== null
      const isPictures = files.every(file => file.type.startsWith('image/'))
      if (isForText && (isPictures || !act)) return
      event.preventDefault()
      event.stopPropagation()
      void act?.().catch(lectern.notices.report)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('drop', onDrop, { capture: true })
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('drop', onDrop, { capture: true })
    }
  }, [lectern])
}

function actionFor(
  lectern: Lectern,
  files: readonly File[],
  isFolder: boolean,
): (() => Promise<void>) | undefined {
  const { notices } = lectern
  if (isFolder)
    return async () => {
      notices.show({
        kind: 'info',
        text: 'A dropped folder does not tell where it lies. Open it by its place.',
        action: { label: 'Open a folder…', run: () => lectern.dialogs.open('open-folder') },
      })
    }
  const posts = files.filter(({ name }) => postName.test(name))
  if (posts.length > 0) return () => openDropped(lectern, posts[0]!)
  if (!canAddPictures(lectern)) return undefined
  const pictures = files.filter(({ type }) => type.startsWith('image/'))
  if (pictures.length > 0) return () => offerPictures(lectern, pictures)
  const pdf = files.find(({ name, type }) => type === 'application/pdf' || /\.pdf$/i.test(name))
  return pdf && (() => offerPdf(lectern, pdf))
}

function hasFolder({ items }: DataTransfer): boolean {
  return [...items].some(item => item.webkitGetAsEntry()?.isDirectory === true)
}

/** A file of the open folder is opened; another can become one of its posts. */
async function openDropped(lectern: Lectern, file: File): Promise<void> {
  const { desk, host, notices, workspace, workspaceDesk } = lectern
  const source = await file.text()
  const { posts } = workspace.get()
  const known = posts.find(({ path }) => path.split('/').at(-1) === file.name)
  if (known) return void (await desk.open(known.path))
  const folder = posts.find(({ state, path }) => state === 'draft' && path.includes('/'))?.path.split('/')
  const wanted = folder ? `${folder.slice(0, -1).join('/')}/${file.name}` : file.name
  notices.show({
    kind: 'info',
    text: `${file.name} is not in this folder.`,
    action: {
      label: 'Add a copy',
      run: () => void addCopy().catch(notices.report),
    },
  })
  async function addCopy(): Promise<void> {
    const taken = new Set(workspace.get().posts.map(({ path }) => path))
    const path = taken.has(wanted) ? copyPathOf(wanted, taken) : wanted
    await host.createPost(path, source)
    await workspaceDesk.refresh()
    await desk.open(path)
  }
}
