import type { SiteAddress } from '../post/index.ts'
import { toText } from '../ruby/index.ts'
import { readConfiguration } from './configuration.ts'
import type { SiteSnapshot } from './site.ts'

/** What a site's configuration says of itself and all its posts. JSON-safe. */
export interface SiteFacts {
  /** `timezone`, where it is the name of a zone: `Europe/Paris`. */
  readonly timezone?: string
  /** `lang`, `language` or `locale`. */
  readonly language?: string
  /** `url` and `baseurl`; empty where there is none. */
  readonly address: SiteAddress
}

export function siteFacts({ source, configFiles }: Pick<SiteSnapshot, 'source' | 'configFiles'>): SiteFacts {
  const { values } = readConfiguration(source, configFiles)
  const told = (...keys: readonly string[]): string | undefined =>
    keys.map(key => toText(values.get(key))).find(text => text !== '')
  const timezone = told('timezone')
  const language = told('lang', 'language', 'locale')
  return {
    ...(timezone !== undefined && isZone(timezone) && { timezone }),
    ...(language !== undefined && { language }),
    address: { url: told('url') ?? '', baseurl: told('baseurl') ?? '' },
  }
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format()
    return true
  } catch {
    return false // A name no clock knows.
  }
}
