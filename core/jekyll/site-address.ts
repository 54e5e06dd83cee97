import type { SiteAddress } from '../post/index.ts'
import { toText } from '../ruby/index.ts'
import type { Site } from './create-site.ts'

/** `url` and `baseurl` as the site's configuration has them. */
export function siteAddress({ settings }: Site): SiteAddress {
  const configured = (key: string): string => toText(settings.configuration.get(key))
  return { url: configured('url'), baseurl: configured('baseurl') }
}
