import { escapeAttribute } from '../../text/index.ts'
import type { Span } from '../../text/index.ts'
import { type PictureAddress, writePictureAddress } from './picture-address.ts'

/** Text, or a gap for what is said of each picture; a `quoted-address` brings the quotes that suit it. */
export type PicturePart = string | { readonly slot: 'address' | 'quoted-address' | 'alt' | 'caption' }

/** One way in which an author writes a picture. */
export interface PictureForm extends Pick<PictureAddress, 'before' | 'after'> {
  readonly parts: readonly PicturePart[]
}

export interface WrittenForm {
  readonly markup: string
  /** Where its words belong, in their order. */
  readonly words: readonly Span[]
  /** The one that stands in for the picture. */
  readonly alt: Span | undefined
}

export const markdownParts: readonly PicturePart[] = ['![', { slot: 'alt' }, '](', { slot: 'address' }, ')']

/**
 * The markup of one picture.
 *
 * @param path of the file, from the site's root
 */
export function writePicture(form: PictureForm, path: string, alt: string): WrittenForm {
  const address = writePictureAddress(form, path)
  const words: Span[] = []
  let altSpan: Span | undefined
  let markup = ''
  for (const part of form.parts) {
    if (typeof part === 'string') markup += part
    else if (part.slot === 'address') markup += address
    else if (part.slot === 'quoted-address') markup += quoted(address)
    else {
      const text = part.slot === 'alt' ? escaped(form, alt) : ''
      const span = { from: markup.length, to: markup.length + text.length }
      words.push(span)
      if (part.slot === 'alt') altSpan = span
      markup += text
    }
  }
  return { markup, words, alt: altSpan }
}

/** What a menu calls it, by what sets it apart: `Picture`, `Float right`, `figure`, `image.html`. */
export function nameOfForm({ parts }: Pick<PictureForm, 'parts'>): string {
  const text = parts.map(part => (typeof part === 'string' ? part : '')).join('')
  const include = /^\{% include (?:.*\/)?(\S+)/.exec(text)?.[1]
  if (include !== undefined) return nameOfInclude(include, parts)
  const float = /float\s*:\s*(left|right)/.exec(text)?.[1]
  if (float !== undefined) return `Float ${float}`
  if (/<figure/i.test(text)) return 'Figure'
  const named = /class=["']([^"']+)|\{:[^}]*?\.([\w-]+)/.exec(text)
  const names = (named?.[1] ?? named?.[2] ?? '').trim()
  if (names !== '') return `Picture, ${names}`
  if (/align\s*[=:]\s*["']?center|<center|margin:\s*(?:0\s+)?auto/i.test(text)) return 'Picture, centred'
  if (/style=|align=|\{:/.test(text)) return 'Picture, styled'
  if (text.startsWith('[')) return 'Picture that opens'
  return text.startsWith('<') ? 'Picture in HTML' : 'Picture'
}

function nameOfInclude(include: string, parts: readonly PicturePart[]): string {
  const name = include.replace(/\.html?$/, '').replaceAll(/[-_]+/g, ' ')
  const hasCaption = parts.some(part => typeof part === 'object' && part.slot === 'caption')
  return hasCaption && !/caption/i.test(name) ? `${name}, with caption` : name
}

function escaped({ parts }: PictureForm, words: string): string {
  const [start] = parts
  if (typeof start === 'string' && /^\[?!\[/.test(start)) return words.replaceAll(/[[\]\\]/g, String.raw`\$&`)
  if (typeof start === 'string' && start.startsWith('{%')) return words.replaceAll('"', '”')
  return escapeAttribute(words)
}

function quoted(address: string): string {
  const quote = address.includes('"') ? "'" : '"'
  return quote + address + quote
}
