import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

type Parsed = DefaultTreeAdapterTypes.ChildNode

/** A node without what makes no difference to a reader: a text, or an element with sorted attributes. */
type Node = string | Tag

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
}

export interface Comparison {
  /** Compare code by its text alone, leaving out what highlighting adds. */
  readonly flattenCode?: boolean
}

const blocks = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li link main menu meta nav noscript ' +
    'ol optgroup option p pre section summary table tbody td tfoot th thead title tr ul'
  ).split(' '),
)
const verbatim = new Set(['pre', 'textarea', 'script', 'style'])
const highlightClass = /^(?:language-\S+|highlight|highlighter-\S+|rouge\S*)$/

/** Whether two HTML fragments are the same to a browser, white space between blocks aside. */
export function domEqual(expected: string, actual: string, comparison: Comparison = {}): boolean {
  return expected === actual || serialise(expected, comparison) === serialise(actual, comparison)
}

/** Where two fragments begin to differ, or undefined. */
export function firstDifference(
  expected: string,
  actual: string,
  comparison: Comparison = {},
): { readonly expected: string; readonly actual: string } | undefined {
  const [a, b] = [serialise(expected, comparison), serialise(actual, comparison)]
  if (a === b) return undefined
  let at = 0
  while (a[at] === b[at]) at++
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 100)
  return { expected: around(a), actual: around(b) }
}

function serialise(html: string, comparison: Comparison): string {
  const nodes = normalise(parseFragment(html).childNodes, undefined, false)
  return JSON.stringify(comparison.flattenCode ? nodes.flatMap(flatten) : nodes)
}

function normalise(parsed: readonly Parsed[], parent: string | undefined, keepSpace: boolean): Node[] {
  const nodes: Node[] = []
  for (const node of parsed) {
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode
      const last = nodes[nodes.length - 1]
      if (typeof last === 'string') nodes[nodes.length - 1] = last + value
      else nodes.push(value)
    } else if (node.nodeName === '#comment') {
      const { data } = node as DefaultTreeAdapterTypes.CommentNode
      nodes.push({ name: '#comment', attributes: { data: data.trim() }, children: [] })
    } else if ('tagName' in node) nodes.push(tag(node, keepSpace))
  }
  return keepSpace ? nodes : withoutLayout(nodes, parent)
}

function tag(node: DefaultTreeAdapterTypes.Element, keepSpace: boolean): Tag {
  const name = node.tagName
  const pairs = node.attrs.map(({ name, value }) => [name, value.replace(/\s+/g, ' ').trim()] as const)
  const content = name === 'template' ? (node as DefaultTreeAdapterTypes.Template).content : node
  return {
    name,
    attributes: Object.fromEntries(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    children: normalise(content.childNodes, name, keepSpace || verbatim.has(name)),
  }
}

/** Runs of white space are one space; beside blocks and line breaks there is none. */
function withoutLayout(nodes: readonly Node[], parent: string | undefined): Node[] {
  const inBlock = parent === undefined || blocks.has(parent)
  return nodes.flatMap((node, index): Node[] => {
    if (typeof node !== 'string') return [node]
    let text = node.replace(/[ \t\r\n\f]+/g, ' ')
    if (endsLine(nodes[index - 1], inBlock)) text = text.replace(/^ /, '')
    if (endsLine(nodes[index + 1], inBlock)) text = text.replace(/ $/, '')
    return text === '' ? [] : [text]
  })
}

function endsLine(neighbour: Node | undefined, inBlock: boolean): boolean {
  if (neighbour === undefined) return inBlock
  return typeof neighbour !== 'string' && (neighbour.name === 'br' || blocks.has(neighbour.name))
}

function textOf(node: Node): string {
  if (typeof node === 'string') return node
  return node.name === '#comment' ? '' : node.children.map(textOf).join('')
}

/** Code with its text alone, and without the elements highlighting wraps it in. */
function flatten(node: Node): Node[] {
  if (typeof node === 'string') return [node]
  const { name, attributes, children } = node
  if (name === 'pre') return [{ name, attributes: {}, children: [codeText(textOf(node))] }]
  if (name === 'code') {
    const text = textOf(node).replace(/\s+/g, ' ')
    return [{ name, attributes: withoutHighlightClasses(attributes), children: text === '' ? [] : [text] }]
  }
  const classes = (attributes['class'] ?? '').split(' ').filter(Boolean)
  if (name === 'div' && classes.length > 0 && classes.every(one => highlightClass.test(one))) {
    const inside = children.filter(child => typeof child !== 'string' || child.trim() !== '')
    const [only] = inside
    if (inside.length === 1 && typeof only === 'object' && (only.name === 'pre' || only.name === 'div'))
      return flatten(only)
    if (inside.length === 1 && typeof only === 'object' && only.name === 'table')
      return [{ name: 'pre', attributes: {}, children: [codeText(textOf(only))] }]
  }
  return [{ name, attributes, children: children.flatMap(flatten) }]
}

function codeText(text: string): string {
  return text.replace(/^\n+/, '').replace(/[ \t\r\n]+$/, '')
}

function withoutHighlightClasses(attributes: Tag['attributes']): Tag['attributes'] {
  const { class: className, ...rest } = attributes
  const kept = (className ?? '').split(' ').filter(one => one !== '' && !highlightClass.test(one))
  return kept.length > 0 ? { ...rest, class: kept.join(' ') } : rest
}
