/** Addresses of the site's own documents, as authors write them: by tag, by path, with the site's address or without. */
/** A post or another document of the site. */
export interface OwnDocument {
  /** From the site's folder. */
  readonly path: string
  /** As Jekyll computes it, without the site's own address in front. */
  readonly url: string
}

/** Where the site is published, as `_config.yml` says; empty where it does not. */
export interface SiteAddress {
  readonly url: string
  readonly baseurl: string
}

/** How an author writes the address of a document, whatever document it is. */
export interface OwnAddressForm {
  /** `{% post_url NAME %}`, `{% link FILE %}`, the path of its page, or that path seen from the page of the link. */
  readonly names: 'post_url' | 'link' | 'path' | 'relative'
  /** What stands before the name: `{{ site.baseurl }}`, `https://example.org`, `{{ '`. */
  readonly before: string
  /** What stands behind it, before the fragment. */
  readonly after: string
  /** How the path ends where it does not end as its page does: `/a`, `/a/`, `/a.html`, `/a/index.html`. */
  readonly ending?: string
  /** Letters stand in it as they are, not percent-encoded. */
  readonly isPlain?: true
}

/** An address taken apart. */
export interface OwnAddress {
  readonly form: OwnAddressForm
  /** What it names: {@link keysOf} a document has the same. */
  readonly key: string
  /** The path as written, which `ending` is read from. */
  readonly name: string
  /** `?…` and `#…`. */
  readonly tail: string
}

