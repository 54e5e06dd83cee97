import type { SettingsStore } from '../state/settings.ts'

/** What an update says at the top of the post. */
export type BannerChoice = 'house' | 'linked' | 'none'

export const bannerChoices: readonly { readonly value: BannerChoice; readonly label: string }[] = [
  { value: 'house', label: 'As in your other posts' },
  { value: 'linked', label: 'With a link to the section' },
  { value: 'none', label: 'None where there is none yet' },
]

/** The folder's last choice is kept under this name. */
export const bannerSetting = 'updates.banner'

export function readBannerChoice(settings: Pick<SettingsStore, 'string'>): BannerChoice {
  const kept = settings.string(bannerSetting, 'house')
  return bannerChoices.find(({ value }) => value === kept)?.value ?? 'house'
}
