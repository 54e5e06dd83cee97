import type { OwnDocument } from './own-address.ts'

/** A document of the site with what links can lead to in it. */
export interface LinkableDocument extends OwnDocument {
  readonly title: string
  readonly headings: readonly LinkableHeading[]
}

/** JSON-safe. */
export interface LinkableHeading {
  readonly text: string
  /** From 1. */
  readonly line: number
}

/** A document, or a heading of it. JSON-safe. */
export interface LinkTarget extends OwnDocument {
  readonly title: string
  readonly heading?: LinkableHeading
}

export interface TargetsFound {
  readonly documents: readonly LinkTarget[]
  readonly headings: readonly LinkTarget[]
}

/** Documents ready to be looked through at every key, the newest first. */
export type TargetIndex = readonly IndexedDocument[]

interface IndexedDocument {
  readonly plainTitle: string
  readonly document: LinkTarget
  readonly headings: readonly { readonly plainText: string; readonly target: LinkTarget }[]
}

/** @param documents the newest first */
export function indexTargets(documents: readonly LinkableDocument[]): TargetIndex {
  return documents.map(({ path, url, title, headings }) => ({
    plainTitle: plain(title),
    document: { path, url, title },
    headings: headings.map(heading => ({
      plainText: plain(heading.text),
      target: { path, url, title, heading },
    })),
  }))
}

/** What stands between a post and its heading when somebody types both. */
const between = /[#→]|->/
/** Long posts have many headings; each post offers its best. */
const mostOfOne = 8

/**
 * Finds documents and headings by words of them. A heading is found by its own words, with words of its document's
 * title among them, and behind `#` or `→` by the title alone.
 */
export function findTargets(typed: string, index: TargetIndex, limit: number): TargetsFound {
  const [beforeMark = '', ...behindMark] = typed.split(between)
  const hasMark = behindMark.length > 0
  const inTitle = wordsOf(beforeMark)
  const inHeading = wordsOf(behindMark.join(' '))
  if (inTitle.length + inHeading.length === 0) return { documents: [], headings: [] }
  const documents: LinkTarget[] = []
  const best: LinkTarget[] = []
  const others: LinkTarget[] = []
  for (const { plainTitle, document, headings } of index) {
    const missing = inTitle.filter(word => !plainTitle.includes(word))
    if (!hasMark && missing.length === 0 && documents.length < limit) documents.push(document)
    if (hasMark && missing.length > 0) continue
    let offered = 0
    for (const { plainText, target } of headings) {
      if (best.length >= limit || offered === mostOfOne) break
      const stands = (word: string): boolean => plainText.includes(word)
      const isFound = hasMark ? inHeading.every(stands) : missing.every(stands) && inTitle.some(stands)
      if (!isFound) continue
      offered++
      if (hasMark || inTitle.every(stands)) best.push(target)
      else if (others.length < limit) others.push(target)
    }
    if (best.length >= limit && documents.length >= limit) break
  }
  return { documents, headings: [...best, ...others].slice(0, limit) }
}

function wordsOf(text: string): string[] {
  return plain(text).split(/\s+/).filter(Boolean)
}

function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/^[\x00-\x7F]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}
