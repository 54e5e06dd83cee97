import { normaliseLinkId } from '../../kramdown/index.ts'
import type { Definition } from '../references/index.ts'
import type { KnownLink } from './link-library.ts'

/** A label to choose, and what choosing it brings along. */
export interface LabelChoice {
  readonly label: string
  readonly url: string
  /** Defined in this post; otherwise the definition has to be added. */
  readonly isHere: boolean
  /** In how many posts it stands for this address. */
  readonly posts: number
}

/** All labels ready to be looked through at every key. */
export type LabelIndex = readonly IndexedLabel[]

interface IndexedLabel {
  readonly id: string
  readonly address: string
  readonly choice: LabelChoice
}

/** Of a label with several addresses, the one used most is meant. @param known the most used first */
export function indexLabels(known: readonly KnownLink[]): LabelIndex {
  const labels = new Map<string, IndexedLabel>()
  for (const { label, url, posts } of known) {
    if (label === undefined) continue
    const id = normaliseLinkId(label)
    if (!labels.has(id))
      labels.set(id, { id, address: url.toLowerCase(), choice: { label, url, isHere: false, posts } })
  }
  return [...labels.values()]
}

/** Shorter text stands in too many addresses to mean one. */
const shortestInAddress = 3

/**
 * Labels for what is typed: those that begin like it before those that only hold it, and of each those of this post
 * first, then those of all posts as often as they are used.
 */
export function completeLabels(
  typed: string,
  here: readonly Definition[],
  index: LabelIndex,
  limit = 50,
): LabelChoice[] {
  const wanted = normaliseLinkId(typed.trim())
  const own = here
    .filter(definition => !definition.overruled)
    .map(({ id, label, url }) => ({
      id,
      address: url.toLowerCase(),
      choice: { label, url, isHere: true, posts: 1 },
    }))
  const taken = new Set(here.map(definition => definition.id))
  const inPost = ranked(wanted, own, limit, new Set())
  const inAll = ranked(wanted, index, limit, taken)
  return [...inPost.beginning, ...inAll.beginning, ...inPost.holding, ...inAll.holding].slice(0, limit)
}

interface Ranked {
  readonly beginning: readonly LabelChoice[]
  readonly holding: readonly LabelChoice[]
}

function ranked(wanted: string, labels: LabelIndex, limit: number, taken: ReadonlySet<string>): Ranked {
  const beginning: LabelChoice[] = []
  const holding: LabelChoice[] = []
  for (const { id, address, choice } of labels) {
    const at = id.indexOf(wanted)
    const isInAddress = at < 0 && wanted.length >= shortestInAddress && address.includes(wanted)
    const list = at === 0 ? beginning : holding
    if ((at < 0 && !isInAddress) || list.length >= limit || taken.has(id)) continue
    list.push(choice)
    if (beginning.length >= limit) break
  }
  return { beginning, holding }
}
