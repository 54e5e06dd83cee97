import { slugFromTitle } from '../file-name.ts'

/** Names that programs give and that say nothing. */
const nameless =
  /^(?:image|img|picture|photo|screenshot|screen-shot|unbenannt|untitled|clipboard|blob)?[-\d]*$/

const longestStem = 60

/**
 * A file name that every disk and every address takes: lower-case letters, digits and hyphens. A name that says nothing
 * becomes the post's own.
 *
 * @param given     as the picture came; folders in it are left out
 * @param extension without a dot, from what the bytes are
 * @param postSlug  what to call a picture that has no name of its own
 */
export function pictureFileName(given: string, extension: string, postSlug: string): string {
  const stem = given
    .slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
    .replace(/\.\w+$/, '')
  const own = /[\p{L}\p{N}]/u.test(stem) ? shortened(slugFromTitle(stem)) : ''
  const readable = nameless.test(own) ? shortened(slugFromTitle(postSlug)) || 'picture' : own
  return `${readable}.${extension}`
}

/** `ladder.png`, `ladder-2.png`, `ladder-3.png` … */
export function numberedName(name: string, number: number): string {
  return number === 1 ? name : name.replace(/(\.\w+)$/, `-${number}$1`)
}

function shortened(slug: string): string {
  if (slug.length <= longestStem) return slug
  const cut = slug.slice(0, longestStem + 1)
  const hyphen = cut.lastIndexOf('-')
  return cut.slice(0, hyphen > longestStem / 2 ? hyphen : longestStem)
}
