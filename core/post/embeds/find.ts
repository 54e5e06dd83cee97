import { type Span, lineStarts, positionAt } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import type { Embed } from './embed.ts'
import { type FrontMatterValue, frontMatterValues, fromFrontMatter } from './front-matter-embeds.ts'
import { type HtmlPage, closingTag, htmlPage, scanHtml } from './html-scanner.ts'
import { findElements } from './recognise.ts'
import type { KnownIncludes } from './known-include.ts'
import { type Poster, linkedPictures, markdownPosters } from './posters.ts'
import { recogniseTag } from './recognise-tag.ts'
import type { TagContext } from './tag-item.ts'
import { skippedSpans, within } from './skipped-spans.ts'
import { itemsOfPage, tagVariables } from './tag-variables.ts'
import { scanTemplateTags } from './template-tag.ts'

/** How an embed is written in the post. */
export type EmbedForm = 'element' | 'tag' | 'front-matter' | 'poster'

/** An embed as it stands in a post. */
export interface FoundEmbed {
  readonly embed: Embed
  readonly form: EmbedForm
  /** Its own markup. */
  readonly span: Span
  /** The markup with the wrapper that holds nothing else; what goes when the embed goes. */
  readonly outer: Span
  /** Where its id or address stands; outside `span` where a tag names a front-matter variable. */
  readonly place: Span | undefined
  /** Where else outside `span` its id may stand: the definition of its picture's address. */
  readonly besides?: readonly Span[]
  /** Whether the place holds an address (or part of one) rather than a bare id. */
  readonly holdsAddress: boolean
  /** The line of `span`, from 1. */
  readonly line: number
}

/** What the caller knows of the site. */
export interface FindOptions {
  /** The site's own includes, as `learnIncludes` read them. */
  readonly includes?: KnownIncludes
}

/**
 * Every embed of a post, in order, whatever its markup. Code, comments and front matter that names no embed are left
 * out; unknown includes and scripts are none. Reads only: the source is not changed.
 */
export function findEmbeds(source: string, options: FindOptions = {}): FoundEmbed[] {
  const { yaml, body } = splitFrontMatter(source)
  const values = yaml ? frontMatterValues(source, yaml) : []
  const skipped = skippedSpans(source, body)
  const context: TagContext = {
    variable: tagVariables(source, body, skipped.liquid, values),
    ofPage: itemsOfPage(values),
    ...(options.includes && { includes: options.includes }),
  }
  const bodyFound = withoutNested([
    ...inTags(source, body, skipped.liquid, context),
    ...inHtml(source, body, skipped.all),
    ...fromPosters(markdownPosters(source, body, skipped.all)),
  ])
  const named = new Set(bodyFound.map(found => found.place?.from))
  const frontFound = yaml
    ? [...inValues(values).filter(found => !named.has(found.place?.from)), ...inHtml(source, yaml, [])]
    : []
  const starts = lineStarts(source)
  return withoutNested([...frontFound, ...bodyFound]).map(found => ({
    ...found,
    line: positionAt(starts, found.span.from).line,
  }))
}

type Unplaced = Omit<FoundEmbed, 'line'>

function inTags(source: string, body: Span, skipped: readonly Span[], context: TagContext): Unplaced[] {
  return scanTemplateTags(source, body.from, body.to).flatMap(tag => {
    const match = within(skipped, tag.span.from) ? undefined : recogniseTag(tag, context)
    if (!match || match.embed.kind === 'unknown') return []
    return [
      {
        embed: match.embed,
        form: 'tag' as const,
        span: tag.span,
        outer: tag.span,
        place: match.place,
        holdsAddress: match.address,
      },
    ]
  })
}

function inHtml(source: string, part: Span, skipped: readonly Span[]): Unplaced[] {
  const all = scanHtml(source, part.from, part.to)
  const page = htmlPage(
    source,
    all.tags.filter(tag => !within(skipped, tag.span.from)),
  )
  const elements = findElements(page).map(({ outcome, first, last, place }) => {
    const span = { from: page.tags[first]!.span.from, to: page.tags[last]!.span.to }
    return {
      embed: outcome,
      form: 'element' as const,
      span,
      outer: outerSpan(page, first, last, span),
      place,
      holdsAddress: true,
    }
  })
  return [...elements, ...fromPosters(linkedPictures(page))]
}

const mostWrappers = 8

/** The span with the elements around it that hold nothing else. */
function outerSpan(page: HtmlPage, first: number, last: number, span: Span): Span {
  let outer = span
  for (let depth = 1; depth <= mostWrappers; depth++) {
    const before = page.tags[first - depth]
    const after = page.tags[last + depth]
    if (!before || !after || before.closing || closingTag(page, first - depth) !== last + depth) break
    if (!/^(?:div|p|figure|center|section|span)$/.test(before.name)) break
    const blankBefore = page.source.slice(before.span.to, outer.from).trim() === ''
    const blankAfter = page.source.slice(outer.to, after.span.from).trim() === ''
    if (!blankBefore || !blankAfter) break
    outer = { from: before.span.from, to: after.span.to }
  }
  return outer
}

function fromPosters(posters: readonly Poster[]): Unplaced[] {
  return posters.map(({ embed, span, place, picture }) => ({
    embed,
    form: 'poster' as const,
    span,
    outer: span,
    place,
    ...(picture && { besides: [picture] }),
    holdsAddress: true,
  }))
}

function inValues(values: readonly FrontMatterValue[]): Unplaced[] {
  return values.flatMap(value => {
    const embed = fromFrontMatter(value)
    if (!embed) return []
    const { span } = value
    return [
      {
        embed,
        form: 'front-matter' as const,
        span,
        outer: span,
        place: span,
        holdsAddress: /[/]/.test(value.value),
      },
    ]
  })
}

/** In order of place; what lies inside another belongs to it. */
function withoutNested(found: readonly Unplaced[]): Unplaced[] {
  const kept: Unplaced[] = []
  let end = -1
  for (const entry of found.toSorted((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)) {
    if (entry.span.from < end) continue
    kept.push(entry)
    end = entry.span.to
  }
  return kept
}
