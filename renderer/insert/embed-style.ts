import { type EmbedStyle, embedStyles } from '../../core/post/index.ts'
import type { SettingsStore } from '../state/settings.ts'

/** The ways of writing an embed, as the writer reads them. */
export const embedStyleNames: Readonly<Record<EmbedStyle, string>> = {
  house: 'As in your posts',
  iframe: 'Plain frame',
  privacy: 'Frame that asks only when seen',
  poster: 'Picture that links',
  link: 'Link',
}

export const embedStyleOptions = embedStyles.map(value => ({ value, label: embedStyleNames[value] }))

/** The style chosen last for a provider; the house style until one was. */
export function readEmbedStyle(settings: Pick<SettingsStore, 'string'>, provider: string): EmbedStyle {
  const kept = settings.string(settingFor(provider), 'house')
  return embedStyles.find(style => style === kept) ?? 'house'
}

export function rememberEmbedStyle(
  settings: Pick<SettingsStore, 'set'>,
  provider: string,
  style: EmbedStyle,
): void {
  settings.set('user', settingFor(provider), style === 'house' ? null : style)
}

function settingFor(provider: string): string {
  return `embeds.style.${provider}`
}
