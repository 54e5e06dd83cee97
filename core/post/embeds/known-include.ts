/** What a site's own include was found to show, and by which parameter it takes the item. */
export interface KnownInclude {
  readonly provider: string
  readonly parameter: string
}

/** A site's own includes by path below `_includes`. */
export type KnownIncludes = Readonly<Record<string, KnownInclude>>
