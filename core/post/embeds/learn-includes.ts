import { isRefusal } from './embed.ts'
import { providers } from './providers/index.ts'
import { recogniseHtml } from './recognise.ts'
import type { KnownInclude, KnownIncludes } from './known-include.ts'
import { scanHtml } from './html-scanner.ts'

/** An id each provider would accept, told apart from any other; providers that are not here teach nothing. */
const samples: Readonly<Record<string, string>> = {
  youtube: 'lEcTeRn-_01',
  vimeo: '918273645',
  speakerdeck: 'fedcba9876543210fedcba9876543210',
  slideshare: '918273645',
  'google-slides': 'e/2PACX-lecternlecternlecternlectern',
  gist: 'lectern/fedcba9876543210fedcba9876543210',
  x: '918273645918273645',
  asciinema: 'lectern918273645',
  codepen: 'leCTern',
  prezi: 'lectern91827',
  twitch: '918273645',
  dailymotion: 'xlectern',
  soundcloud: 'tracks/918273645',
  spotify: 'episode/lecternlecternlectern1',
  'archive.org': 'lectern-sample',
  'media.ccc.de': 'lectern-sample',
}

/**
 * What each of a site's includes shows and by which parameter it takes the item, read from the include itself: a sample
 * id is put in for one parameter at a time, and what the markup then shows tells.
 *
 * @param files source by path below `_includes`, such as `embed/youtube.html`
 */
export function learnIncludes(files: Iterable<readonly [path: string, source: string]>): KnownIncludes {
  const known: Record<string, KnownInclude> = {}
  for (const [path, source] of files) {
    const include = learnInclude(source)
    if (include) known[path] = include
  }
  return known
}

function learnInclude(source: string): KnownInclude | undefined {
  const inlined = withAssignments(source)
  const parameters = new Set([...inlined.matchAll(/\{\{-?\s*include\.(\w+)/g)].map(match => match[1]!))
  for (const parameter of parameters) {
    for (const provider of providers) {
      const sample = samples[provider.name]
      const spelled =
        sample && (provider.idInUrl ?? (id => id))(sample.replace(/^(?:e|tracks|episode)\//, ''))
      if (!sample || !spelled) continue
      const shown = recogniseHtml(scanHtml(filled(inlined, parameter, spelled)))
      const own = !isRefusal(shown) && shown.provider === provider.name && shown.id?.endsWith(spelled)
      if (own) return { provider: provider.name, parameter }
    }
  }
  return undefined
}

/** `{% assign id = include.id %}` makes `{{ id }}` the parameter. */
function withAssignments(source: string): string {
  const names = new Map(
    [...source.matchAll(/\{%-?\s*assign\s+(\w+)\s*=\s*include\.(\w+)[^%]*%\}/g)].map(match => [
      match[1]!,
      match[2]!,
    ]),
  )
  return source.replace(/\{\{-?\s*(\w+)\b(?!\.)/g, (whole, name: string) =>
    names.has(name) ? `{{ include.${names.get(name)}` : whole,
  )
}

/** The markup with the sample for one parameter and nothing for all other Liquid. */
function filled(source: string, parameter: string, sample: string): string {
  return source
    .replace(/\{\{-?\s*include\.(\w+)[^}]*\}\}/g, (_, name: string) => (name === parameter ? sample : ''))
    .replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, '')
}
