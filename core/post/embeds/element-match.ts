import { type Span } from '../../text/index.ts'
import { type Embed, type Refusal, isRefusal } from './embed.ts'
import { type HtmlPage, type HtmlTag, attribute, closingTag } from './html-scanner.ts'
import { withoutLiquid } from './liquid-address.ts'
import { ratioNumber, ratioOf, writtenRatio } from './ratio.ts'
import { recogniseAddress } from './recognise-address.ts'

/** What an element rule found: an embed or why it is none, and the tags it covers. */
export interface ElementMatch {
  readonly outcome: Embed | Refusal
  /** Index of the last tag that belongs to it. */
  readonly last: number
  /** Where the address or id stands that made it one. */
  readonly place?: Span
}

/** One kind of pasted code. Leaves alone what is not its own by answering undefined. */
export interface ElementRule {
  readonly name: string
  readonly match: (page: HtmlPage, index: number) => ElementMatch | undefined
}

/** The embed with the shape and title its tag gives it. `ratio` becomes a parameter where width and height are written. */
export function shaped(embed: Embed, tag: HtmlTag, wrapper?: HtmlTag): Embed {
  const written = embed.kind === 'iframe' || embed.kind === 'unknown' ? undefined : writtenRatio(tag)
  const ratio = ratioOf(tag, wrapper) ?? ratioNumber(embed.params['ratio'])
  const title = attribute(tag, 'title').trim()
  return {
    ...embed,
    params: written ? { ...embed.params, ratio: written } : embed.params,
    ...(ratio && { ratio }),
    ...(title && title !== 'null' && { title }),
  }
}

/** The embed an attribute's address stands for; undefined where its Liquid could say anything. */
export function addressed(value: string): Embed | Refusal | undefined {
  // Browsers drop line ends and tabs from addresses, and people do break long ones.
  const address = withoutLiquid(value.replace(/[\r\n\t]/g, ''))
  return address === undefined ? undefined : recogniseAddress(address)
}

/** The last link inside an element that a provider recognises as its own. */
export function linkedEmbed(
  page: HtmlPage,
  index: number,
  providerName: string,
): { embed: Embed; place: Span } | undefined {
  const end = closingTag(page, index)
  for (const tag of page.tags.slice(index, end + 1).toReversed()) {
    const href = tag.name === 'a' ? tag.attributes.get('href') : undefined
    const embed = href && recogniseAddress(href.value)
    if (href && embed && !isRefusal(embed) && embed.provider === providerName)
      return { embed, place: href.span }
  }
  return undefined
}

/** The index of the script that follows an element and belongs to it, else the element's own last tag. */
export function withCompanion(page: HtmlPage, last: number, belongs: (address: string) => boolean): number {
  const script = page.tags[last + 1]
  if (script?.name !== 'script' || script.closing) return last
  const between = page.source.slice(page.tags[last]!.span.to, script.span.from)
  if (!/^(?:\s|<\/?p>|<br\s*\/?>)*$/.test(between) || !belongs(attribute(script, 'src'))) return last
  return closingTag(page, last + 1)
}
