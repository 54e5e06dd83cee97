import { isRefusal } from './embed.ts'
import { scanHtml } from './html-scanner.ts'
import { type PrintInclude, type Values, includePages } from './include-pages.ts'
import type { KnownInclude, KnownIncludes } from './known-include.ts'
import { tagWords } from './provider-names.ts'
import type { Provider } from './provider.ts'
import { providerNamed, providers } from './providers/index.ts'
import { recogniseHtml } from './recognise.ts'

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
  bilibili: 'BV1lecternXY',
  'slides.com': 'lectern/sample-deck',
  jsfiddle: 'lectern1',
  ted: 'lectern_sample',
  wistia: 'lectern123',
}

/** Addresses an include may take whole. More than one, as it must show whatever it is given. */
const wholeAddresses = [
  'https://player.vimeo.com/video/918273645',
  'https://www.youtube.com/embed/lEcTeRn-_01',
]

/** Names looked at, and prints of one include: a large one that shows nothing costs no time. */
const mostParameters = 24
const mostPrints = 400

/**
 * What each of a site's includes shows and by which parameter it takes the item: the include is printed with a sample id
 * for one parameter at a time, and what is then on the page tells.
 *
 * @param files source by path below `_includes`, such as `embed/youtube.html`
 */
export function learnIncludes(files: Iterable<readonly [path: string, source: string]>): KnownIncludes {
  const sources = new Map(files)
  const print = includePages(sources)
  const known: Record<string, readonly KnownInclude[]> = {}
  for (const [path, source] of sources) {
    const learned = learnInclude(path, withIncluded(source, sources), atMost(mostPrints, print))
    if (learned.length > 0) known[path] = learned
  }
  return known
}

/** Prints nothing any more after so many times. */
function atMost(times: number, print: PrintInclude): PrintInclude {
  let left = times
  return (...request) => (left-- > 0 ? print(...request) : undefined)
}

/** The source with those of the includes it names, so that what they name counts as its own. */
function withIncluded(source: string, sources: ReadonlyMap<string, string>): string {
  const named = [...source.matchAll(/\{%-?\s*include(?:_cached)?\s+([\w./-]+)/g)].map(match => match[1]!)
  return [source, ...new Set(named.map(path => sources.get(path) ?? ''))].join('\n')
}

function learnInclude(path: string, text: string, print: PrintInclude): KnownInclude[] {
  const spoken = providers.filter(provider => samples[provider.name] && isSpokenOf(provider, text))
  const parameters = namesIn(text, /\binclude(?:\.([\w-]+)|\[\s*["']([\w-]+)["']\s*\])/g)
  const variables = namesIn(text, /\bpage\.([\w.-]*\w)/g)
  const settings = [{}, ...settingsIn(text)]
  const found: KnownInclude[] = []
  for (const parameter of parameters) {
    for (const provider of spoken) {
      const needed = settings.find(
        setting =>
          !Object.hasOwn(setting, parameter) &&
          shows(provider, sample => print(path, { ...setting, [parameter]: sample }, {})),
      )
      if (!needed) continue
      const start = parameters.find(
        name =>
          startNames.test(name) &&
          startsAt(provider, path, { ...needed, [parameter]: spelled(provider) }, name, print),
      )
      found.push({
        provider: provider.name,
        parameter,
        ...(start !== undefined && { start }),
        ...(hasAny(needed) && { settings: needed }),
      })
    }
    if (!found.some(known => known.parameter === parameter) && takesAddress(path, parameter, print))
      found.push({ provider: undefined, parameter })
  }
  for (const variable of variables)
    for (const provider of spoken)
      if (shows(provider, sample => print(path, {}, { [variable]: sample })))
        found.push({ provider: provider.name, variable })
  return found
}

function hasAny(values: Values): boolean {
  return Object.keys(values).length > 0
}

/** `x` and `ted` stand in any text. */
const shortestTellingWord = 5

/** Only services the markup names are tried. */
function isSpokenOf(provider: Provider, text: string): boolean {
  const telling = tagWords(provider).filter(word => word.length >= shortestTellingWord)
  const words = [...provider.hosts.map(host => host.replace(/^\*\./, '')), ...telling]
  return words.some(word => text.toLowerCase().includes(word))
}

function namesIn(text: string, pattern: RegExp): string[] {
  const names = [...text.matchAll(pattern)].map(match => (match[1] ?? match[2])!)
  return [...new Set(names)].slice(0, mostParameters)
}

/** What the include asks a parameter to be: `include.provider == "youtube"`, `{% case include.type %}{% when "deck" %}`. */
function settingsIn(text: string): Values[] {
  const alias = new Map(
    [...text.matchAll(/\{%-?\s*assign\s+([\w-]+)\s*=\s*include\.([\w-]+)/g)].map(match => [
      match[1]!,
      match[2]!,
    ]),
  )
  const nameOf = (spelled: string) => /^include\.(.+)$/.exec(spelled)?.[1] ?? alias.get(spelled)
  const compared = [...text.matchAll(/([\w.-]+)\s*(?:==|contains)\s*["']([^"'\n]{1,40})["']/g)].map(
    match => [match[1]!, match[2]!] as const,
  )
  const cases = [...text.matchAll(/\{%-?\s*case\s+([\w.-]+)[^%]*%\}([\s\S]*?)\{%-?\s*endcase/g)].flatMap(
    ([, name, branches]) =>
      [...branches!.matchAll(/\{%-?\s*when\s+["']([^"'\n]{1,40})["']/g)].map(
        match => [name!, match[1]!] as const,
      ),
  )
  return [...compared, ...cases].slice(0, mostParameters).flatMap(([spelled, value]) => {
    const name = nameOf(spelled)
    return name === undefined ? [] : [{ [name]: value }]
  })
}

/** Whether a sample id put into the include comes out as the provider's item. */
function shows(provider: Provider, print: (sample: string) => string | undefined): boolean {
  const sample = spelled(provider)
  const shown = shownIn(print(sample))
  return shown?.provider === provider.name && shown.id?.endsWith(sample) === true
}

/** The sample as addresses have it. */
function spelled(provider: Provider): string {
  const sample = samples[provider.name]!.replace(/^(?:e|tracks|episode)\//, '')
  return (provider.idInUrl ?? (id => id))(sample)
}

const startNames =
  /^(?:start|t|time|begin|from|slide|slide_?no|slide_?number|page)(?:_?(?:time|at|seconds))?$/i

function startsAt(
  provider: Provider,
  path: string,
  values: Values,
  name: string,
  print: PrintInclude,
): boolean {
  const where = provider.startIn?.param
  const shown = where === undefined ? undefined : shownIn(print(path, { ...values, [name]: '7' }, {}))
  return where !== undefined && shown?.params[where] === 7
}

function takesAddress(path: string, parameter: string, print: PrintInclude): boolean {
  return wholeAddresses.every(address => {
    const shown = shownIn(print(path, { [parameter]: address }, {}))
    return (
      shown !== undefined &&
      shown.kind === 'video' &&
      providerNamed(shown.provider)?.frameSources !== undefined
    )
  })
}

function shownIn(html: string | undefined) {
  const shown = html === undefined || html.trim() === '' ? undefined : recogniseHtml(scanHtml(html))
  return shown && !isRefusal(shown) ? shown : undefined
}
