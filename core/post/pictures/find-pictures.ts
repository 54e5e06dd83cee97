import type { PicturePart } from './picture-form.ts'

/** A picture as a post shows it. */
export interface WrittenPicture {
  /** As it stands there, Liquid included. */
  readonly address: string
  /** Its markup with gaps for what is said anew for each picture. */
  readonly parts: readonly PicturePart[]
}

const address = String.raw`(?:\{\{.*?\}\}|\{%.*?%\}|[^\s(){}]|\([^\s()]*\))+`
const inMarkdown = new RegExp(
  String.raw`!\[[^\]\n]*\]\(\s*(?<address>${address})[^)\n]*\)(?<attributes>\{:[^}\n]*\})?(?:\]\((?<target>${address})[^)\n]*\))?`,
  'g',
)
const inHtml = /<img\b(?<attributes>(?:\{\{.*?\}\}|"[^"]*"|'[^']*'|[^>"'])*)>(?:<\/img>)?/gi
const attribute = /(?<space>\s*)(?<name>[^\s=/]+)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'))?/g
const inInclude = /\{%-?\s*include\s+(?<name>[^\s%]+)(?<parameters>(?:[^%]|%(?!\}))*?)\s*-?%\}/g
const parameter =
  /\s+(?<name>[\w-]+)\s*=\s*(?:"(?<double>(?:[^"\\]|\\.)*)"|'(?<single>(?:[^'\\]|\\.)*)'|(?<variable>[\w.-]+))/g

const pictureName = /^[^|,;]+\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#].*)?$/i

/** What is said anew for each picture. */
const ofOnePicture = new Set(['src', 'alt', 'title', 'width', 'height', 'id', 'srcset'])

/** What an include may call the words of a picture, those that stand in for it first. */
const wordNames = ['alt', 'description', 'title', 'caption', 'text']
/** What belongs to one picture alone, and need not be said. */
const targetNames = new Set(['url', 'href', 'link', 'target', 'id'])

/** The pictures of a post, in order; enough of Markdown to learn from, so code that shows pictures teaches as well. */
export function findPictures(source: string): WrittenPicture[] {
  const found = [
    ...[...source.matchAll(inMarkdown)].map(match => ({ at: match.index, picture: readMarkdown(match) })),
    ...[...source.matchAll(inHtml)].map(match => ({ at: match.index, picture: readElement(source, match) })),
    ...[...source.matchAll(inInclude)].map(match => ({ at: match.index, picture: readInclude(match) })),
  ]
  return found
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ picture }) => (picture === undefined ? [] : [picture]))
}

function readMarkdown({ groups }: RegExpExecArray): WrittenPicture {
  const { address = '', attributes = '', target } = groups!
  const picture: PicturePart[] = ['![', 'alt', '](', 'address', `)${attributes}`].map(asPart)
  // A picture that leads to itself is how themes with a lightbox are told of it.
  const parts = target === address ? ['[', ...picture, '](', { slot: 'address' } as const, ')'] : picture
  return { address, parts: joined(parts) }
}

function readElement(source: string, match: RegExpExecArray): WrittenPicture | undefined {
  const written = match.groups!['attributes']!
  let address: string | undefined
  let hasWords = false
  const parts: PicturePart[] = ['<img']
  for (const each of written.matchAll(attribute)) {
    const { name = '', double, single } = each.groups!
    const key = name.toLowerCase()
    if (key === 'src') {
      address = double ?? single
      parts.push(' src=', { slot: 'quoted-address' })
    } else if (key === 'alt') {
      hasWords = true
      parts.push(' alt="', { slot: 'alt' }, '"')
    } else if (!ofOnePicture.has(key) && name !== '/') parts.push(` ${each[0].trim()}`)
  }
  if (address === undefined) return undefined
  if (!hasWords) parts.push(' alt="', { slot: 'alt' }, '"')
  const ending = /\s*\/?$/.exec(written)![0] + match[0].slice(match[0].indexOf('>', 4 + written.length))
  parts.push(ending)
  const { before, after } = wrapperOf(source, match.index, match.index + match[0].length)
  return { address, parts: joined([...before, ...parts, ...after]) }
}

const opening = /<(?<tag>figure|p|center|div)\b(?<attributes>[^<>]*)>(?<space>[ \t]*\n?[ \t]*)$/i
const caption = /^(?<space>\s*)(?<open><figcaption[^<>]*>)[^]*?<\/figcaption>/i

/** The element around it that holds this picture and its caption alone, such as `<figure>` or `<p align="center">`. */
function wrapperOf(source: string, from: number, to: number): Record<'before' | 'after', PicturePart[]> {
  const open = opening.exec(source.slice(Math.max(0, from - 200), from))
  if (!open?.groups || /\bid\s*=/.test(open.groups['attributes']!)) return { before: [], after: [] }
  const { tag = '' } = open.groups
  const rest = source.slice(to, to + 2000)
  const words = caption.exec(rest)
  const behind = rest.slice(words?.[0].length ?? 0)
  const close = new RegExp(String.raw`^\s*</${tag}>`, 'i').exec(behind)
  if (!close) return { before: [], after: [] }
  const said: PicturePart[] = words?.groups
    ? [words.groups['space']! + words.groups['open']!, { slot: 'caption' }, '</figcaption>']
    : []
  return { before: [open[0]], after: [...said, close[0]] }
}

function readInclude({ groups }: RegExpExecArray): WrittenPicture | undefined {
  const { name = '', parameters = '' } = groups!
  const read = [...parameters.matchAll(parameter)].map(({ 0: text, groups: of }) => ({
    text: text.trim(),
    name: of!['name']!,
    value: of!['double'] ?? of!['single'] ?? '',
  }))
  const pictures = read.filter(({ value }) => pictureName.test(value.trim()))
  const [picture] = pictures
  if (!picture || pictures.length > 1) return undefined
  const standIn = wordNames.find(word => read.some(each => each.name === word))
  const parts: PicturePart[] = [`{% include ${name}`]
  for (const each of read) {
    if (each === picture) parts.push(` ${each.name}="`, { slot: 'address' }, '"')
    else if (wordNames.includes(each.name))
      parts.push(` ${each.name}="`, { slot: each.name === standIn ? 'alt' : 'caption' }, '"')
    else if (!targetNames.has(each.name)) parts.push(` ${each.text}`)
  }
  parts.push(' %}')
  return { address: picture.value.trim(), parts: joined(parts) }
}

function asPart(text: string): PicturePart {
  return text === 'alt' || text === 'address' ? { slot: text } : text
}

/** Texts that stand side by side as one, so that equal markup is equal data. */
function joined(parts: readonly PicturePart[]): PicturePart[] {
  const result: PicturePart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (typeof part === 'string' && typeof last === 'string') result.splice(-1, 1, last + part)
    else result.push(part)
  }
  return result
}
