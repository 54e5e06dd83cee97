import { type Element, createElement, setAttribute } from '../element.ts'
import { type HtmlContext, type UsedFootnote, write } from './context.ts'
import { entityHtml } from './entity-output.ts'
import { escapeText, startTag } from './escape.ts'
import { entityByName } from '../markup/entities.ts'

/** The mark in the text. A footnote gets its number where it is first referred to. */
export function writeFootnoteMarker(cx: HtmlContext, element: Element): void {
  const name = cx.options.footnote_prefix + element.value
  const known = cx.footnotes.get(name)
  const repeat = known ? `:${++known.repeated}` : ''
  const number = known?.number ?? cx.options.footnote_nr + cx.footnotes.size
  if (!known)
    cx.footnotes.set(name, { name, content: element.options.footnote!.content, number, repeated: 0 })
  const start = `<sup id="fnref:${name}${repeat}"`
  const link = `<a href="#fn:${name}" class="footnote" rel="footnote"`
  if (cx.options.version === '2.4') {
    write(cx, `${start} role="doc-noteref">${link}>${number}</a></sup>`)
    return
  }
  const text = cx.options.footnote_link_text.replaceAll('%s', String(number))
  write(cx, `${start}>${link} role="doc-noteref">${text}</a></sup>`)
}

/** The list of the footnotes used. Converting one may use further ones, which then follow. */
export function writeFootnotes(cx: HtmlContext): void {
  if (cx.footnotes.size === 0) return
  const list = createElement('ol', cx.root.span)
  if (cx.options.footnote_nr !== 1) setAttribute(list, 'start', String(cx.options.footnote_nr))
  write(cx, `<div class="footnotes" role="doc-endnotes">\n  ${startTag('ol', list.attributes)}\n`)
  for (const footnote of cx.footnotes.values()) cx.convert(cx, footnoteItem(cx, footnote), 4)
  write(cx, '  </ol>\n</div>\n')
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
