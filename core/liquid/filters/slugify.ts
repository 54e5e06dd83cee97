import { rubyString } from '../../ruby/index.ts'

export interface SlugOptions {
  readonly mode?: string | undefined
  /** Keeps capitals. */
  readonly cased?: boolean
}

/** What becomes a hyphen in each mode (jekyll/utils.rb, SLUGIFY_*_REGEXP). */
const replaced: Readonly<Record<string, RegExp>> = {
  raw: /[ \t\r\n\f\v]+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^\p{M}\p{L}\p{Nd}]+/gu,
}

/** Text as part of a URL (Jekyll docs, “Liquid Filters”, slugify). An unknown mode, such as `none`, only lowers it. */
export function slugify(text: string, { mode = 'default', cased = false }: SlugOptions = {}): string {
  const pattern = Object.hasOwn(replaced, mode) ? replaced[mode] : undefined
  if (!pattern) return cased ? text : rubyString.downcase(text)
  const latin = mode === 'latin' ? transliterate(text) : text
  const slug = latin.replace(pattern, '-').replace(/^-|-$/gm, '')
  return cased ? slug : rubyString.downcase(slug)
}

/** Letters the I18n library spells out that do not come apart into a base letter and a mark. */
const spelled: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Ð: 'D',
  '×': 'x',
  Ø: 'O',
  Þ: 'Th',
  ß: 'ss',
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  Ĳ: 'IJ',
  ĳ: 'ij',
  ĸ: 'k',
  Ŀ: 'L',
  ŀ: 'l',
  Ł: 'L',
  ł: 'l',
  ŉ: "'n",
  Ŋ: 'NG',
  ŋ: 'ng',
  Œ: 'OE',
  œ: 'oe',
  Ŧ: 'T',
  ŧ: 't',
}

/** `I18n.transliterate`: Latin letters up to U+017E lose their marks; other letters become `?`. */
function transliterate(text: string): string {
  return text.normalize('NFC').replace(/[^\0-\u007F]/gu, character => {
    const known = spelled[character]
    if (known !== undefined) return known
    if (character < '\u00C0' || character > '\u017E') return '?'
    const base = character.normalize('NFD')[0]!
    return /[A-Za-z]/.test(base) ? base : '?'
  })
}
