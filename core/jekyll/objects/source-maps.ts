import { RubyObject, type RubyValue, truthy } from '../../ruby/index.ts'
import { dig } from '../deep-merge.ts'
import type { Page } from '../page.ts'
import type { SiteSettings } from '../site-settings.ts'
import { LazyObject } from './lazy-object.ts'

/**
 * The source maps of the Sass sheets among some pages, as templates see them: jekyll-sass-converter adds each to the pages
 * of the site once its sheet is made, so that pages rendered later list it (converters/scss.rb, source_map_page.rb).
 */
export function sourceMapsOf(pages: readonly Page[], settings: SiteSettings): RubyObject[] {
  const wanted = dig(settings.configuration, 'sass', 'sourcemap') ?? 'always'
  if (wanted !== 'always' || settings.jekyll.version === '3.10') return []
  return pages.filter(page => /^\.s[ac]ss$/.test(page.extension)).map(sourceMap)
}

function sourceMap(sheet: Page): RubyObject {
  const name = `${sheet.baseName}.css.map`
  const address: RubyValue = truthy(sheet.value('permalink')) ? sheet.url : `${sheet.folder}/${name}`
  return new LazyObject(
    {
      name: () => name,
      dir: () => sheet.urlFolder,
      path: () => `${sheet.folder}/${name}`.replace(/^\//, ''),
      url: () => address,
      content: () => null,
      excerpt: () => null,
    },
    sheet.data,
    () => name,
  )
}
