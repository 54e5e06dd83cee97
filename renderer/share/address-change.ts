import type { RepoPath } from '../../core/contract/index.ts'
import { postPathOf } from '../../core/post/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { today } from '../insert/today.ts'
import { copiedAddress, forgetCopied } from './copied-addresses.ts'

/** An address that was copied, and may be in somebody's hands, and the one that would take its place. */
export interface AddressChange {
  readonly path: RepoPath
  readonly copied: string
  readonly next: string
}

/** A draft will be where a post of this day is. */
export async function publicAddress(
  { preview }: Pick<Lectern, 'preview'>,
  path: RepoPath,
  source: string,
  day = today(),
): Promise<string | undefined> {
  return (await preview.placeOf(postPathOf(path, day) ?? path, source))?.publicUrl
}

/** Whether what the post is about to be takes it away from the address that was copied, and that it has now. */
export async function addressChange(
  lectern: Lectern,
  next: { readonly path?: RepoPath; readonly source?: string },
): Promise<AddressChange | undefined> {
  const { document, editor, settings } = lectern
  const { path } = document.get()
  const copied = path === undefined ? undefined : copiedAddress(settings, path)
  if (path === undefined || copied === undefined) return undefined
  const source = editor.text()
  const [now, then] = await Promise.all([
    publicAddress(lectern, path, source),
    publicAddress(lectern, next.path ?? path, next.source ?? source),
  ])
  return now === copied && then !== undefined && then !== copied ? { path, copied, next: then } : undefined
}

/** Asks before a change takes the post away from the address that was copied. @returns whether to make the change */
export async function mayChangeAddress(
  lectern: Lectern,
  next: { readonly path?: RepoPath; readonly source?: string },
): Promise<boolean> {
  const change = await addressChange(lectern, next)
  if (!change) return true
  const isWanted = await new Promise<boolean>(answer =>
    lectern.dialogs.open('address-change', { change, answer }),
  )
  if (isWanted) forgetCopied(lectern.settings, change.path)
  return isWanted
}

/** What the writer should know of it. */
export function addressSentence({ copied, next }: AddressChange): string {
  return `You copied ${copied}. The post would be at ${next}, and who has the old address will not find it.`
}
