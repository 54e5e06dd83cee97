import { type Site, type SiteSnapshot, createSite, renderDocument } from '../../core/jekyll/index.ts'
import { compileSiteStyle } from './site-styles.ts'
import type { StyleCache } from './style-cache.ts'

/** Style sheets that Jekyll makes rather than copies. */
export interface SiteSheets {
  /**
   * The text of the style sheet that the site publishes at this path, such as `/assets/main.css`; undefined where none
   * is made there. One that cannot be made says so in {@link problemProperty}, which the preview reads.
   */
  read(urlPath: string): Promise<string | undefined>
}

/** Custom property that carries the reason why a style sheet is empty. */
const problemProperty = '--lectern-problem'

/** Sheets are made once for each state of the site. */
export function createSiteSheets(readSite: () => Promise<SiteSnapshot>, cache?: StyleCache): SiteSheets {
  let version = ''
  let site: Site | undefined
  let made = new Map<string, Promise<string>>()

  return {
    async read(urlPath) {
      const snapshot = await readSite()
      if (version !== snapshot.version) {
        site = undefined
        version = snapshot.version
        made = new Map()
      }
      const source = sourceOf(urlPath, snapshot)
      if (!source) return undefined
      site ??= createSite(snapshot)
      const known = made.get(source.path) ?? makeSheet(site, source, cache)
      made.set(source.path, known)
      return known
    },
  }
}

interface SheetSource {
  readonly path: string
  /** Where it lies in the theme, not in the site. */
  readonly themeText?: string
}

/** The file with front matter that becomes the sheet: of the site, else of its theme. */
function sourceOf(urlPath: string, { files, theme }: SiteSnapshot): SheetSource | undefined {
  const stem = urlPath.replace(/^\/+/, '').replace(/\.css$/i, '')
  const paths = ['scss', 'sass', 'css'].map(ending => `${stem}.${ending}`)
  const own = files.filter(file => paths.includes(file.path))
  const source = own.find(file => file.hasFrontMatter === true)
  if (source || own.some(file => file.path.endsWith('.css'))) return source && { path: source.path }
  const ofTheme = theme?.files.find(file => paths.includes(file.path) && file.text !== undefined)
  return ofTheme && { path: ofTheme.path, themeText: ofTheme.text! }
}

async function makeSheet(
  site: Site,
  { path, themeText }: SheetSource,
  cache: StyleCache | undefined,
): Promise<string> {
  const source = themeText === undefined ? {} : { source: themeText }
  if (path.endsWith('.css')) {
    if (themeText !== undefined && !themeText.startsWith('---')) return themeText
    const rendered = renderDocument(site, { path, ...source })
    return rendered?.contentHtml ?? emptySheet(path, rendered?.problems[0]?.message)
  }
  const { css, problems } = await compileSiteStyle(site, path, { ...source, cache })
  return css ?? emptySheet(path, problems[0]?.message)
}

/** A sheet without rules that says why: in a custom property, as the page may ask the server for nothing but styles. */
export function emptySheet(path: string, reason = 'It cannot be made.'): string {
  const words = `${path}: ${reason}`
    .slice(0, 500)
    .replaceAll(/["\\]/g, '\\$&')
    .replaceAll(/[\r\n<]+/g, ' ')
  return `:root { ${problemProperty}: "${words}" }\n`
}
