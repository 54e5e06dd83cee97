import { isBlank, stripEnd, stripStart } from '../characters.ts'
import {
  type Element,
  type ElementOptions,
  type ElementType,
  createElement,
  deleteAttribute,
  isBlock,
  setAttribute,
  setOptions,
} from '../element.ts'
import type { Version } from '../version.ts'
import { contentModelOf, isSpanElement } from './elements.ts'
import { characterOf, entityByCodePoint, entityByName } from './entities.ts'
import { tableToNative } from './table-to-native.ts'

/*
 * The option `html_to_native`: HTML elements become the nodes Markdown has for them, where there are any
 * (parser/html.rb, ElementConverter).
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const withoutText = words('html head hgroup ol ul dl table colgroup tbody thead tfoot tr select optgroup')
const withWrappedText = words(
  'body section nav article aside header footer address div li dd blockquote figure figcaption fieldset form',
)
const withoutBlankText = new Set([...withWrappedText, 'td', 'th'])
const stripped = words(
  'address article aside blockquote body caption dd div dl dt fieldset figcaption form footer header h1 h2 h3 h4 ' +
    'h5 h6 legend li nav p section td th',
)
const simple = words('em strong blockquote hr br img p thead tbody tfoot tr td th ul ol dl li dt dd')

/** How far a conversion goes: `convert` elements at all, `preserve` white space in their text. */
export interface Conversion {
  readonly version: Version
  readonly convert: boolean
  readonly preserve: boolean
}

/** Converts an element and everything in it. */
export function toNative(element: Element, version: Version): void {
  convertElement(element, { version, convert: true, preserve: false }, undefined)
}

type Converter = (element: Element, how: Conversion) => void

const converters: ReadonlyMap<string, Converter> = new Map<string, Converter>([
  ['textarea', (element, how) => keepElement(element, { ...how, preserve: true })],
  ['a', convertLink],
  ...['em', 'strong', 'i', 'b'].map(name => [name, convertEmphasis] as const),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(name => [name, convertHeader] as const),
  ['code', convertCode],
  ['pre', convertCode],
  ['table', (element, how) => tableToNative(element, how, { keepElement, convertChildren, become })],
  ['script', convertScript],
])

function convertElement(element: Element, how: Conversion, parent: Element | undefined): void {
  if (element.type === 'xml_comment' || element.type === 'xml_pi') {
    const model = contentModelOf(parent ? nameOf(parent) : 'div')
    replaceOptions(element, { category: model === 'span' ? 'span' : 'block' })
    return
  }
  if (element.type !== 'html_element') return
  const name = element.value
  const converter = how.convert ? converters.get(name) : undefined
  if (converter) {
    converter(element, how)
    return
  }
  if (!how.convert) {
    keepElement(element, how)
    return
  }
  if (withoutText.has(name)) element.children = element.children.filter(child => child.type !== 'text')
  if (simple.has(name)) {
    become(element, name === 'th' ? 'td' : (name as ElementType))
    convertChildren(element, how)
  } else keepElement(element, how)
  if (stripped.has(name)) stripText(element)
  if (withoutBlankText.has(name)) removeBlankText(element)
  if (withWrappedText.has(name)) wrapText(element)
}

function nameOf(element: Element): string {
  if (element.type === 'html_element') return element.value
  return element.type === 'header' ? 'h1' : element.type
}

function replaceOptions(element: Element, options: ElementOptions): void {
  element.options = options
  element.ial = undefined
}

/** Makes a node of another type, keeping its attributes and children. */
function become(element: Element, type: ElementType, options: ElementOptions = {}): void {
  element.type = type
  element.value = ''
  replaceOptions(element, options)
}

function keepElement(element: Element, how: Conversion): void {
  replaceOptions(element, {
    category: isSpanElement(element.value, how.version) ? 'span' : 'block',
    contentModel: how.convert ? contentModelOf(element.value) : 'raw',
  })
  convertChildren(element, how)
}

function convertChildren(element: Element, how: Conversion): void {
  element.children = element.children.flatMap(child => {
    if (child.type === 'text') return convertText(child, how.preserve || !how.convert, how.version)
    convertElement(child, how, element)
    return [child]
  })
}

