import type { Json } from '../../core/contract/index.ts'
import type { SettingsStore } from '../state/settings.ts'

const copiedKey = 'share.copied-addresses'

/** Addresses that were copied, and may be in somebody's hands: by the path of the post. */
export function copiedAddress(settings: Pick<SettingsStore, 'get'>, path: string): string | undefined {
  const address = known(settings)[path]
  return typeof address === 'string' ? address : undefined
}

export function rememberCopied(settings: SettingsStore, path: string, address: string): void {
  settings.set('folder', copiedKey, { ...known(settings), [path]: address })
}

/** The writer gave it up. */
export function forgetCopied(settings: SettingsStore, path: string): void {
  const { [path]: _, ...others } = known(settings)
  settings.set('folder', copiedKey, others)
}

/** The file has another path now. */
export function moveCopied(settings: SettingsStore, from: string, to: string): void {
  const { [from]: address, ...others } = known(settings)
  if (address !== undefined) settings.set('folder', copiedKey, { ...others, [to]: address })
}

function known(settings: Pick<SettingsStore, 'get'>): Readonly<Record<string, Json>> {
  const copied = settings.get()[copiedKey]
  return typeof copied === 'object' && copied !== null && !Array.isArray(copied)
    ? (copied as Readonly<Record<string, Json>>)
    : {}
}
