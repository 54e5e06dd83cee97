import type { Replacement } from '../../core/contract/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { tellWritten } from '../beside/open-desks.ts'
import { countSentence } from './chosen-replacements.ts'

/** Replaces in many posts at once; the message that tells of it takes all of it back. */
export async function replaceInPosts(lectern: Lectern, replacements: readonly Replacement[]): Promise<void> {
  const { host, notices } = lectern
  const { replaceId } = await host.replaceInPosts(replacements)
  const paths = replacements.map(({ path }) => path)
  tellWritten(lectern, paths)
  const places = replacements.reduce((sum, { edits }) => sum + edits.length, 0)
  const undo = async (): Promise<void> => {
    const { changedSince } = await host.undoReplace(replaceId)
    tellWritten(lectern, paths)
    if (changedSince.length > 0)
      notices.show({ kind: 'info', text: `Changed since, and left as they are: ${changedSince.join(', ')}.` })
  }
  notices.show({
    kind: 'success',
    text: `Replaced ${countSentence(places, replacements.length)}.`,
    action: { label: 'Undo', run: () => void undo().catch(notices.report) },
  })
}
