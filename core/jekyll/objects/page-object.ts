import { type RubyHash, RubyObject, inspect, toText, truthy } from '../../ruby/index.ts'
import { deepMerge } from '../deep-merge.ts'
import type { Page } from '../page.ts'
import { LazyObject } from './lazy-object.ts'

/** A page as templates see it: its front matter over the defaults, and what Jekyll adds (jekyll/convertible.rb, to_liquid). */
export function pageObject(page: Page, contentOf: (page: Page) => string): RubyObject {
  const data: RubyHash = deepMerge(page.defaults, page.data)
  const object = new LazyObject(
    {
      content: () => contentOf(page),
      dir: () => page.urlFolder,
      excerpt: () => (truthy(page.value('excerpt')) ? toText(page.value('excerpt')) : data.get('excerpt')),
      name: () => page.name,
      path: () => page.data.get('path') ?? page.file.path,
      url: () => page.url,
    },
    data,
    () => inspect(new Map(object.keys().map(key => [key, object.get(key)]))),
  )
  return object
}
