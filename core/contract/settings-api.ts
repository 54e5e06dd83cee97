import { LecternError } from '../errors.ts'
import { text } from './arguments.ts'
import type { MethodTable } from './wire.ts'

/** Values that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Keys are dotted words such as `preview.remote-content`; the file is readable JSON in the user's configuration folder. */
export type Settings = Readonly<Record<string, Json>>

export interface SettingsApi {
  /** The writer's settings overlaid by those of the open folder. */
  readSettings(): Promise<Settings>
  /** Sets (or, with null, clears) one setting, for the open folder or for everything. */
  writeSetting(scope: 'folder' | 'user', key: string, value: Json): Promise<void>
}

function json(value: unknown): Json {
  if (value === undefined) return null
  try {
    return JSON.parse(JSON.stringify(value)) as Json
  } catch (cause) {
    throw new LecternError('contract.bad-argument', ['a JSON value was expected'], { cause })
  }
}

export const settingsMethods: MethodTable<SettingsApi> = {
  readSettings: () => [],
  writeSetting: ([scope, key, value]) => [scope === 'folder' ? 'folder' : 'user', text(key), json(value)],
}
