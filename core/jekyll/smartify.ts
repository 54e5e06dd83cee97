import { type HtmlOptions, convert } from '../kramdown/index.ts'

/** Characters only Markdown reads, each hidden behind one of the private use area while quotes are set. */
const markdownOnly = '\\`*_[]{}|^~$='
const hidden = new Map(
  [...markdownOnly].map((character, index) => [character, String.fromCodePoint(0xe0_00 + index)]),
)
const shown = new Map([...hidden].map(([character, code]) => [code, character]))
/** Keeps a line from being read as a block. */
const guard = '\uE0FF'

/**
 * Straight quotes, dashes and dots as typographic ones, HTML left alone and nothing else of Markdown read
 * (jekyll/converters/smartypants.rb).
 */
export function smartify(text: string, options: HtmlOptions): string {
  const guarded = text
    .replace(/[\\`*_|^~$=]|\](?=[([:])|\{(?=:)/g, character => hidden.get(character)!)
    .replace(/^(?=#|>|[-+] |\d+\.\s|:| {4}|\t|---)/gm, guard)
  const html = convert(guarded, { ...options, input: 'GFM', auto_ids: false }).html
  return html
    .replace(/^<p>([\s\S]*)<\/p>\n$/, '$1')
    .replaceAll(guard, '')
    .replace(/[\uE000-\uE00F]/g, code => shown.get(code) ?? code)
    .replace(/\n$/, '')
}
