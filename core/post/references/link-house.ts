/** How an author writes links. */
export interface LinkHouse {
  /** Labels the author gave an address, the likeliest for these words first. */
  readonly labelsFor: (url: string, text: string) => readonly string[]
  /** Between the words of a label. */
  readonly separator: string
  readonly keepsCase: boolean
  /** In characters. */
  readonly longest: number
  /** How a link is written whose words are its label. */
  readonly sameWords: 'collapsed' | 'shortcut' | 'full'
  /** Where a post without definitions gets its first. */
  readonly place: 'end' | 'section'
  /** Addresses of definitions stand in `<>`. */
  readonly inAngles: boolean
}

/** Where there is nobody to learn from. */
export const plainHouse: LinkHouse = {
  labelsFor: () => [],
  separator: '-',
  keepsCase: false,
  longest: 24,
  sameWords: 'full',
  place: 'end',
  inAngles: false,
}
