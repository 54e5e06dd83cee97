import type { LinkTarget } from '../../core/post/index.ts'

/** A post, or a heading of it, as the writer knows it. */
export function targetName({ title, heading }: LinkTarget): string {
  return heading ? `${title} → ${heading.text}` : title
}
