import type { PictureAddress } from './local-address.ts'

/** What a style asks for: a style sheet (`@import`), or a picture or font. */
export type StyleFetch = 'sheet' | 'file'

/** Strings may hold what ends an address without quotes, as fonts asked for by weight do: `…wght@400;700`. */
const address = String.raw`(?:"([^"]*)"|'([^']*)'|([^\s"'();]+))`
const nested = String.raw`\((?:[^()]|\([^()]*\))*\)?`

/** Comments; `@import "x" screen;`; `image-set(…)`; `url(x)`; one that cannot be read. */
const fetching = new RegExp(
  [
    String.raw`\/\*[\s\S]*?(?:\*\/|$)`,
    String.raw`@import(?:\s|\/\*[\s\S]*?\*\/)*(?:url\(\s*)?${address}\s*\)?([^;{}]*);?`,
    String.raw`(?:-webkit-)?image-set\s*${nested}`,
    String.raw`\b(?:url|src)\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"'()]+))\s*\)`,
    String.raw`\b(?:url|src)\s*${nested}`,
    String.raw`@import[^;]*;?`,
  ].join('|'),
  'gi',
)

/**
 * A style whose addresses are those of the preview's server; what would come from elsewhere is left out.
 *
 * CSS Cascade 5, `@import`; CSS Values 4, `url()` and `src()`; of `image-set()` (CSS Images 4) nothing is kept, as its
 * plain strings are addresses too. The page's header forbids the same once more.
 *
 * @param place where an address leads: what is `local` stays
 */
export function localStyle(
  style: string,
  place: (address: string, kind: StyleFetch) => PictureAddress,
): string {
  const placed = (found: string, kind: StyleFetch): string | undefined => {
    const target = place(found.trim(), kind)
    return target.type === 'local'
      ? `url("${target.url.replaceAll(/["\\\n]/g, encodeURIComponent)}")`
      : undefined
  }
  return style.replaceAll(fetching, (whole: string, ...parts: readonly (string | undefined)[]) => {
    if (whole.startsWith('/*')) return ''
    const sheet = parts[0] ?? parts[1] ?? parts[2]
    if (sheet !== undefined) {
      const target = placed(sheet, 'sheet')
      return target === undefined ? '' : `@import ${target} ${(parts[3] ?? '').trim()};`
    }
    const file = parts[4] ?? parts[5] ?? parts[6]
    if (file === undefined) return whole.startsWith('@') ? '' : 'none'
    if (file.startsWith('#') || isEnclosed(file)) return whole
    return placed(file, 'file') ?? 'none'
  })
}

/** Pictures and fonts inside the style. */
function isEnclosed(file: string): boolean {
  return /^data:(?:image\/|font\/|application\/(?:x-)?font)/i.test(file)
}