const reference = /&(?:([\w:][-\w.:]*)|#(\d+)|#x([0-9a-fA-F]+));/g
const quotes = words('lsquo rsquo ldquo rdquo')
const symbols = words('mdash ndash hellip laquo raquo')

/** Splits text at its entities. */
function convertText(text: Element, preserve: boolean, version: Version): Element[] {
  const value = preserve ? text.value : text.value.replace(/[ \t\r\n\f\v]+/g, ' ')
  const parts: Element[] = []
  let from = 0
  for (const match of value.matchAll(reference)) {
    parts.push(createElement('text', text.span, value.slice(from, match.index)))
    const [original, name, decimal, hexadecimal] = match
    from = match.index + original.length
    if (name !== undefined && quotes.has(name)) parts.push(createElement('smart_quote', text.span, name))
    else if (name !== undefined && symbols.has(name))
      parts.push(createElement('typographic_sym', text.span, name))
    else {
      const entity =
        name === undefined
          ? entityByCodePoint(decimal ? Number(decimal) : parseInt(hexadecimal!, 16), version)
          : entityByName(name, version)
      const part = createElement('entity', text.span)
      if (!entity) from = match.index + 1
      setOptions(part, {
        entity: entity ? { ...entity, original } : { ...entityByName('amp', version)!, original: undefined },
      })
      parts.push(part)
    }
  }
  if (from < value.length) parts.push(createElement('text', text.span, value.slice(from)))
  return parts
}

function stripText({ children }: Element): void {
  const first = children[0]
  if (first?.type === 'text') first.value = stripStart(first.value)
  const last = children[children.length - 1]
  if (last?.type === 'text') last.value = stripEnd(last.value)
}

function removeBlankText(element: Element): void {
  const { children } = element
  element.children = children.filter((child, index) => {
    if (child.type !== 'text' || !isBlank(child.value)) return true
    if (index === 0 || index === children.length - 1) return false
    return !(isBlock(children[index - 1]!) && isBlock(children[index + 1]!))
  })
}

/** Puts text and spans between blocks into paragraphs without tags. */
function wrapText(element: Element): void {
  const wrapped: Element[] = []
  let paragraph: Element | undefined
  for (const child of element.children) {
    if (isBlock(child)) {
      wrapped.push(child)
      paragraph = undefined
      continue
    }
    if (!paragraph) {
      paragraph = createElement('p', child.span)
      setOptions(paragraph, { transparent: true })
      wrapped.push(paragraph)
    }
    paragraph.children.push(child)
  }
  element.children = wrapped
}

function convertLink(element: Element, how: Conversion): void {
  if (element.attributes.has('href')) {
    become(element, 'a')
    convertChildren(element, how)
  } else keepElement(element, { ...how, convert: false })
}

/** Emphasis in Markdown neither begins nor ends with white space. */
function convertEmphasis(element: Element, how: Conversion): void {
  if (/^[ \t\r\n\f\v]|[ \t\r\n\f\v]$/.test(textOf(element))) {
    keepElement(element, { ...how, convert: false })
    return
  }
  become(element, element.value === 'em' || element.value === 'i' ? 'em' : 'strong')
  convertChildren(element, how)
}

function convertHeader(element: Element, how: Conversion): void {
  const level = Number(element.value[1])
  become(element, 'header', { level, rawText: textOf(element) })
  convertChildren(element, how)
}

function textOf(element: Element): string {
  return element.type === 'text' ? element.value : element.children.map(textOf).join('')
}

function convertCode(element: Element, how: Conversion): void {
  const text = createElement('text', element.span, textOf(element))
  const parts = convertText(text, true, how.version).map(part => characters(part, how.version))
  if (!parts.every(part => part !== undefined)) {
    keepElement(element, { ...how, convert: false, preserve: true })
    return
  }
  if (element.value === 'code') becomeCodespan(element)
  else becomeCodeblock(element)
  element.value = parts.join('')
  element.children = []
}

function characters(part: Element, version: Version): string | undefined {
  if (part.type === 'text') return part.value
  if (part.type === 'entity') return characterOf(part.options.entity!)
  return characterOf(entityByName(part.value, version)!)
}

function becomeCodespan(element: Element): void {
  become(element, 'codespan')
  const className = element.attributes.get('class')
  if (className === undefined) return
  const highlighter = /[ \t\r\n\f\v]+\bhighlighter-\w+\b|\bhighlighter-\w+\b[ \t\r\n\f\v]*/g
  setAttribute(element, 'class', className.replace(highlighter, ''))
}

function becomeCodeblock(element: Element): void {
  become(element, 'codeblock')
  const [only] = element.children
  if (element.children.length !== 1 || only!.value !== 'code') return
  const language = /\blanguage-[^ \t\r\n\f\v]+/.exec(only!.attributes.get('class') ?? '')?.[0]
  if (language === undefined) return
  const className = stripEnd(`${language} ${element.attributes.get('class') ?? ''}`)
  setAttribute(element, 'class', className)
}

/** A script of the type MathJax once used is math. */
function convertScript(element: Element, how: Conversion): void {
  const type = element.attributes.get('type') ?? ''
  if (!/\bmath\/tex\b/.test(type)) {
    keepElement(element, how)
    return
  }
  const content = element.children.shift()?.value ?? ''
  become(element, 'math', { category: type.includes('mode=display') ? 'block' : 'span' })
  element.value = content.replace(/^(?:%[ \t\r\n\f\v]*)?<!\[CDATA\[\n?([^]*?)(?:[ \t\r\n\f\v]%)?\]\]>$/, '$1')
  deleteAttribute(element, 'type')
}
