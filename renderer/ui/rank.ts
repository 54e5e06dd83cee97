/**
 * How well typed letters fit a text: undefined when one is missing, otherwise higher is better.
 *
 * Words that stand in the text as typed come before letters scattered over it; all of them in one piece before words
 * apart; a beginning of a word before its middle. Case and accents do not matter.
 */
export function rank(typed: string, text: string): number | undefined {
  const wanted = plain(typed)
  const there = plain(text)
  if (wanted === '') return 0
  const words = wanted.split(/\s+/).filter(Boolean)
  const places = words.map(word => placeOf(word, there))
  if (places.every(place => place !== undefined)) {
    const starts = places.filter(place => beginsWord(there, place!)).length
    const inOnePiece = there.includes(wanted.trim()) ? 50 : 0
    return 1000 + starts * 100 + inOnePiece - Math.min(places[0]!, 49)
  }
  return scattered(wanted.replaceAll(' ', ''), there)
}

/** Without case and accents, one UTF-16 unit for each of before where that matters to nobody. */
export function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/^[\x00-\x7F]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}

function placeOf(word: string, text: string): number | undefined {
  const first = text.indexOf(word)
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) {
    if (beginsWord(text, at)) return at
  }
  return first < 0 ? undefined : first
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)
}

/** Letters in their order with gaps between: fewer gaps are better. */
function scattered(letters: string, text: string): number | undefined {
  let at = -1
  let gaps = 0
  for (const letter of letters) {
    const next = text.indexOf(letter, at + 1)
    if (next < 0) return undefined
    if (at >= 0 && next > at + 1) gaps++
    at = next
  }
  // Letters strewn over a whole title are no match that anybody meant.
  return gaps * 2 > letters.length ? undefined : 500 - gaps * 20
}
