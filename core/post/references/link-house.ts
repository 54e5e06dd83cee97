import { plainLabelStyle } from './label-style.ts'

/** How an author writes links. */
export interface LinkHouse {
  /** Labels for words that lead to an address, the likeliest first. */
  readonly labelsFor: (text: string, url: string) => readonly string[]
  /** How a link is written whose words are its label. */
  readonly sameWords: 'collapsed' | 'shortcut' | 'full'
  /** Where a post without definitions gets its first. */
  readonly place: 'end' | 'section'
  /** Addresses of definitions stand in `<>`. */
  readonly inAngles: boolean
}

/** Where there is nobody to learn from. */
export const plainHouse: LinkHouse = {
  labelsFor: (text, url) => plainLabelStyle(text, url).map(({ label }) => label),
  sameWords: 'full',
  place: 'end',
  inAngles: false,
}
