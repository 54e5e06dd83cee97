import {
  type Alignment,
  type Element,
  type ElementType,
  createElement,
  deleteAttribute,
  setAttribute,
  setOptions,
} from '../element.ts'
import { isBlank } from '../characters.ts'
import { blockElements } from './elements.ts'
import type { Conversion } from './to-native.ts'

/** What converting a table needs of converting everything else. */
interface Parts {
  readonly keepElement: (element: Element, how: Conversion) => void
  readonly convertChildren: (element: Element, how: Conversion) => void
  readonly become: (element: Element, type: ElementType) => void
}

/** A table becomes one if Markdown could have written it. */
export function tableToNative(element: Element, how: Conversion, parts: Parts): void {
  if (!isSimpleTable(element, how)) {
    parts.keepElement(element, { ...how, convert: false })
    return
  }
  element.children = element.children.filter(child => child.type !== 'text')
  parts.convertChildren(element, how)
  parts.become(element, 'table')
  takeAlignment(element, element)
  element.children = element.children.filter(child => child.type !== 'html_element')
  if (element.children[0]?.type === 'tr') {
    const body = createElement('tbody', element.span)
    body.children = element.children
    element.children = [body]
  }
}

const written = /(?:;[ \t\r\n\f\v]*)?text-align:[ \t\r\n\f\v]+(center|left|right)/

/** Takes the alignment off the cells; that of the last row counts. */
function takeAlignment(table: Element, element: Element): void {
  if (element.type !== 'tr') {
    for (const child of element.children) takeAlignment(table, child)
    return
  }
  setOptions(table, {
    alignment: element.children.map(cell => {
      const style = cell.attributes.get('style')
      if (style === undefined) return 'default'
      const rest = style.replace(written, '')
      if (isBlank(rest)) deleteAttribute(cell, 'style')
      else setAttribute(cell, 'style', rest)
      return (written.exec(style)?.[1] ?? 'default') as Alignment
    }),
  })
}

function isSimpleTable(table: Element, how: Conversion): boolean {
  const rows = elementsNamed(table, ['tr'])
  const counts = new Set(rows.map(row => cellsOf(row).length))
  if (counts.size > 1 || (how.version === '2.5' && (counts.size === 0 || counts.has(0)))) return false
  if (!elementsNamed(table, ['td', 'th']).every(holdsSpansOnly)) return false
  return haveOneAlignment(rows) && isRegular(table)
}

function elementsNamed(element: Element, names: readonly string[]): Element[] {
  return element.children.flatMap(child =>
    names.includes(child.value) && child.type !== 'text' ? [child] : elementsNamed(child, names),
  )
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(isCell)
}

function isCell({ type, value }: Element): boolean {
  return type !== 'text' && (value === 'th' || value === 'td')
}

function holdsSpansOnly(element: Element): boolean {
  return element.children.every(
    child => (child.type === 'text' || !blockElements.has(child.value)) && holdsSpansOnly(child),
  )
}

function haveOneAlignment(rows: readonly Element[]): boolean {
  const alignments = rows.map(row =>
    cellsOf(row).map(
      cell =>
        /text-align:[ \t\r\n\f\v]+(center|left|right|justify|inherit)/.exec(
          cell.attributes.get('style') ?? '',
        )?.[1],
    ),
  )
  if (alignments.flat().some(alignment => alignment === 'justify' || alignment === 'inherit')) return false
  return new Set(alignments.map(alignment => alignment.join())).size <= 1
}

/** Rows of `td` alone, or a head of `th` and bodies and feet of `td`. */
function isRegular(table: Element): boolean {
  if (holdsRowsOf(table, 'td')) return true
  const sections = table.children.filter(child => child.type !== 'text')
  return (
    sections.every(section =>
      section.value === 'thead'
        ? holdsRowsOf(section, 'th')
        : (section.value === 'tfoot' || section.value === 'tbody') && holdsRowsOf(section, 'td'),
    ) && sections.some(section => section.value === 'tbody')
  )
}

function holdsRowsOf(element: Element, cell: string): boolean {
  return element.children.every(
    row =>
      row.type === 'text' ||
      (row.value === 'tr' && row.children.every(child => child.type === 'text' || child.value === cell)),
  )
}
