import { type Element, createElement, setAttribute } from '../element.ts'
import type { HtmlContext, UsedFootnote } from './context.ts'
import { entityHtml } from './entity-output.ts'
import { escapeText, indentedBlockHtml } from './escape.ts'
import { entityByName } from '../markup/entities.ts'

/** The mark in the text. A footnote gets its number where it is first referred to. */
export function footnoteMarkerHtml(cx: HtmlContext, element: Element): string {
  const name = cx.options.footnote_prefix + element.value
  const known = cx.footnotes.get(name)
  const repeat = known ? `:${++known.repeated}` : ''
  const number = known?.number ?? cx.options.footnote_nr + cx.footnotes.size
  if (!known)
    cx.footnotes.set(name, { name, content: element.options.footnote!.content, number, repeated: 0 })
  if (cx.options.version === '2.4')
    return `<sup id="fnref:${name}${repeat}" role="doc-noteref"><a href="#fn:${name}" class="footnote" rel="footnote">${number}</a></sup>`
  const text = cx.options.footnote_link_text.replaceAll('%s', String(number))
  return `<sup id="fnref:${name}${repeat}"><a href="#fn:${name}" class="footnote" rel="footnote" role="doc-noteref">${text}</a></sup>`
}

/** The list of the footnotes used. Converting one may use further ones, which then follow. */
export function footnotesHtml(cx: HtmlContext): string {
  let items = ''
  for (const footnote of cx.footnotes.values()) items += cx.convert(footnoteItem(cx, footnote), 4)
  if (items === '') return ''
  const list = createElement('ol', cx.root.span)
  if (cx.options.footnote_nr !== 1) setAttribute(list, 'start', String(cx.options.footnote_nr))
  const html = indentedBlockHtml('ol', list.attributes, items, 2)
  const attributes = new Map([
    ['class', 'footnotes'],
    ['role', 'doc-endnotes'],
  ])
  return indentedBlockHtml('div', attributes, html, 0)
}

function footnoteItem(cx: HtmlContext, footnote: UsedFootnote): Element {
  const { name, content } = footnote
  const item = createElement('li', content.span)
  setAttribute(item, 'id', `fn:${name}`)
  if (cx.options.version === '2.4') setAttribute(item, 'role', 'doc-endnote')
  item.children = content.children
  const last = content.children[content.children.length - 1]
  const path = last?.type === 'p' || cx.options.footnote_backlink_inline ? pathToText(item) : undefined
  const links = path ? backlinks(cx, footnote, true) : undefined
  if (path && links) addAlong(item, path, links)
  else
    item.children = [
      ...content.children,
      withChildren(createElement('p', content.span), backlinks(cx, footnote, false)),
    ]
  return item
}

/** Indexes of the last children down to the last paragraph or header, if there is one at the end. */
function pathToText(item: Element): number[] | undefined {
  const path: number[] = []
  let element = item
  while (element.children.length > 0) {
    path.push(element.children.length - 1)
    element = element.children[element.children.length - 1]!
    if (element.type === 'p' || element.type === 'header') return path
  }
  return undefined
}

/** Appends to the element a path leads to; everything on the way is copied, the document stays as it is. */
function addAlong(item: Element, path: readonly number[], added: readonly Element[]): void {
  let parent = item
  for (const index of path) {
    const copy = { ...parent.children[index]! }
    parent.children = parent.children.with(index, copy)
    parent = copy
  }
  parent.children = [...parent.children, ...added]
}

function backlinks(cx: HtmlContext, footnote: UsedFootnote, afterText: boolean): Element[] {
  const { footnote_backlink: text, entity_output: form, version } = cx.options
  if (text === '') return []
  const gap = entityHtml(entityByName('nbsp', version)!, form)
  const shown = escapeText(text)
  const links = [backlink(afterText ? gap : '', footnote.name, shown)]
  for (let index = 1; index <= footnote.repeated; index++)
    links.push(backlink(gap, `${footnote.name}:${index}`, `${shown}<sup>${index + 1}</sup>`))
  return links
}

function backlink(gap: string, name: string, text: string): Element {
  const html = `${gap}<a href="#fnref:${name}" class="reversefootnote" role="doc-backlink">${text}</a>`
  return createElement('raw', { from: 0, to: 0 }, html)
}

function withChildren(element: Element, children: Element[]): Element {
  element.children = children
  return element
}
