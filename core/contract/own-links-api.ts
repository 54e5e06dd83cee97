import type { TargetsFound } from '../post/index.ts'
import { number, optional, text } from './arguments.ts'
import type { MethodTable } from './wire.ts'

/** Links to the site's own posts and documents, and to headings in them. */
export interface OwnLinksApi {
  /** Documents and headings by words of them, at most `most` of each. Their paths are from the site's folder. */
  findTargets(typed: string, most: number): Promise<TargetsFound>
  /**
   * The address of a document, or of the heading at a line of it, as this author writes them. Undefined where the site
   * has no such document.
   */
  targetAddress(path: string, line?: number): Promise<string | undefined>
}

export const ownLinksMethods: MethodTable<OwnLinksApi> = {
  findTargets: ([typed, most]) => [text(typed), Math.min(Math.max(number(most), 0), 100)],
  targetAddress: ([path, line]) => [text(path), optional(number)(line)],
}
