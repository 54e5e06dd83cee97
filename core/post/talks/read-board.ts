import { slugFromTitle } from '../file-name.ts'
import { talkFacts } from './talk-facts.ts'
import { type TalkRow, talkStages } from './talk.ts'

export interface BoardPost {
  readonly path: string
  readonly source: string
}

/** The talk posts of a folder, each with its stage and what it lacks, the newest first. */
export function readBoard(posts: readonly BoardPost[], today: string): TalkRow[] {
  return arrangeBoard(
    posts.flatMap(({ path, source }) => {
      const facts = talkFacts(source, { path, today })
      return facts ? [{ path, ...facts }] : []
    }),
  )
}

/** The same of talk posts whose facts are known already. */
export function arrangeBoard(rows: readonly Row[]): TalkRow[] {
  const byTalk = Map.groupBy(rows, key)
  const byDeck = Map.groupBy(rows, row => row.slides)
  return rows
    .map(row => ({ ...row, outings: outingsOf(row, byTalk, byDeck) }))
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.path.localeCompare(b.path))
}

/** How many talk posts stand at each stage, in the order of a talk's life. */
export function countStages(rows: readonly TalkRow[]): readonly (readonly [TalkRow['stage'], number])[] {
  return talkStages.map(stage => [stage, rows.filter(row => row.stage === stage).length] as const)
}

type Row = Omit<TalkRow, 'outings'>

/** Other posts about the same talk: the same deck, or the same title but for the event. */
function outingsOf(
  row: Row,
  byTalk: ReadonlyMap<string, readonly Row[]>,
  byDeck: ReadonlyMap<string | null, readonly Row[]>,
): string[] {
  const talk = key(row)
  const same = new Set([
    ...(row.slides === null ? [] : (byDeck.get(row.slides) ?? [])),
    ...(talk === '' ? [] : (byTalk.get(talk) ?? [])),
  ])
  return [...same]
    .filter(other => other.path !== row.path)
    .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
    .map(other => other.path)
}

function key({ title, event }: Row): string {
  const talk = title
    .replace(/^(?:video|slides|upcoming talk|recording)\s*:\s*/i, '')
    .replace(event ?? '\0', '')
    .replace(/\b(?:at|@|in)\b|\b(?:19|20)\d\d\b|[!?.]/gi, ' ')
  return slugFromTitle(talk).split('-').length < 2 ? '' : slugFromTitle(talk)
}
