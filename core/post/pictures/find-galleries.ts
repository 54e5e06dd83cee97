import type { Span } from '../../text/index.ts'

/**
 * Several pictures shown together by an include:
 *
 *     {% assign image_folder = 'tape' %}
 *     {% assign number_of_images = 2 %}
 *     {% include talks/gallery %}
 *
 *     {% assign pictures = "a.jpg|b.jpg" | split: "|" %}{% include gallery.html %}
 *
 *     {% include gallery.html images="a.jpg, b.jpg" %}
 */
export interface WrittenGallery extends Span {
  /** In the order they stand. */
  readonly values: readonly GalleryValue[]
}

/** What an include is told; the span is that of the value, without quotes. */
export type GalleryValue = Span & { readonly text: string } & (
    | { readonly kind: 'list'; readonly separator: string; readonly items: readonly string[] }
    | { readonly kind: 'count' | 'folder' | 'words' | 'other' }
  )

const includeTag =
  /\{%-?\s*include\s+(?<name>[^\s%]+)(?<parameters>(?:"[^"]*"|'[^']*'|[^%"']|%(?!\}))*?)\s*-?%\}/g
const assignBefore =
  /\{%-?\s*assign\s+(?<name>[\w-]+)\s*=\s*(?:(?<quote>["'])(?<text>[^\n]*?)\k<quote>(?<filters>[^%\n]*?)|(?<number>\d+))\s*-?%\}\s*$/
const parameter = /(?<name>[\w-]+)\s*=\s*(?:(?<quote>["'])(?<text>[^\n]*?)\k<quote>|(?<number>\d+))/g
const splitFilter = /\|\s*split:\s*(["'])(?<separator>.+?)\1/

const pictureName = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i
const galleryName = /galler|photo|picture|image|pics|slide|carousel|lightbox|album/i
const folderName = /folder|dir|path|album|gallery/i
const wordsName = /^(?:alt|caption|description|title|text)$/i

/** How far back an include's assignments are looked for. */
const farthest = 20_000

interface NamedText extends Span {
  readonly name: string
  readonly text: string
  readonly isNumber: boolean
  readonly separator: string | undefined
}

/** The galleries of a post, in order. */
export function findGalleries(source: string): WrittenGallery[] {
  let end = 0
  return [...source.matchAll(includeTag)].flatMap(match => {
    const to = match.index + match[0].length
    const { assigned, from } = assignedBefore(source, match.index, end)
    const told = [...assigned, ...parametersOf(match)]
    end = to
    const values = told.map(value => readValue(value, told, match.groups!['name']!))
    return isGallery(values) ? [{ from, to, values }] : []
  })
}

/** The gallery an offset stands in, or right behind. */
export function galleryAt(source: string, offset: number): WrittenGallery | undefined {
  return findGalleries(source).find(({ from, to }) => from <= offset && offset <= to)
}

/** Whether a post shows several pictures together. */
export function hasGallery(source: string): boolean {
  return findGalleries(source).length > 0
}

/** Whether a picture put here would become part of a gallery. */
export function isInGallery(source: string, offset: number): boolean {
  return galleryAt(source, offset) !== undefined
}

function assignedBefore(
  source: string,
  to: number,
  end: number,
): { readonly assigned: readonly NamedText[]; readonly from: number } {
  const assigned: NamedText[] = []
  const start = Math.max(end, to - farthest)
  for (let from = to; ;) {
    const before = source.slice(start, from)
    const at = before.lastIndexOf('{%')
    const match = at < 0 ? null : assignBefore.exec(before.slice(at))
    if (match?.index !== 0) return { assigned, from }
    from = start + at
    const { name = '', text, number = '', filters = '', quote = '' } = match.groups!
    const valueFrom = from + match[0].indexOf(quote + (text ?? number), match[0].indexOf('=')) + quote.length
    assigned.unshift({
      name,
      text: text ?? number,
      isNumber: text === undefined,
      separator: splitFilter.exec(filters)?.groups!['separator'],
      from: valueFrom,
      to: valueFrom + (text ?? number).length,
    })
  }
}

function parametersOf(match: RegExpExecArray): NamedText[] {
  const parameters = match.groups!['parameters']!
  const start = match.index + match[0].indexOf(parameters, match[0].indexOf(match.groups!['name']!))
  return [...parameters.matchAll(parameter)].map(found => {
    const { name = '', text, number = '', quote = '' } = found.groups!
    const from = start + found.index + found[0].indexOf(quote + (text ?? number), name.length) + quote.length
    const value = text ?? number
    return {
      name,
      text: value,
      isNumber: /^\d+$/.test(value),
      separator: undefined,
      from,
      to: from + value.length,
    }
  })
}

function readValue(value: NamedText, all: readonly NamedText[], include: string): GalleryValue {
  const { text, from, to, name } = value
  const found = { text, from, to }
  if (value.isNumber) return { ...found, kind: 'count' }
  const separator = value.separator ?? /(?:\s*[|,;]\s*)/.exec(text)?.[0]
  const items = separator === undefined ? [text] : text.split(separator).map(item => item.trim())
  const areNames = items.every(item => pictureName.test(item))
  const isList = value.separator === undefined ? areNames && items.length > 1 : true
  if (separator !== undefined && isList && (areNames || galleryName.test(`${include} ${name}`)))
    return { ...found, kind: 'list', separator, items: items.filter(item => item !== '') }
  if (wordsName.test(name)) return { ...found, kind: 'words' }
  const namesPlace =
    /^[^\s.{}|]+$/.test(text) && (folderName.test(name) || all.some(({ isNumber }) => isNumber))
  return { ...found, kind: namesPlace ? 'folder' : 'other' }
}

function isGallery(values: readonly GalleryValue[]): boolean {
  const has = (kind: GalleryValue['kind']): boolean => values.some(value => value.kind === kind)
  return has('list') || (has('count') && has('folder'))
}
