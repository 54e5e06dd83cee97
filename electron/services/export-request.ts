/** What shall be exported, and how. */
export interface GatherRequest {
  /** Absolute paths. A post that is gone from its place is an export of its removal. */
  readonly posts: readonly string[]
  /** What findings call the posts, in the same order; their paths where it is left out. */
  readonly names?: readonly string[]
  /** Where the posts go; left out when they lie in their repository already. */
  readonly to?: string
  /** Replaces the proposed commit message. */
  readonly message?: string
  readonly commit: boolean
  /** When the host would build the site; now, where it is left out. */
  readonly nowSeconds?: number
  /** For records of targets without git. */
  readonly stateFolder: string
}

/** What findings call a post. */
export function nameOf({ names, posts }: GatherRequest, index: number): string {
  return names?.[index] ?? posts[index]!
}

export function nowSecondsOf({ nowSeconds }: GatherRequest): number {
  return nowSeconds ?? Math.floor(Date.now() / 1000)
}
