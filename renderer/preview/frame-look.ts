import type { HostInfo } from '../../core/contract/index.ts'
import type { TypedSettings } from '../state/settings.ts'
import type { FrameLook } from './frame-protocol.ts'
import { previewViewOf } from './preview-view.ts'

export const remoteContentKey = 'preview.remote-content'
export const playAtOnceKey = 'preview.play-at-once'

/** Hosts that style sheets and fonts of this site may come from, as the writer said: `["https://fonts.example"]`. */
export const styleHostsKey = 'preview.style-hosts'

/** How a preview page looks and what it may load, as the writer has set it. */
export function frameLook(settings: TypedSettings, allowedPictures: Iterable<string> = []): FrameLook {
  return {
    theme: oneOf(settings.string('look.theme', 'system'), ['light', 'dark', 'system']),
    contrast: oneOf(settings.string('look.contrast', 'system'), ['more', 'system']),
    textSize: settings.number('look.text-size', 100),
    remoteContent: settings.boolean(remoteContentKey, false),
    playAtOnce: settings.boolean(playAtOnceKey, false),
    allowedPictures: [...allowedPictures],
    styleHosts: styleHosts(settings),
  }
}

/**
 * The page whose header lets in what may load.
 *
 * @param inLayout the post in the site's layout, and not in our own typography
 */
export function frameAddress(info: HostInfo, look: FrameLook, inLayout: boolean): string {
  const url = new URL(look.remoteContent ? info.remotePreviewUrl : info.previewUrl)
  if (inLayout) url.pathname = new URL('site-page.html', url).pathname
  if (inLayout) for (const origin of look.styleHosts) url.searchParams.append('style', origin)
  return url.href
}

/** What the frame opens with before the post is rendered. */
export function firstFrameAddress(info: HostInfo, settings: TypedSettings): string {
  return frameAddress(info, frameLook(settings), previewViewOf(settings, undefined) === 'page')
}

export function styleHosts(settings: Pick<TypedSettings, 'get'>): readonly string[] {
  const hosts = settings.get()[styleHostsKey]
  return Array.isArray(hosts) ? hosts.filter(host => typeof host === 'string') : []
}

function oneOf<const T extends string>(word: string, words: readonly [...T[], T]): T {
  return words.find(candidate => candidate === word) ?? words.at(-1)!
}
