/**
 * The texts of the rig. Each word the writer types is `wN`, each line another program adds is `outside N`, every number
 * once, so that what a text holds shows what was lost and what was overwritten.
 */

export function startingText(post: number): string {
  return `---\ntitle: Post ${post}\n---\n\n## Added by others\n\n## Written here\n\n`
}

export function typedWords(text: string): ReadonlySet<number> {
  return numbers(text, /\bw(\d+)\b/g)
}

export function outsideLines(text: string): ReadonlySet<number> {
  return numbers(text, /^outside (\d+)$/gm)
}

/** Another program's edit: one line more under its heading, everything else as it was. */
export function withOutsideLine(text: string, number: number): string {
  return text.replace('## Added by others\n', `## Added by others\noutside ${number}\n`)
}

export function isSubset(part: ReadonlySet<number>, whole: ReadonlySet<number>): boolean {
  return [...part].every(number => whole.has(number))
}

function numbers(text: string, pattern: RegExp): ReadonlySet<number> {
  return new Set([...text.matchAll(pattern)].map(match => Number(match[1])))
}
