import { Context, type LiquidHost, jekyllFilters, jekyllTags, parseTemplate } from '../liquid/index.ts'
import { type RubyHash, RubyTime, type RubyValue, type Zone, isHash, zoneNamed } from '../ruby/index.ts'
import { createMarkdownConverter } from './markdown.ts'

export interface TemplateSite {
  /** `url` of the configuration. */
  readonly url?: string | undefined
  readonly baseurl?: string | undefined
  /** Seconds since 1970 that `now` stands for. */
  readonly nowSeconds: number
  readonly timezone?: string | undefined
}

/**
 * Renders one template outside of any site: Jekyll's tags and filters, but nothing to include or to link to.
 *
 * @throws LiquidError where Jekyll's build would stop
 */
export function renderTemplate(source: string, context: RubyValue, site: TemplateSite): string {
  const environment: RubyHash = isHash(context) ? context : new Map()
  const template = parseTemplate(source, { tags: jekyllTags })
  return template.render(new Context({ environment, filters: jekyllFilters, host: templateHost(site) }))
}

function templateHost(site: TemplateSite): LiquidHost {
  const zone: Zone = zoneNamed(site.timezone ?? 'UTC')
  const markdown = createMarkdownConverter(new Map())
  return {
    now: new RubyTime(site.nowSeconds, 0, zone),
    zone,
    url: site.url,
    baseurl: site.baseurl,
    linksHaveBaseurl: true,
    highlighter: 'rouge',
    markdownify: text => markdown.convert(text),
    smartify: text => markdown.smartify(text),
    sassify: text => text,
    highlight: (code, language) => markdown.highlight(code, language),
    include: () => undefined,
    includeRelative: () => undefined,
    link: () => undefined,
    postUrl: () => undefined,
    tolerate: () => false,
  }
}
