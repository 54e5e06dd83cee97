import type { EmbedAnswer, EmbedAnswerState } from '../../core/contract/index.ts'
import {
  type Embed,
  type EmbedFacts,
  embedCard,
  isPending,
  isRefusal,
  oembedAddress,
  readOembed,
  readPage,
  recogniseEmbed,
  withPlayer,
} from '../../core/post/index.ts'
import type { Network } from './checked-request.ts'
import { type RequestOutcome, type RequestProblem, type Wanted, ask } from './embed-lookup-request.ts'
import { type EmbedRecord, type EmbedStore, embedKey } from './embed-store.ts'
import { createQueue } from './one-at-a-time.ts'

export interface EmbedLookup {
  /** Asks the service about an embed, unless a fresh answer is kept. Only ever called because the writer asked. */
  readonly lookup: (address: string) => Promise<EmbedAnswer>
  /** What is kept about an embed. Asks nobody. */
  readonly stored: (address: string) => Promise<EmbedAnswer>
}

export interface EmbedLookupOptions {
  readonly network: Network
  readonly store: EmbedStore
  readonly now: () => number
}

const hourMs = 3_600_000
const shortestKeptMs = hourMs
const longestKeptMs = 30 * 24 * hourMs
const usuallyKeptMs = 7 * 24 * hourMs
const afterErrorMs = 600_000
const mostAtOnce = 2

/** Looks embeds up under the limits of embed-lookup-request: two at a time, one for each host. */
export function createEmbedLookup({ network, store, now }: EmbedLookupOptions): EmbedLookup {
  const limited = limitedAsking(network)
  const failedUntil = new Map<string, EmbedAnswer & { readonly until: number }>()

  async function lookup(address: string): Promise<EmbedAnswer> {
    const embed = recogniseEmbed(address)
    if (isRefusal(embed)) return { address, state: 'blocked', message: embed.message }
    if (!canBeAsked(embed)) return { address, state: 'ready', embed, message: '' }
    const key = embedKey(embed)
    const record = await store.read(key)
    if (record && Date.parse(record.expiresAt) > now()) return fromRecord(address, embed, record, 'cached')
    const failed = failedUntil.get(key)
    if (failed && failed.until > now()) return { ...failed }
    const found = await askAbout(limited, embed)
    if (found.ok) {
      failedUntil.delete(key)
      return keep(address, key, found)
    }
    const answer = await failure(address, embed, key, found.outcome, record)
    // Without a network nobody was bothered: it may be back any moment.
    if (found.outcome.problem !== 'unreachable')
      failedUntil.set(key, { ...answer, until: now() + afterErrorMs })
    return answer
  }

  async function keep(address: string, key: string, found: Found): Promise<EmbedAnswer> {
    const { embed, author } = found.facts
    const pictureUrl = found.facts.pictureUrl ?? embedCard(embed).posterUrl
    const poster = pictureUrl === undefined ? undefined : await fetchPoster(pictureUrl)
    const record: EmbedRecord = {
      v: 1,
      embed,
      ...(author !== undefined && { author }),
      ...(poster !== undefined && { poster }),
      status: 'ok',
      fetchedAt: new Date(now()).toISOString(),
      expiresAt: new Date(now() + found.keptMs).toISOString(),
    }
    // What was asked by its page is found again by its player, too, which is what stands in the post from then on.
    for (const name of new Set([key, embedKey(embed)])) await store.write(name, record)
    return fromRecord(address, embed, record, isPending(embed) ? 'pending' : 'cached')
  }

  /** A card without its picture is still a card. */
  async function fetchPoster(address: string): Promise<string | undefined> {
    const picture = await limited(address, { accept: 'image' })
    if (!picture.ok) return undefined
    const hash = await store.keepPoster(picture.body)
    // Only here the store grows. That it is a little too large harms nobody until the next picture comes.
    if (hash !== undefined) await store.prune(new Set([hash])).catch(() => undefined)
    return hash
  }

  async function failure(
    address: string,
    embed: Embed,
    key: string,
    outcome: Failed,
    record: EmbedRecord | undefined,
  ): Promise<EmbedAnswer> {
    const state = stateOf(outcome)
    const facts = {
      address,
      embed,
      message: sentenceFor(outcome),
      ...(outcome.status !== undefined && { httpStatus: outcome.status }),
    }
    if (state === 'private' || state === 'gone') {
      const fetchedAt = new Date(now()).toISOString()
      await store.write(key, {
        v: 1,
        embed: record?.embed ?? embed,
        status: state,
        fetchedAt,
        expiresAt: new Date(now() + hourMs).toISOString(),
      })
      return { ...facts, state }
    }
    const retryMs = outcome.retryAfterSeconds === undefined ? afterErrorMs : outcome.retryAfterSeconds * 1000
    const retry = state === 'blocked' ? {} : { retryAt: new Date(now() + retryMs).toISOString() }
    if (record)
      return {
        ...fromRecord(address, embed, record, 'stale'),
        ...facts,
        embed: record.embed,
        state: 'stale',
        ...retry,
      }
    return { ...facts, state, ...retry }
  }

  return {
    lookup,
    stored: async address => {
      const embed = recogniseEmbed(address)
      if (isRefusal(embed)) return { address, state: 'blocked', message: embed.message }
      const record = await store.read(embedKey(embed))
      if (!record) return { address, embed, state: isPending(embed) ? 'pending' : 'ready', message: '' }
      return fromRecord(address, embed, record, Date.parse(record.expiresAt) > now() ? 'cached' : 'stale')
    },
  }
}

type Failed =
  | Extract<RequestOutcome, { ok: false }>
  | { readonly problem: 'broken-answer'; readonly status?: number; readonly retryAfterSeconds?: number }

