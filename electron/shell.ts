import type { HostInfo, WindowApi, WorkspaceApi } from '../core/contract/index.ts'
import { LecternError } from '../core/errors.ts'

/** What only the surroundings of the page can do: dialogs, other programs, the menu bar. One for each host. */
export interface Shell
  extends Pick<WorkspaceApi, 'pickFolder' | 'openExternal' | 'revealFile'>, Pick<WindowApi, 'showMenus'> {
  readonly capabilities: HostInfo['capabilities']
  /** Shows a PDF, by absolute path, in the program the system has for them. */
  openPdf(path: string): Promise<void>
}

/**
 * An address that may leave for the system's browser or mail program, normalised.
 *
 * @throws LecternError 'host.link-refused' for every scheme but http, https and mailto, as others can start programs
 */
export function externalUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !['http:', 'https:', 'mailto:'].includes(parsed.protocol))
    throw new LecternError('host.link-refused', [url])
  return parsed.href
}