const tag = /^(.*?\{%-?\s*(post_url|link)\s+\/?)([^\s%]+)(\s*-?%\})(.*)$/s
/** `{{ '/path/' | relative_url }}` and its like. */
const filtered = /^(\{\{-?\s*["'])(\/[^"']*)(["'][^}]*\}\})(.*)$/s
const outputs = /^(?:\{\{[^{}]*\}\})+/
const tailOf = /[?#].*$/s

/**
 * Takes an address apart that may lead to a document of the site; undefined for one that cannot.
 *
 * @param from the document it stands in, which addresses without a slash in front are relative to
 */
export function readOwnAddress(
  written: string,
  site: SiteAddress,
  from?: OwnDocument,
): OwnAddress | undefined {
  const named = tag.exec(written)
  if (named) {
    const [, before = '', names = '', name = '', close = '', tail = ''] = named
    return { form: { names: names as 'link', before, after: close }, key: `${names} ${name}`, name, tail }
  }
  const quoted = filtered.exec(written)
  if (quoted) {
    const [, before = '', inside = '', after = '', tail = ''] = quoted
    const fragment = tailOf.exec(inside)?.[0] ?? ''
    const path = inside.slice(0, inside.length - fragment.length)
    return byPath(path, { before, after: fragment === '' ? after : fragment + after, tail })
  }
  const tail = tailBehindLiquid(written)
  const address = written.slice(0, written.length - tail.length)
  const start = prefixOf(address, site)
  const path = address.slice(start.length)
  if (path.startsWith('/') && !path.startsWith('//')) return byPath(path, { before: start, after: '', tail })
  return start === '' && from ? relativeAddress(path, tail, from) : undefined
}

/** Liquid may hold `#` and `?` of its own. */
function tailBehindLiquid(written: string): string {
  const end = Math.max(written.lastIndexOf('}}'), written.lastIndexOf('%}'), 0)
  return tailOf.exec(written.slice(end))?.[0] ?? ''
}

interface Around {
  readonly before: string
  readonly after: string
  readonly tail: string
}

function byPath(path: string, { before, after, tail }: Around): OwnAddress {
  return { form: { names: 'path', before, after, ...plainness(path) }, key: pathKey(path), name: path, tail }
}

function relativeAddress(path: string, tail: string, from: OwnDocument): OwnAddress | undefined {
  if (path === '' || /^[a-z][a-z\d+.-]*:|^\/|\{[{%]/i.test(path)) return undefined
  const form = { names: 'relative' as const, before: '', after: '', ...plainness(path) }
  return { form, key: pathKey(resolved(path, from.url)), name: path, tail }
}

/** Where a path leads from a page. */
function resolved(path: string, page: string): string {
  const parts = page.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.splice(Math.max(parts.length - 1, 1))
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function plainness(path: string): Pick<OwnAddressForm, 'isPlain'> {
  return /[^\p{ASCII}]/u.test(path) ? { isPlain: true } : {}
}

/** What stands before the path: the site's own address in any spelling, or Liquid that writes it. */
function prefixOf(address: string, { url, baseurl }: SiteAddress): string {
  const liquid = outputs.exec(address)?.[0] ?? ''
  const host = hostOf(url)
  const own = /^(?:https?:)?\/\/([^/?#]+)/i.exec(address)
  const origin = own && host !== '' && withoutWww(own[1]!) === host ? own[0] : ''
  const start = liquid || origin
  const base = baseurl.replace(/\/+$/, '')
  const writesBase = /base/i.test(liquid)
  const path = address.slice(start.length)
  return base !== '' && !writesBase && path.startsWith(`${base}/`) ? start + base : start
}

function hostOf(url: string): string {
  return withoutWww(/^(?:https?:)?\/\/([^/?#]+)/i.exec(url)?.[1] ?? '')
}

function withoutWww(host: string): string {
  return host.toLowerCase().replace(/^www\./, '')
}

/** Servers find a page by any of these: `/a/`, `/a`, `/a.html`, `/a/index.html`. */
const pathEnding = /(?:\/index)?(?:\.html)?\/?$/

function bare(path: string): string {
  return path.replace(pathEnding, '')
}

function pathKey(path: string): string {
  return `path ${bare(decoded(path))}`
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // A stray % is part of the name.
  }
}

/** Everything that addresses of a document may name it by. */
export function keysOf({ path, url }: OwnDocument): readonly string[] {
  const names = path.includes('_posts/') ? postNames(path).map(name => `post_url ${name}`) : []
  return [pathKey(url), `link ${path}`, ...names]
}

/** jekyll/tags/post_url.rb: by what is below `_posts`, the folder around it in front or not. */
function postNames(path: string): readonly string[] {
  const [whole, below] = [postName(path), withoutExtension(path.replace(/^.*_posts\//, ''))]
  return whole === below ? [whole] : [whole, below]
}

function postName(path: string): string {
  return withoutExtension(path.replace(/_posts\//, ''))
}

function withoutExtension(path: string): string {
  return path.replace(/\.[^./]+$/, '')
}

/** How an address is written that leads to this document. */
export function formOf({ form, name }: OwnAddress, { url }: OwnDocument): OwnAddressForm {
  if (form.names !== 'path' && form.names !== 'relative') return form
  const ending = pathEnding.exec(name)![0]
  return ending === pathEnding.exec(url)![0] ? form : { ...form, ending }
}

/**
 * The address of a document in a form; undefined where the form cannot name it: a tag for posts, and a document that is
 * none.
 *
 * @param from the document the link stands in, for a path that is seen from there
 */
export function writeOwnAddress(
  form: OwnAddressForm,
  document: OwnDocument,
  from?: OwnDocument,
): string | undefined {
  const { names, before, after } = form
  if (names === 'link') return before + document.path + after
  if (names === 'post_url')
    return document.path.includes('_posts/') ? before + postName(document.path) + after : undefined
  const path = form.ending === undefined ? document.url : bare(document.url) + form.ending
  const shown = form.isPlain ? decoded(path) : path
  if (names === 'path') return before + shown + after
  return from && seenFrom(from.url, shown)
}

/** A path relative to a page: browsers take what follows its last slash away first. */
function seenFrom(page: string, path: string): string {
  const here = page.split('/').slice(0, -1)
  const there = path.split('/')
  let common = 0
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++
  const up = '../'.repeat(here.length - common)
  return up + there.slice(common).join('/') || './'
}
