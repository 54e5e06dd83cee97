import { proseLines } from './prose.ts'

/**
 * The anchor of each heading, by the offset of its line.
 *
 * kramdown-parser-gfm, `generate_gfm_header_id`: lower case, only letters, digits, `_`, `-` and spaces stay, spaces
 * become `-`, and what was there before gets `-1`, `-2`.
 */
export function headingIds(source: string): ReadonlyMap<number, string> {
  const ids = new Map<number, string>()
  const used = new Map<string, number>()
  for (const { from, text } of proseLines(source)) {
    const match = /^ {0,3}#{1,6}[ \t]*(\S.*?)(?:[ \t]+#+)?[ \t]*$/.exec(text)
    if (!match?.[1]) continue
    const given = /\{(?::[^}]*)?#([\w:.-]+)[^}]*\}\s*$/.exec(match[1])?.[1]
    const id = given ?? unused(plainId(match[1]), used)
    if (id !== '') ids.set(from, id)
  }
  return ids
}

function plainId(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-')
}

function unused(id: string, used: Map<string, number>): string {
  const count = used.get(id)
  used.set(id, (count ?? (id === '' ? 0 : -1)) + 1)
  const number = used.get(id)!
  return number === 0 ? id : `${id}-${number}`
}
