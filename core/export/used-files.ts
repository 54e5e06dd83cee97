import { splitFrontMatter } from '../post/index.ts'
import type { Span } from '../text/index.ts'

/** A place in a post that names a file of the site: an image, a PDF, a poster, local media. */
export interface FileReference extends Span {
  /** The address as written, without title, Liquid and quotes. */
  readonly address: string
  /** Begins at the site's root: it starts with `/`, or with `site.baseurl`, or goes through `relative_url`. */
  readonly fromRoot: boolean
  readonly image: boolean
}

const assetName =
  /\.(?:avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp|pdf|pptx?|odp|key|zip|mp3|m4a|ogg|oga|wav|mp4|m4v|mov|webm|ogv|vtt|srt)$/i
const imageName = /\.(?:avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp)$/i

/** Where addresses stand in Markdown, HTML and front matter; the address is the first group. */
const places: readonly RegExp[] = [
  // ![alt](address "title") and [text](address)
  /\]\(\s*<?((?:\{[{%].*?[}%]\}|[^\s()<>"']|\([^\s()]*\))+)>?(?:\s+["'(][^\n]*?["')])?\s*\)/g,
  // [label]: address
  /^ {0,3}\[[^\]\n]+\]:[ \t]*<?((?:\{[{%].*?[}%]\}|[^\s<>])+)>?/gm,
  // src="address", href, poster, data
  /\s(?:src|href|poster|data)\s*=\s*"([^"\n]+)"/gi,
  /\s(?:src|href|poster|data)\s*=\s*'([^'\n]+)'/gi,
]

/** `image: /images/talk.png` and the like in front matter. */
const field = /^[ \t]*(?:- )?[\w-]+:[ \t]*["']?([^\s"'#][^\s"']*)["']?[ \t]*\r?$/gm

/**
 * The files of its own site a post names, in order of their place. What lies elsewhere (`https:`, `//`, `data:`) and
 * what has no ending of an asset is left out.
 */
export function findFileReferences(source: string): FileReference[] {
  const { yaml, body } = splitFrontMatter(source)
  const found = new Map<number, FileReference>()
  const collect = (pattern: RegExp, span: Span): void => {
    for (const match of source.slice(span.from, span.to).matchAll(pattern)) {
      const from = span.from + match.index + match[0].indexOf(match[1]!)
      const reference = referenceFor(match[1]!, from)
      if (reference) found.set(from, reference)
    }
  }
  if (yaml) collect(field, yaml)
  for (const pattern of places) collect(pattern, body)
  return [...found.values()].toSorted((a, b) => a.from - b.from)
}

const baseUrl = /^\{\{-?\s*(?:site\.url\s*-?\}\}\s*\{\{-?\s*)?site\.baseurl\s*-?\}\}/
const throughFilter = /^\{\{-?\s*(["'])(.*?)\1\s*\|\s*(?:relative|absolute)_url\s*-?\}\}$/
const linkTag = /^\{%-?\s*link\s+(\S+)\s*-?%\}$/

function referenceFor(written: string, from: number): FileReference | undefined {
  const span = { from, to: from + written.length }
  const tag = linkTag.exec(written)
  const filtered = throughFilter.exec(written)
  const rooted = baseUrl.exec(written)
  const address = tag?.[1] ?? filtered?.[2] ?? (rooted ? written.slice(rooted[0].length) : written)
  const bare = address.replace(/[?#].*$/, '')
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\{)/i.test(bare) || !assetName.test(bare)) return undefined
  const fromRoot = Boolean(tag ?? filtered ?? rooted) || bare.startsWith('/')
  return { ...span, address: bare, fromRoot, image: imageName.test(bare) }
}

/**
 * Where in the site a reference may lie, the likeliest first. Paths are relative to the site, with `/`.
 *
 * A relative address is looked for beside the post and, as writers mean it more often than Jekyll does, at the root.
 *
 * @param postFolder of the post, relative to the site; '' for the root
 */
export function candidatePaths(reference: FileReference, postFolder: string, baseurl = ''): string[] {
  const address = decoded(reference.address)
  const without =
    baseurl !== '' && address.startsWith(`${baseurl}/`) ? address.slice(baseurl.length) : address
  const root = normalised(without.replace(/^\/+/, ''))
  if (reference.fromRoot) return root === undefined ? [] : [root]
  const beside = normalised(`${postFolder}/${address}`)
  return [beside, root].filter(
    (path, index, all) => path !== undefined && all.indexOf(path) === index,
  ) as string[]
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address // A lone `%` is a character of the name.
  }
}

/** `a/./b/../c` as `a/c`; undefined for what leaves the site. */
function normalised(path: string): string | undefined {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.length === 0 ? undefined : parts.join('/')
}
