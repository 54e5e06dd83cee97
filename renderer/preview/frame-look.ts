import type { HostInfo } from '../../core/contract/index.ts'
import type { SettingsStore } from '../state/settings.ts'
import type { FrameLook } from './frame-protocol.ts'

export const remoteContentKey = 'preview.remote-content'

/** How a preview page looks and what it may load, as the writer has set it. */
export function frameLook(settings: SettingsStore, allowedPictures: Iterable<string> = []): FrameLook {
  return {
    theme: oneOf(settings.string('look.theme', 'system'), ['light', 'dark', 'system']),
    contrast: oneOf(settings.string('look.contrast', 'system'), ['more', 'system']),
    textSize: settings.number('look.text-size', 100),
    remoteContent: settings.boolean(remoteContentKey, false),
    allowedPictures: [...allowedPictures],
  }
}

/**
 * The page whose header lets in what may load.
 *
 * @param inLayout the post in the site's layout, and not in our own typography
 * @param players  origins of players that the table does not know
 */
export function frameAddress(
  info: HostInfo,
  look: FrameLook,
  inLayout: boolean,
  players: Iterable<string> = [],
): string {
  const remote = look.remoteContent || look.allowedPictures.length > 0
  const url = new URL(remote ? info.remotePreviewUrl : info.previewUrl)
  if (inLayout) url.pathname = new URL('site-page.html', url).pathname
  for (const origin of bareOrigins(look.allowedPictures)) url.searchParams.append('image', origin)
  for (const origin of players) url.searchParams.append('frame', origin)
  return url.href
}

/** The origins of what loads without https; the header lets https in as a whole. */
function bareOrigins(urls: readonly string[]): Set<string> {
  return new Set(urls.filter(url => url.startsWith('http:')).map(url => new URL(url).origin))
}

function oneOf<const T extends string>(word: string, words: readonly [...T[], T]): T {
  return words.find(candidate => candidate === word) ?? words.at(-1)!
}