interface Found {
  readonly ok: true
  readonly facts: EmbedFacts
  readonly keptMs: number
}

type Asking = (address: string, wanted: Wanted) => Promise<RequestOutcome>

/** The site's own files and closed services have nobody to ask. */
function canBeAsked(embed: Embed): boolean {
  const local = embed.params['local'] === true
  return (
    !local &&
    embed.kind !== 'dead' &&
    embed.kind !== 'unknown' &&
    embed.provider !== 'file' &&
    embed.provider !== 'pdf' &&
    embed.pageUrl !== undefined
  )
}

/** The service's own oEmbed first, then the page's head and the oEmbed address it names. */
async function askAbout(
  asking: Asking,
  embed: Embed,
): Promise<Found | { readonly ok: false; readonly outcome: Failed }> {
  const endpoint = oembedAddress(embed)
  if (endpoint !== undefined) return askOembed(asking, endpoint, embed)
  const page = await asking(embed.pageUrl!, { accept: 'html' })
  if (!page.ok) return { ok: false, outcome: page }
  const landed = recogniseEmbed(page.url)
  // A short address led somewhere: that is the item.
  const reached =
    !isRefusal(landed) && landed.provider !== 'generic' && landed.provider === embed.provider ? landed : embed
  const facts = readPage(page.body.toString('utf8'), page.url)
  if (facts.oembedUrl !== undefined) {
    const told = await askOembed(asking, facts.oembedUrl, reached)
    if (told.ok) return told
  }
  const title = facts.title ?? reached.title
  const named = { ...withPlayer(reached, facts.player), ...(title !== undefined && { title }) }
  const { pictureUrl } = facts
  return {
    ok: true,
    facts: { embed: named, ...(pictureUrl !== undefined && { pictureUrl }) },
    keptMs: usuallyKeptMs,
  }
}

async function askOembed(
  asking: Asking,
  endpoint: string,
  embed: Embed,
): Promise<Found | { readonly ok: false; readonly outcome: Failed }> {
  const outcome = await asking(endpoint, { accept: 'json' })
  if (!outcome.ok) return { ok: false, outcome }
  const answer = parseJson(outcome.body.toString('utf8'))
  const facts = readOembed(answer, embed)
  return facts
    ? { ok: true, facts, keptMs: keptMs(answer) }
    : { ok: false, outcome: { problem: 'broken-answer' } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // Not JSON: readOembed says no to undefined.
    return undefined
  }
}

/** `cache_age` in seconds, between an hour and thirty days. */
function keptMs(answer: unknown): number {
  const age = Number((answer as Readonly<Record<string, unknown>>)['cache_age'] ?? Number.NaN) * 1000
  return Number.isFinite(age) ? Math.min(Math.max(age, shortestKeptMs), longestKeptMs) : usuallyKeptMs
}

function fromRecord(
  address: string,
  asked: Embed,
  record: EmbedRecord,
  fresh: EmbedAnswerState,
): EmbedAnswer {
  const state = record.status === 'ok' ? fresh : record.status
  const { start, slide } = asked.params
  const params = {
    ...record.embed.params,
    ...(start !== undefined && { start }),
    ...(slide !== undefined && { slide }),
  }
  return {
    address,
    state,
    embed: start === undefined && slide === undefined ? record.embed : respelled(record.embed, params),
    ...(record.author !== undefined && { author: record.author }),
    ...(record.poster !== undefined && { poster: record.poster }),
    fetchedAt: record.fetchedAt,
    message: state === 'private' || state === 'gone' ? sentences[state] : '',
  }
}

/** A kept embed with the start the address asked for; its player's address is derived anew. */
function respelled(embed: Embed, params: Embed['params']): Embed {
  const again = embed.embedSrc === undefined ? undefined : recogniseEmbed(embed.embedSrc)
  if (!again || isRefusal(again) || again.provider !== embed.provider) return { ...embed, params }
  return { ...embed, params, embedSrc: embed.embedSrc! }
}

function stateOf({ problem, status }: Failed): EmbedAnswerState {
  if (status === 401 || status === 403) return 'private'
  if (status === 404 || status === 410) return 'gone'
  return problem === 'forbidden-address' || problem === 'too-large' ? 'blocked' : 'pending'
}

const sentences: Readonly<Record<RequestProblem | 'broken-answer' | 'private' | 'gone' | 'busy', string>> = {
  private: 'The service shows this to some people only.',
  gone: 'The service does not have this any more.',
  busy: 'The service asks to be left alone for a while.',
  'forbidden-address': 'The answer leads into your own computer or network, so Lectern did not follow it.',
  'too-many-redirects': 'The service sends from one address to the next without end.',
  'too-large': 'The answer is larger than Lectern takes.',
  'wrong-type': 'The service answered with something other than what was asked for.',
  'broken-answer': 'The service’s answer cannot be read.',
  timeout: 'The service did not answer in time.',
  unreachable: 'The service cannot be reached.',
  'http-error': 'The service answered with an error.',
}

function sentenceFor(outcome: Failed): string {
  const state = stateOf(outcome)
  if (state === 'private' || state === 'gone') return sentences[state]
  return outcome.status === 429 ? sentences.busy : sentences[outcome.problem]
}

/** At most two requests at once, and one for each host. */
function limitedAsking(network: Network): Asking {
  const lanes = Array.from({ length: mostAtOnce }, (_, index) => `lane ${index}`)
  const inTurn = createQueue()
  let asked = 0
  return (address, wanted) => {
    const host = URL.canParse(address) ? new URL(address).host : ''
    const lane = lanes[asked++ % lanes.length]!
    return inTurn([lane, `host ${host}`], () => ask(network, address, wanted))
  }
}
