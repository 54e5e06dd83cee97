import { type DragEvent as ReactDragEvent, useEffect } from 'react'
import type { PostSummary } from '../../core/contract/index.ts'
import { insertReference } from '../../core/post/index.ts'
import { type EditResult, type Span, applyEdits, lineEdits } from '../../core/text/index.ts'
import type { Lectern } from '../app/lectern.ts'

/** What a row of the list carries: the path of its post. */
const postType = 'application/x-lectern-post'

/** A row of the list becomes a link where it is dropped on a text; other programs get its title. */
export function dragPost({ dataTransfer }: ReactDragEvent, { path, title }: PostSummary): void {
  dataTransfer.setData(postType, JSON.stringify({ path, title }))
  dataTransfer.setData('text/plain', title)
  dataTransfer.effectAllowed = 'copyLink'
}

/** Makes a link of a post that is dragged from the list onto the text. */
export function usePostDrop(lectern: Lectern): void {
  useEffect(() => {
    const { dom } = lectern.editor.view
    const onDrop = (event: DragEvent): void => {
      const carried = event.dataTransfer?.getData(postType) ?? ''
      if (carried === '' || lectern.document.get().readOnly !== undefined) return
      event.preventDefault()
      event.stopPropagation()
      const offset = lectern.editor.view.posAtCoords({ x: event.clientX, y: event.clientY }, false)
      const post = JSON.parse(carried) as { readonly path: string; readonly title: string }
      void linkPost(lectern, post, offset).catch(lectern.notices.report)
    }
    dom.addEventListener('drop', onDrop, { capture: true })
    return () => dom.removeEventListener('drop', onDrop, { capture: true })
  }, [lectern])
}

async function linkPost(
  { editor, host, links, notices }: Lectern,
  { path, title }: { readonly path: string; readonly title: string },
  offset: number,
): Promise<void> {
  const before = editor.doc()
  const target = (await host.listAddresses()).find(
    each => each.path === path || each.path.endsWith(`/${path}`),
  )
  const url = target && (await host.targetAddress(target.path))
  if (url === undefined) {
    notices.show({ kind: 'error', text: `The site gives “${title}” no address.` })
    return
  }
  if (!editor.doc().eq(before)) return
  const { house } = links.get()
  const { from, to } = editor.selection()
  // Dropped on selected words, it links them.
  const words = from < to && from <= offset && offset <= to ? { from, to } : undefined
  const source = editor.text()
  editor.apply(
    words ? insertReference(source, words, { url }, house) : linkWithWords(source, offset, title, url, house),
    `Linked ${title}`,
  )
}

function linkWithWords(
  source: string,
  offset: number,
  words: string,
  url: string,
  house: Parameters<typeof insertReference>[3],
): EditResult {
  const withWords = applyEdits(source, [{ from: offset, to: offset, insert: words }])
  const place: Span = { from: offset, to: offset + words.length }
  const { edits, selection } = insertReference(withWords, place, { url }, house)
  return { edits: lineEdits(source, applyEdits(withWords, edits)), ...(selection && { selection }) }
}
