/** One way in which a site's own include shows an item. */
export interface KnownInclude {
  /** Undefined where it shows any player's address it is given. */
  readonly provider: string | undefined
  /** The parameter that takes the item; undefined where the front matter names it. */
  readonly parameter?: string
  /** The variable of the page that names the item, such as `speakerdeck_id` or `header.video`. */
  readonly variable?: string
  /** The parameter that takes the second or the slide to begin with. */
  readonly start?: string
  /** What else must be said for it to be shown, such as `provider="youtube"`. */
  readonly settings?: Readonly<Record<string, string>>
}

/** What a site's own includes show, by path below `_includes`. */
export type KnownIncludes = Readonly<Record<string, readonly KnownInclude[]>>
