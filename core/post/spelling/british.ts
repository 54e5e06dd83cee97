/** Endings that British English spells otherwise than the dictionary does, each with the dictionary's. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/our(?=(?:s|ed|ing|able|ful|less|ite|ites|ist|ists|al|er|ers|hood|y)?$)/, 'or'],
  [/is(?=(?:e|es|ed|er|ers|ing|ation|ations|able)$)/, 'iz'],
  [/ys(?=(?:e|es|ed|er|ers|ing)$)/, 'yz'],
  [/tre(?=s?$)/, 'ter'],
  [/ogue(?=s?$)/, 'og'],
  [/ence(?=s?$)/, 'ense'],
  [/ll(?=(?:ed|ing|er|ers|able)$)/, 'l'],
  [/lfil(?=s?$|ment)/, 'lfill'],
  [/programme(?=s?$)/, 'program'],
  [/^grey/, 'gray'],
  [/^storey/, 'story'],
  [/^(?:un)?learnt$/, 'learned'],
]

/** How American English spells a British word; undefined where no difference is known. */
export function americanSpelling(word: string): string | undefined {
  const lower = word.toLowerCase()
  for (const [british, american] of pairs) {
    const other = lower.replace(british, american)
    if (other !== lower) return other
  }
  return undefined
}
