import type { TextEdit } from '../../text/index.ts'
import { readFrontMatter } from '../front-matter/read-front-matter.ts'
import { removeField, setField } from '../front-matter/set-field.ts'
import { type TalkFields, talkFieldPath } from './talk-fields.ts'

/**
 * Writes a fact of the talk into the front matter, in the field this post uses for it; an empty one goes.
 *
 * @throws LecternError 'front-matter.not-representable'
 */
export function setTalkFact(source: string, fact: keyof TalkFields, value: string): TextEdit[] {
  const path = talkFieldPath(readFrontMatter(source).data, fact)
  if (value.trim() === '') return removeField(source, path)
  const isDay = fact === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)
  return setField(source, path, isDay ? { type: 'date', text: value } : value.trim())
}
