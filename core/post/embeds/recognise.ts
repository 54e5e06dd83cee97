import { refusedScheme, trimInvisible } from './address.ts'
import { type Embed, type Refusal, isRefusal, refuse } from './embed.ts'
import type { ElementMatch } from './element-match.ts'
import { elementRules } from './elements/index.ts'
import { type HtmlPage, scanHtml } from './html-scanner.ts'
import { recogniseAddress } from './recognise-address.ts'
import { recogniseTag } from './recognise-tag.ts'
import type { TagContext } from './tag-item.ts'
import { scanTemplateTags } from './template-tag.ts'

const longestCode = 65_536

/**
 * What a pasted address or embed code shows. Never asks the network.
 *
 * Order: dangerous schemes (before any `<` is looked for), template tags and shortcodes, pasted HTML, addresses. What
 * is written from the answer is built anew, so nothing else of the pasted code survives.
 */
export function recogniseEmbed(input: string, context: TagContext = {}): Embed | Refusal {
  const text = trimInvisible(input)
  if (text === '') return refuse('empty')
  if (text.length > longestCode) return refuse('too-long')
  if (refusedScheme(text)) return refuse('scheme')
  const tag = recogniseTemplate(text, context)
  if (tag) return tag
  const autolink = /^<([a-z][a-z0-9+.-]*:[^<>\s]*)>$/i.exec(text)
  if (autolink) return recogniseAddress(autolink[1]!)
  if (!text.includes('<')) return recogniseAddress(markdownTarget(text) ?? text)
  return recogniseHtml(scanHtml(text))
}

function recogniseTemplate(text: string, context: TagContext): Embed | undefined {
  if (!/^(?:\{%|\{\{[<%]|\[)/.test(text)) return undefined
  const tag = scanTemplateTags(text)[0]
  return tag?.span.from === 0 ? recogniseTag(tag, context)?.embed : undefined
}

/** The address of `[words](address)` and of `[![picture](…)](address)`. */
function markdownTarget(text: string): string | undefined {
  return /^\[(?:!\[[^\]]*\]\([^)]*\)|[^\]]*)\]\(\s*<?([^\s()<>]+)>?(?:\s+["'][^"']*["'])?\s*\)$/.exec(
    text,
  )?.[1]
}

/** The best match in a page: rules in their order, places in theirs; without one, why there is none. */
export function recogniseHtml(page: HtmlPage): Embed | Refusal {
  let refusal: Refusal | undefined
  for (const rule of elementRules) {
    for (let index = 0; index < page.tags.length; index++) {
      const outcome = rule.match(page, index)?.outcome
      if (!outcome) continue
      if (!isRefusal(outcome)) return outcome
      refusal ??= outcome
    }
  }
  return refusal ?? refuse('no-embed')
}

/** The embeds in a page in their order; elements inside a recognised one belong to it. */
export function findElements(
  page: HtmlPage,
): (ElementMatch & { readonly first: number; readonly outcome: Embed })[] {
  const found: (ElementMatch & { readonly first: number; readonly outcome: Embed })[] = []
  for (let index = 0; index < page.tags.length; index++) {
    const match = firstEmbed(page, index)
    if (!match) continue
    found.push({ ...match, first: index })
    index = match.last
  }
  return found
}

function firstEmbed(page: HtmlPage, index: number): (ElementMatch & { readonly outcome: Embed }) | undefined {
  for (const rule of elementRules) {
    const match = rule.match(page, index)
    if (match && !isRefusal(match.outcome)) return { ...match, outcome: match.outcome }
  }
  return undefined
}
