import { type Element, createElement, setAttribute, setOptions } from '../element.ts'
import type { HtmlContext, TocEntry } from './context.ts'

/** The table of contents that stands where a list is marked with `{:toc}` (converter/html.rb, generate_toc_tree). */
export function writeToc(cx: HtmlContext, place: Element): void {
  if (cx.toc.length === 0) return
  const list = createElement(place.type, place.span)
  list.attributes = new Map(place.attributes)
  if (!list.attributes.has('id')) setAttribute(list, 'id', 'markdown-toc')
  const listId = list.attributes.get('id')!
  const open: { readonly level: number; readonly sublist: Element }[] = []
  for (const entry of cx.toc) {
    const sublist = createElement(place.type, place.span)
    const item = tocItem(entry, listId, place, sublist)
    while (open.length > 0 && open[open.length - 1]!.level >= entry.level) open.pop()
    const parent = open[open.length - 1]?.sublist ?? list
    parent.children.push(item)
    open.push({ level: entry.level, sublist })
  }
  removeEmptyLists(list)
  cx.convert(cx, list, 0)
}

function tocItem(entry: TocEntry, listId: string, place: Element, sublist: Element): Element {
  const link = createElement('a', place.span)
  setAttribute(link, 'href', `#${entry.id}`)
  setAttribute(link, 'id', `${listId}-${entry.id}`)
  link.children = entryContent(entry.children)
  const text = createElement('p', place.span)
  setOptions(text, { transparent: true })
  text.children = [link]
  const item = createElement('li', place.span)
  item.children = [text, sublist]
  return item
}

/** A header's content without footnotes, and with the text of links instead of the links. */
function entryContent(elements: readonly Element[]): Element[] {
  return elements.flatMap(element => {
    if (element.type === 'footnote') return []
    const children = entryContent(element.children)
    return element.type === 'a' ? children : [{ ...element, children }]
  })
}

function removeEmptyLists(list: Element): void {
  for (const item of list.children) {
    const sublist = item.children[1]!
    if (sublist.children.length === 0) item.children.pop()
    else removeEmptyLists(sublist)
  }
}
