import type { FoundProblem } from '../problem.ts'
import type { LinkModel } from './link-model.ts'
import { pageOf } from './same-page.ts'

/** Links to a place of the post itself that is not there. */
export function missingFragments(source: string, { uses }: LinkModel): FoundProblem[] {
  const inside = uses.filter(({ url }) => /^#[^{]+$/.test(url) && url !== '#top')
  if (inside.length === 0) return []
  const page = pageOf(source)
  const ids = new Set(Array.from(page.matchAll(/\s(?:id|name)=["']([^"']+)["']/g), match => match[1]!))
  return inside
    .filter(({ url }) => !ids.has(url.slice(1)) && !ids.has(decoded(url.slice(1))))
    .map(({ url, span }) => ({
      code: 'link.missing-fragment',
      severity: 'warning' as const,
      message: `No heading or element of this post is called “${url.slice(1)}”.`,
      span,
    }))
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment // A stray % is part of the name.
  }
}
