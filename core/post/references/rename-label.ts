import { LecternError } from '../../errors.ts'
import { normaliseLinkId } from '../../kramdown/index.ts'
import { type TextEdit, applyEdits } from '../../text/index.ts'
import { isLabel } from './label.ts'
import { plainHouse } from './link-house.ts'
import { type LinkUse, readLinks } from './link-model.ts'
import { pageOf } from './same-page.ts'
import { tailFor } from './to-reference.ts'

/**
 * Gives a label another name, in its definitions and in every link that uses it. The words of links stay: those whose
 * words were their label get one in brackets.
 *
 * @throws LecternError 'links.no-such-label', 'links.bad-label', 'links.label-taken' or 'links.captures-text'
 */
export function renameLabel(source: string, from: string, to: string): TextEdit[] {
  const links = readLinks(source)
  const id = normaliseLinkId(from)
  const definitions = links.definitions.filter(definition => definition.id === id)
  if (definitions.length === 0) throw new LecternError('links.no-such-label', [from])
  if (!isLabel(to)) throw new LecternError('links.bad-label', [to])
  if (normaliseLinkId(to) !== id && links.find(to)) throw new LecternError('links.label-taken', [to])
  const edits = [
    ...definitions.map(({ labelSpan }) => ({ ...labelSpan, insert: to })),
    ...links.uses
      .filter(use => use.definition?.id === id)
      .flatMap(use => editsOfUse(source, use, to, normaliseLinkId(to) === id)),
  ]
  if (pageOf(applyEdits(source, edits)) !== pageOf(source))
    throw new LecternError('links.captures-text', [to])
  return edits
}

function editsOfUse(source: string, use: LinkUse, label: string, isSameId: boolean): TextEdit[] {
  if (use.style === 'full') return [{ ...use.labelSpan!, insert: label }]
  if (isSameId) return []
  const insert = tailFor(source, use, label, { ...plainHouse, sameWords: use.style as 'collapsed' })
  return [{ ...use.tailSpan, insert }]
}
