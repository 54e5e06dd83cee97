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
 */
export function frameAddress(info: HostInfo, look: FrameLook, inLayout: boolean): string {
  const remote = look.remoteContent || look.allowedPictures.length > 0
  const url = remote ? info.remotePreviewUrl : info.previewUrl
  return inLayout ? new URL('site-page.html', url).href : url
}

function oneOf<const T extends string>(word: string, words: readonly [...T[], T]): T {
  return words.find(candidate => candidate === word) ?? words.at(-1)!
}
