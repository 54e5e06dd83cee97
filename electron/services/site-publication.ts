import { type SiteSnapshot, readConfiguration } from '../../core/jekyll/index.ts'
import { toText } from '../../core/ruby/index.ts'

/** What decides where the files of a published site come from, besides the site's folder. */
export interface SitePublication {
  /** Where its theme lies; undefined where it has none on this machine. */
  readonly themeFolder: string | undefined
  /** Path that the site is published under, such as `/blog`; empty for the root. */
  readonly baseurl: string
}

export function publicationOf({ source, configFiles, theme }: SiteSnapshot): SitePublication {
  const { values } = readConfiguration(source, configFiles)
  return {
    themeFolder: theme?.folder,
    baseurl: toText(values.get('baseurl')).replace(/\/+$/, ''),
  }
}

/** The path below the site's base address; undefined for one that does not lie there. */
export function withoutBaseurl(urlPath: string, { baseurl }: SitePublication): string | undefined {
  return baseurl !== '' && urlPath.startsWith(`${baseurl}/`) ? urlPath.slice(baseurl.length) : undefined
}
