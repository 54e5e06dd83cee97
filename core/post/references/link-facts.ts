import { normaliseLinkId } from '../../kramdown/index.ts'
import { lineStarts, positionAt } from '../../text/index.ts'
import { findHeadings } from '../writing/index.ts'
import { definitionBlocks } from './definition-blocks.ts'
import { type LinkModel, readLinks } from './link-model.ts'

/** What one post tells of its author's links. JSON-safe, to be kept while the file stays as it is. */
export interface PostLinkFacts {
  readonly path: string
  readonly links: readonly LinkFact[]
  readonly habits: LinkHabits
  /** Of the post, for links to them. */
  readonly headings: readonly { readonly text: string; readonly line: number }[]
}

export interface LinkFact {
  readonly url: string
  /** The words of the link. */
  readonly text: string
  /** As its definition has it; absent of links that carry their address. */
  readonly label?: string
  /** From 1. */
  readonly line: number
  readonly isImage?: true
}

/** How often a post does it one way or the other. */
export interface LinkHabits {
  /** Of links whose words are their label. */
  readonly collapsed: number
  readonly shortcut: number
  readonly full: number
  /** Blocks of definitions that end the post, and others. */
  readonly blocksAtEnd: number
  readonly blocksWithin: number
  /** Definitions with their address in `<>`, and others. */
  readonly angled: number
  readonly bare: number
}

export function linkFactsOf(path: string, source: string): PostLinkFacts {
  const links = readLinks(source)
  const starts = lineStarts(source)
  return {
    path,
    links: links.uses
      .filter(use => use.url !== '')
      .map(({ url, text, definition, type, span }) => ({
        url,
        text,
        ...(definition && { label: definition.label }),
        line: positionAt(starts, span.from).line,
        ...(type === 'image' && { isImage: true as const }),
      })),
    habits: habitsOf(source, links),
    headings: findHeadings(source).map(({ text, line }) => ({ text, line })),
  }
}

function habitsOf(source: string, links: LinkModel): LinkHabits {
  const sameWords = links.uses.filter(
    ({ definition, text }) => definition && normaliseLinkId(text) === definition.id,
  )
  const styled = (style: string): number => sameWords.filter(use => use.style === style).length
  const blocks = definitionBlocks(source, links)
  const atEnd = blocks.filter(block => source.slice(block.to).trim() === '').length
  const angled = links.definitions.filter(({ urlSpan }) => source[urlSpan.from - 1] === '<').length
  return {
    collapsed: styled('collapsed'),
    shortcut: styled('shortcut'),
    full: styled('full'),
    blocksAtEnd: atEnd,
    blocksWithin: blocks.length - atEnd,
    angled,
    bare: links.definitions.length - angled,
  }
}
