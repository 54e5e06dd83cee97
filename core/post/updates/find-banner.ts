import { languages } from './languages.ts'
import type { ProseLine } from './prose.ts'
import type { Banner } from './update.ts'
import { type WrittenDate, findDates } from './written-date.ts'

/** How many paragraphs from the top a banner is looked for in. */
const paragraphsLookedAt = 3

const markerWord = new RegExp(
  `(?<![\\p{L}])(?:${languages.flatMap(words => words.markers).join('|')})(?![\\p{L}])`,
  'giu',
)
/** Words a banner is made of besides its dates; any other word makes it an update that speaks for itself. */
const dateWords = wordsPattern([
  'on|in|at|last|this|post|page|article|was|has been|and|et|und|y|e|og|och|ja|le|den|am',
])
const pointerWords = wordsPattern([
  ...languages.map(words => words.seeBelow.replaceAll('.', '\\.')),
  'see|below|bottom|end of|end|the|of|latest|here|for|with|to|details|more|section|new|video|added|note|please|jump|scroll',
  'down|read|also|is|are|there|now|talk|la|du|de',
])

function wordsPattern(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'giu')
}

/**
 * The banner of a post.
 *
 * @param hasUpdates whether markers were found at all: a line that only names a day points to something then
 */
export function findBanner(
  lines: readonly ProseLine[],
  postDate: string | undefined,
  hasUpdates: boolean,
): Banner | undefined {
  for (const paragraph of firstParagraphs(lines)) {
    const found = readBanner(paragraph, postDate, hasUpdates)
    if (found) return found
  }
  return undefined
}

function* firstParagraphs(lines: readonly ProseLine[]): Generator<readonly ProseLine[]> {
  let paragraph: ProseLine[] = []
  let given = 0
  for (const line of lines) {
    // A line of Liquid alone prints nothing of its own, so what stands below it begins anew.
    if (!line.isBlank && !/^\s*\{%.*%\}\s*$/.test(line.text)) paragraph.push(line)
    else if (paragraph.length > 0) {
      yield paragraph
      paragraph = []
      if (++given === paragraphsLookedAt) return
    }
  }
  if (paragraph.length > 0) yield paragraph
}

function readBanner(
  paragraph: readonly ProseLine[],
  postDate: string | undefined,
  hasUpdates: boolean,
): Banner | undefined {
  const first = paragraph[0]!
  const text = paragraph.map(line => line.text).join('\n')
  if (text.length > 300 || /^\s*(?:#|<h\d)/i.test(text)) return undefined
  if (!text.match(markerWord)) return undefined
  const written = findDates(withoutTargets(text), postDate)
  const link = /\]\(#([^)\s]+)\)|href=["']#([^"']+)["']/.exec(text)
  const points = link !== null || isPointer(text)
  if (written.length === 0 && !points) return undefined
  if (
    !points &&
    !hasUpdates &&
    !/updated|edited|mis|aktualisiert|actualizado|atualizado|aggiornato/i.test(text)
  )
    return undefined
  if (otherWords(text, written, points) !== '') return undefined
  const id = link?.[1] ?? link?.[2]
  const at = link && id !== undefined ? first.from + link.index + link[0].indexOf(`#${id}`) + 1 : 0
  return {
    text: text.trim(),
    line: first.line,
    dates: written.map(date => date.date),
    span: { from: first.from, to: first.from + text.length },
    written: written.map(date => ({ ...date, from: first.from + date.from, to: first.from + date.to })),
    anchor: id === undefined ? undefined : { id, span: { from: at, to: at + id.length } },
  }
}

function isPointer(text: string): boolean {
  return (
    languages.some(words => text.toLowerCase().includes(words.seeBelow)) ||
    /\bbelow\b|\bbottom\b|\bat the end\b|\bsee\b.{0,20}\bend\b/i.test(text)
  )
}

/** The text with the targets of its links blanked: an anchor such as `#update--14-july` is no date. */
function withoutTargets(text: string): string {
  return text.replace(/\]\([^)]*\)|<[^>]*>/g, target => ' '.repeat(target.length))
}

function otherWords(text: string, written: readonly WrittenDate[], points: boolean): string {
  let rest = text
  for (const date of written)
    rest = rest.slice(0, date.from) + ' '.repeat(date.to - date.from) + rest.slice(date.to)
  return rest
    .replace(/\]\([^)]*\)|<[^>]*>|\{:[^}]*\}/g, ' ')
    .replace(markerWord, ' ')
    .replace(dateWords, ' ')
    .replace(points ? pointerWords : /$^/, ' ')
    .replace(/[^\p{L}]/gu, '')
}
