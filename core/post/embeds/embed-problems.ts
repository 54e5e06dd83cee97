import { type TextEdit, escapeAttribute, sliceSpan } from '../../text/index.ts'
import { readAddress } from './address.ts'
import { brokenPlayer } from './broken-players.ts'
import { deadNotice } from './dead-services.ts'
import { isRefusal } from './embed.ts'
import type { FoundEmbed } from './find.ts'
import { decodeEntities } from './html-scanner.ts'
import { itemOf } from './item.ts'
import { providerNamed } from './providers/index.ts'
import { rewriteEmbed } from './rewrite.ts'
import { withSiteHost } from './write.ts'

export type EmbedProblemCode =
  /** The service closed. */
  | 'closed-service'
  /** The player is loaded without encryption, which browsers block on secure pages. */
  | 'http-player'
  /** The markup is for Flash, which no browser shows. */
  | 'flash'
  /** The host of the player is no longer there. */
  | 'moved-host'
  /** The player does not answer to this form of its address. */
  | 'broken-player'
  /** kramdown does not take the tag for one, so readers see its text. */
  | 'shown-as-text'

/** Why readers see nothing where an embed stands, known without asking anyone, and the next step. */
export interface EmbedProblem {
  readonly code: EmbedProblemCode
  readonly message: string
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] }
}

/** Hosts that were given up while their items live on elsewhere. */
const movedHosts =
  /^(?:https?:)?\/\/(?:www\.)?(player\.soundcloud\.com|slid\.es|repl\.it|nbviewer\.ipython\.org|nbviewer\.jupyter\.org|embed\.spotify\.com|play\.spotify\.com)(?=[/:?]|$)/

/**
 * What is known to be dead about an embed as it stands in a post.
 *
 * @param date the post's date, `YYYY-MM-DD`, for a copy in the Wayback Machine
 */
export function embedProblems(source: string, found: FoundEmbed, date?: string): EmbedProblem[] {
  const dead = deadNotice(found.embed, date)
  if (dead) {
    const fix = newAddressFix(found, dead.movedPlayer)
    return [{ code: 'closed-service', message: dead.message, ...(fix ?? linkFix(source, found)) }]
  }
  if (found.form !== 'element' || !found.place) return []
  const problem =
    textProblem(source, found) ??
    flashProblem(source, found) ??
    brokenProblem(source, found) ??
    movedProblem(source, found) ??
    httpProblem(source, found)
  return problem ? [problem] : []
}

/** kramdown, HTML_TAG_RE: blanks stand before each attribute; browsers forgive it, kramdown prints the tag. */
function textProblem(source: string, { span }: FoundEmbed): EmbedProblem | undefined {
  const touching =
    /^<[\w-]+(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*?\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*')(?=[\w:-]+\s*=)/
  const before = touching.exec(source.slice(span.from, Math.min(span.to, span.from + longestTag)))?.[0]
  if (before === undefined) return undefined
  const at = span.from + before.length
  return {
    code: 'shown-as-text',
    message: 'Readers see the text of this tag, because no blank stands between two of its attributes.',
    fix: { title: 'Put a blank there', edits: [{ from: at, to: at, insert: ' ' }] },
  }
}

const longestTag = 2000

function brokenProblem(source: string, found: FoundEmbed): EmbedProblem | undefined {
  if (!/^<iframe\b/i.test(sliceSpan(source, found.span))) return undefined
  const address = readAddress(decodeEntities(sliceSpan(source, found.place!)))
  const message = isRefusal(address) ? undefined : brokenPlayer(found.embed, address)
  if (message === undefined) return undefined
  const known = itemOf(found.embed)
  const player = known && (known.provider.plainPlayer ?? known.provider.player)?.(known.item)
  return {
    code: 'broken-player',
    message,
    ...(newAddressFix(found, player && withSiteHost(player, undefined)) ?? linkFix(source, found)),
  }
}

/** The frame stays as it is and loads another address. */
function newAddressFix(
  found: FoundEmbed,
  address: string | undefined,
): Pick<EmbedProblem, 'fix'> | undefined {
  if (!address || !found.place || found.form !== 'element') return undefined
  const insert = address.includes('{{') ? address.replaceAll('&', '&amp;') : escapeAttribute(address)
  return { fix: { title: 'Use the player’s address', edits: [{ ...found.place, insert }] } }
}

function flashProblem(source: string, found: FoundEmbed): EmbedProblem | undefined {
  const markup = sliceSpan(source, found.span)
  const { provider, kind } = found.embed
  const isPlugin =
    /<(?:object|embed)\b/i.test(markup) && !/<iframe\b|type\s*=\s*["']?text\/html/i.test(markup)
  if (!isPlugin || provider === 'pdf' || provider === 'file') return undefined
  const flash = 'This is markup for Flash, which no browser shows any more.'
  if (kind === 'iframe')
    return {
      code: 'flash',
      message: `${flash} Replace it with another copy, or make it a link.`,
      ...linkFix(source, found),
    }
  return {
    code: 'flash',
    message: `${flash} The item itself still plays in a frame.`,
    ...frameFix(source, found),
  }
}

function movedProblem(source: string, found: FoundEmbed): EmbedProblem | undefined {
  const host = movedHosts.exec(sliceSpan(source, found.place!).trim())?.[1]
  if (!host) return undefined
  return {
    code: 'moved-host',
    message: `${host} is no longer there; the item lives on at another address.`,
    ...frameFix(source, found),
  }
}

function httpProblem(source: string, { embed, place }: FoundEmbed): EmbedProblem | undefined {
  const written = sliceSpan(source, place!)
  const at = /^\s*http:\/\//i.exec(written)
  const framed = embed.kind === 'iframe' || providerNamed(embed.provider) !== undefined
  if (!at || !framed || embed.provider === 'file' || embed.provider === 'pdf') return undefined
  const end = place!.from + at[0].indexOf('http:') + 'http'.length
  return {
    code: 'http-player',
    message: 'Browsers block this player on a secure page, because its address begins with http.',
    fix: { title: 'Use https', edits: [{ from: end, to: end, insert: 's' }] },
  }
}

function frameFix(source: string, found: FoundEmbed): Pick<EmbedProblem, 'fix'> {
  if (!itemOf(found.embed)) return {}
  return { fix: { title: 'Write it as a frame', edits: rewriteEmbed(source, found, 'iframe') } }
}

function linkFix(source: string, found: FoundEmbed): Pick<EmbedProblem, 'fix'> {
  if (found.form !== 'element' || !found.embed.pageUrl) return {}
  return { fix: { title: 'Make it a link', edits: rewriteEmbed(source, found, 'link') } }
}
