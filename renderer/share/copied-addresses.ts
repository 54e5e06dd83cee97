import type { SettingsStore } from '../state/settings.ts'

const copiedKey = 'share.copied-addresses'

/** Addresses that were copied, and may be in somebody's hands: by the path of the post. */
export function copiedAddress(settings: Pick<SettingsStore, 'get'>, path: string): string | undefined {
  const copied = settings.get()[copiedKey]
  if (typeof copied !== 'object' || copied === null || Array.isArray(copied)) return undefined
  const address = (copied as Readonly<Record<string, unknown>>)[path]
  return typeof address === 'string' ? address : undefined
}

export function rememberCopied(settings: SettingsStore, path: string, address: string): void {
  const before = settings.get()[copiedKey]
  const known = typeof before === 'object' && before !== null && !Array.isArray(before) ? before : {}
  settings.set('folder', copiedKey, { ...known, [path]: address })
}
