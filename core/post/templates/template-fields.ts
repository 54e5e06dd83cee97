import type { TextEdit } from '../../text/index.ts'
import type { Field } from '../front-matter/field.ts'
import { readFrontMatter } from '../front-matter/read-front-matter.ts'
import type { StopCounter } from './template-from-post.ts'

const filled: Readonly<Record<string, string>> = {
  title: 'title',
  date: 'date',
  event: 'event',
  conference: 'event',
  place: 'place',
  location: 'place',
}
/** Tell of one post's past or address; a new post has none yet. */
const dropped =
  /^(?:last[-_]?mod\w*|updated?(?:_at)?|modified\w*|permalink|slug|redirect_(?:from|to)|guid|id|wordpress_id|ref|published|draft)$/i
/** Said anew for every talk. */
const asked =
  /^(?:description|excerpt|summary|subtitle|lead|short_?url|slides?\w*|video\w*|youtube|vimeo|speaker_?deck|image|cover|thumbnail|feedback\w*|comments_?url|talk)$/i

/** The fields of a post as a template has them: filled in, asked for, or kept. */
export function fieldEdits(source: string, others: readonly string[], stops: StopCounter): TextEdit[] {
  const elsewhere = others.map(post => readFrontMatter(post).data)
  const isShared = (field: Field): boolean =>
    elsewhere.some(data => JSON.stringify(data[field.name]) === JSON.stringify(field.value))
  return readFrontMatter(source).fields.flatMap(field => {
    const known = filled[field.name]
    if (known !== undefined && field.text !== '')
      return [replaceValue(source, field, `\${${known}}`, known !== 'date')]
    if (dropped.test(field.name) && !isShared(field)) return [{ ...field.span, insert: '' }]
    if (field.kind === 'list' || field.kind === 'boolean' || field.kind === 'empty' || isShared(field))
      return []
    const isForOneTalk =
      asked.test(field.name) || /^https?:/.test(String(field.value)) || field.kind === 'date'
    return isForOneTalk ? [replaceValue(source, field, stops(), true)] : []
  })
}

/** Quotes around the old value stay around the new one. */
function replaceValue(source: string, field: Field, insert: string, keepsQuotes: boolean): TextEdit {
  const from = source.indexOf(field.text, field.span.from + source.slice(field.span.from).indexOf(':') + 1)
  const to = from + field.text.trimEnd().length
  const quote = keepsQuotes && /^(["']).*\1$/s.test(field.text) ? field.text[0]! : ''
  return { from, to, insert: quote + insert + quote }
}
