import type { Span } from '../../text/index.ts'
import { type FrontMatterValue, fromFrontMatter } from './front-matter-embeds.ts'
import { within } from './skipped-spans.ts'
import type { TagContext } from './tag-item.ts'

/**
 * What the variables in a post's tags stand for: `page.video.id` for the front matter's value, and `clip` for the text
 * that `{% assign clip = "…" %}` gives it, where the post assigns it once.
 *
 * @param skipped where Liquid is not run
 */
export function tagVariables(
  source: string,
  body: Span,
  skipped: readonly Span[],
  values: readonly FrontMatterValue[],
): NonNullable<TagContext['variable']> {
  const assigned = assignedTexts(source, body, skipped)
  return name => {
    const [first, ...path] = name.split('.')
    if (path.length === 0) return assigned.get(name)
    if (first !== 'page') return undefined
    const withParent = path.slice(-2).join('_')
    return values.find(({ key }) => key === path.at(-1) || key === withParent)
  }
}

/** The one item of a provider that the front matter names; undefined where it names several. */
export function itemsOfPage(values: readonly FrontMatterValue[]): NonNullable<TagContext['ofPage']> {
  return provider => {
    const named = values.filter(value => fromFrontMatter(value)?.provider === provider)
    return named.length === 1 ? named[0] : undefined
  }
}

interface AssignedText {
  readonly value: string
  readonly span: Span
}

function assignedTexts(
  source: string,
  body: Span,
  skipped: readonly Span[],
): ReadonlyMap<string, AssignedText> {
  const texts = new Map<string, AssignedText>()
  const again = new Set<string>()
  const assign = /\{%-?\s*assign\s+([\w-]+)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')?/dg
  for (const match of source.slice(body.from, body.to).matchAll(assign)) {
    const name = match[1]!
    const place = match.indices![2] ?? match.indices![3]
    if (within(skipped, body.from + match.index)) continue
    if (place && !texts.has(name))
      texts.set(name, {
        value: match[2] ?? match[3]!,
        span: { from: body.from + place[0], to: body.from + place[1] },
      })
    else again.add(name)
  }
  // A value that changes on the way is nobody's to swap.
  for (const name of again) texts.delete(name)
  return texts
}
