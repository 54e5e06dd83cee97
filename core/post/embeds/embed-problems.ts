import { type TextEdit, sliceSpan } from '../../text/index.ts'
import { deadNotice } from './dead-services.ts'
import type { FoundEmbed } from './find.ts'
import { itemOf } from './item.ts'
import { providerNamed } from './providers/index.ts'
import { rewriteEmbed } from './rewrite.ts'

export type EmbedProblemCode =
  /** The service closed. */
  | 'closed-service'
  /** The player is loaded without encryption, which browsers block on secure pages. */
  | 'http-player'
  /** The markup is for Flash, which no browser shows. */
  | 'flash'
  /** The host of the player is no longer there. */
  | 'moved-host'

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
  if (dead) return [{ code: 'closed-service', message: dead.message, ...linkFix(source, found) }]
  if (found.form !== 'element' || !found.place) return []
  return [flashProblem(source, found), movedProblem(source, found) ?? httpProblem(source, found)].filter(
    problem => problem !== undefined,
  )
}

function flashProblem(source: string, found: FoundEmbed): EmbedProblem | undefined {
  const markup = sliceSpan(source, found.span)
  if (!/<(?:object|embed)\b/i.test(markup) || /<iframe\b/i.test(markup) || found.embed.provider === 'pdf')
    return undefined
  return {
    code: 'flash',
    message:
      'This is markup for Flash, which no browser shows any more. The item itself still plays in a frame.',
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
