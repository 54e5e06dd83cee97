import { type Element, type ElementType, isBlock, setAttribute } from '../element.ts'
import type { Options } from '../options.ts'
import { breakMark, splitAtBreaks } from './hard-breaks.ts'
import { HeaderIds } from './header-ids.ts'

/**
 * The last walk over a document: line breaks, and ids for headers that have none (kramdown-parser-gfm,
 * update_elements). What stands in HTML elements, in headers that get an id and in footnotes is passed over.
 *
 * @param source the document: without a backslash in it no text is broken but by `hard_wrap`
 * @param hardWrap the option as it was before the document set any itself
 */
export function finishGfm(root: Element, source: string, options: Options, hardWrap: boolean): void {
  const mark = breakMark(hardWrap)
  const ids = new HeaderIds(options.auto_id_prefix)
  const mayBreak = hardWrap || source.includes('\\')
  /** HTML made native may hold a header in a span. */
  const passedOver = mayBreak || options.html_to_native ? nothing : withoutHeaders
  const visit = (element: Element): void => {
    const { children } = element
    let changed: Element[] | undefined
    for (let index = 0; index < children.length; index++) {
      const child = children[index]!
      if (child.type === 'text' && child.value.includes(mark)) {
        changed ??= children.slice(0, index)
        const parts = splitAtBreaks(child, mark, isBlock(element) && index === children.length - 1)
        for (const part of parts) changed.push(part)
        continue
      }
      changed?.push(child)
      if (child.type === 'html_element') continue
      if (child.type === 'header' && options.auto_ids && !child.attributes.has('id'))
        setAttribute(child, 'id', ids.next(child.options.rawText ?? ''))
      else if (child.children.length > 0 && !passedOver.has(child.type)) visit(child)
    }
    if (changed) element.children = changed
  }
  visit(root)
}

const nothing: ReadonlySet<ElementType> = new Set()
const withoutHeaders: ReadonlySet<ElementType> = new Set(['p', 'dt', 'table'])
