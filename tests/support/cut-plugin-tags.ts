/**
 * Cuts the tags of plugins out of a copy of a site, so that Jekyll without those plugins builds it:
 *
 *     node tests/support/cut-plugin-tags.ts SITE_COPY [tag the reference has loaded…]
 *
 * Every `{% tag … %}` that is not Jekyll's own becomes nothing, its end tag too; what lies between stays. Text inside
 * `{% raw %}` is left alone. Prints the tags cut, with their counts.
 */
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const own = new Set(
  (
    'assign break capture case comment continue cycle decrement echo else elsif for highlight if ifchanged include ' +
    'include_relative increment link liquid post_url raw render tablerow unless when #'
  ).split(' '),
)

export function cutPluginTags(text: string, known: ReadonlySet<string>, cut: Map<string, number>): string {
  const pieces = text.split(/(\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\})/)
  return pieces
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece.replace(/\{%-?\s*(#|\w+)[\s\S]*?%\}/g, (tag, name: string) => {
            const block = name.replace(/^end/, '')
            if (known.has(name) || known.has(block)) return tag
            cut.set(block, (cut.get(block) ?? 0) + 1)
            return ''
          }),
    )
    .join('')
}

function cutSite(site: string, loaded: readonly string[]): Map<string, number> {
  const known = new Set([...own, ...loaded])
  const cut = new Map<string, number>()
  for (const path of globSync('**/*.{html,htm,md,markdown,mkd,mkdown,xml,txt,json,js,css,scss}', {
    cwd: site,
  })) {
    const file = join(site, path)
    if (!statSync(file).isFile() || path.startsWith('node_modules')) continue
    const bytes = readFileSync(file)
    const text = bytes.toString('utf8')
    if (!text.includes('{%') || !Buffer.from(text).equals(bytes)) continue
    const result = cutPluginTags(text, known, cut)
    if (result !== text) writeFileSync(file, result)
  }
  return cut
}

const [site, ...loaded] = process.argv.slice(2)
if (site !== undefined && import.meta.main) {
  const cut = cutSite(site, loaded)
  for (const [tag, count] of cut) process.stdout.write(`${tag} ${count}\n`)
}
