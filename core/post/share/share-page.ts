import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  parseFragment,
  serialize,
  serializeOuter,
} from 'parse5'
import { escapeAttribute, escapeHtml } from '../../text/index.ts'
import { type EmbedCard, embedCard, recogniseElement } from '../embeds/index.ts'
import { shareStyle } from './share-style.ts'

type Element = DefaultTreeAdapterMap['element']
type ParentNode = DefaultTreeAdapterMap['parentNode']
type ChildNode = DefaultTreeAdapterMap['childNode']

export interface SharedPost {
  readonly title: string
  /** As people read it; empty for none. */
  readonly day: string
  readonly isDraft: boolean
  readonly language: string
  /** The rendered content. */
  readonly html: string
  /** The site's own address, for links that begin with `/`; empty where it names none. */
  readonly siteUrl: string
}

/** A picture's `data:` address; undefined for one that is not at hand. */
export type PictureData = (address: string) => string | undefined

/** What cannot be in a page that does nothing but show itself. */
const dropped = new Set(
  'script style meta base link object embed applet frame frameset template noscript portal title'.split(' '),
)

const droppedAttributes = /^(?:on|srcset$|sizes$|action$|formaction$|ping$|srcdoc$|autoplay$|nonce$|loading$)/

/**
 * A post as one file to send to someone: text, pictures and looks inside, embeds as cards with links, no script, and
 * nothing that loads. At its top stands whether it is a draft, and its date.
 */
export function sharePage(post: SharedPost, pictureData: PictureData): string {
  const said = [post.isDraft ? 'Draft' : '', post.day].filter(Boolean).join(' · ')
  return `<!doctype html>
<html lang="${escapeAttribute(post.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>${escapeHtml(post.title)}</title>
<style>
${shareStyle}</style>
</head>
<body>
<header>
<p class="said">${escapeHtml(said)}</p>
<h1>${escapeHtml(post.title)}</h1>
</header>
<main>
${shareContent(post, pictureData)}
</main>
</body>
</html>
`
}

/** The content alone, as plain as {@link sharePage} has it. */
export function shareContent({ html, siteUrl }: SharedPost, pictureData: PictureData): string {
  const root = parseFragment(html)
  tidy(root, { siteUrl, pictureData })
  return serialize(root).trim()
}

/** The addresses of the pictures in rendered content, as they stand there. */
export function pictureAddresses(html: string): string[] {
  const found = new Set<string>()
  const visit = (parent: ParentNode): void => {
    for (const child of parent.childNodes) {
      if (!defaultTreeAdapter.isElementNode(child)) continue
      const source = child.tagName === 'img' && attributeOf(child, 'src')
      if (source) found.add(source)
      visit(child)
    }
  }
  visit(parseFragment(html))
  return [...found]
}

interface Tidying {
  readonly siteUrl: string
  readonly pictureData: PictureData
}

function tidy(parent: ParentNode, tidying: Tidying): void {
  for (const child of parent.childNodes.slice()) {
    if (defaultTreeAdapter.isCommentNode(child)) defaultTreeAdapter.detachNode(child)
    if (!defaultTreeAdapter.isElementNode(child)) continue
    const replacement = replacementOf(child, tidying)
    if (replacement !== undefined) replace(child, replacement)
    else if (dropped.has(child.tagName)) defaultTreeAdapter.detachNode(child)
    else {
      tidyAttributes(child, tidying)
      tidy(child, tidying)
      markBareLink(child)
    }
  }
}

/** HTML for what is shown by something else here. */
function replacementOf(element: Element, { siteUrl, pictureData }: Tidying): string | undefined {
  if (mayBeEmbed(element)) {
    const embed = recogniseElement(serializeOuter(element))
    if (embed) return cardHtml(embedCard(embed, {}))
  }
  const source = attributeOf(element, 'src') ?? ''
  switch (element.tagName) {
    case 'iframe':
      return source === '' ? '' : linkHtml(absolute(source, siteUrl), 'A frame')
    case 'video':
    case 'audio': {
      const inside = element.childNodes.find(
        node => defaultTreeAdapter.isElementNode(node) && node.tagName === 'source',
      )
      const address = source || (inside && attributeOf(inside as Element, 'src')) || ''
      return linkHtml(absolute(address, siteUrl), element.tagName === 'video' ? 'A film' : 'A recording')
    }
    case 'img':
      if (pictureData(source) !== undefined) return undefined
      return linkHtml(absolute(source, siteUrl), attributeOf(element, 'alt') || 'A picture')
    default:
      return undefined
  }
}

function mayBeEmbed(element: Element): boolean {
  const { tagName } = element
  const className = attributeOf(element, 'class') ?? ''
  return (
    /^(?:iframe|script|object|embed|lite-youtube|lite-vimeo|amp-youtube)$/.test(tagName) ||
    (tagName === 'blockquote' && className !== '') ||
    className.includes('embed')
  )
}

function cardHtml({ title, label, openUrl, notice }: EmbedCard): string {
  const name = openUrl === undefined ? escapeHtml(title) : linkHtml(openUrl, title)
  const facts = [title.includes(label) ? '' : label, notice ?? ''].filter(Boolean).map(escapeHtml).join(' · ')
  const address = openUrl === undefined ? '' : `<span class="address">${escapeHtml(openUrl)}</span>`
  return `<div class="card"><strong>${name}</strong>${facts === '' ? '' : `<span>${facts}</span>`}${address}</div>`
}

function linkHtml(address: string, words: string): string {
  if (!/^(?:https?|mailto):/i.test(address)) return escapeHtml(words)
  return `<a href="${escapeAttribute(address)}">${escapeHtml(words)}</a>`
}

function absolute(address: string, siteUrl: string): string {
  if (address.startsWith('//')) return `https:${address}`
  return address.startsWith('/') ? `${siteUrl}${address}` : address
}

function tidyAttributes(element: Element, { siteUrl, pictureData }: Tidying): void {
  element.attrs = element.attrs.flatMap(({ name, value, ...rest }) => {
    if (droppedAttributes.test(name)) return []
    if (name === 'style' && /url\(|image-set\(|expression\(/i.test(value)) return []
    if (name === 'src' || name === 'poster' || name === 'background') {
      const data = element.tagName === 'img' && name === 'src' ? pictureData(value) : undefined
      return data === undefined ? [] : [{ ...rest, name, value: data }]
    }
    if (name.endsWith('href')) {
      const address = absolute(value.trim(), siteUrl)
      return /^(?:https?:|mailto:|#)/i.test(address) ? [{ ...rest, name, value: address }] : []
    }
    return [{ ...rest, name, value }]
  })
}

/** Paper need not say twice where a link leads. */
function markBareLink(element: Element): void {
  const address = element.tagName === 'a' ? attributeOf(element, 'href') : undefined
  if (address === undefined) return
  const plain = (text: string): string => text.trim().replace(/^https?:\/\/(?:www\.)?|\/$/g, '')
  if (plain(textOf(element)) === plain(address)) element.attrs.push({ name: 'data-says-where', value: '' })
}

function textOf(parent: ParentNode): string {
  return parent.childNodes
    .map(node => {
      if (defaultTreeAdapter.isTextNode(node)) return node.value
      return defaultTreeAdapter.isElementNode(node) ? textOf(node) : ''
    })
    .join('')
}

function replace(element: Element, html: string): void {
  const parent = element.parentNode
  if (!parent) return
  for (const node of [...parseFragment(html).childNodes] as ChildNode[])
    defaultTreeAdapter.insertBefore(parent, node, element)
  defaultTreeAdapter.detachNode(element)
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find(attribute => attribute.name === name)?.value
}
