import { type TagDefinition, includeTag, jekyllFilters, jekyllTags } from '../../liquid/index.ts'
import { type JekyllChoice, follows, onlyInNewer } from '../versions.ts'
import { feedMeta } from './feed-meta.ts'
import { foreignTagDefinitions } from './foreign-tags.ts'
import { seo } from './seo.ts'

/** Jekyll's own tags and those of plugins Lectern knows. */
const siteTags: ReadonlyMap<string, TagDefinition> = new Map<string, TagDefinition>([
  ...foreignTagDefinitions(),
  ...jekyllTags,
  // jekyll-include-cache renders what `include` renders, once for the same parameters.
  ['include_cached', includeTag((name, cx) => cx.host.include(name), '_includes')],
  ['seo', seo],
  ['feed_meta', feedMeta],
])

const older = without(siteTags, onlyInNewer.tags)
const olderFilters = without(jekyllFilters, onlyInNewer.filters)

/** The tags a site may use with the Jekyll that publishes it. */
export function tagsFor(jekyll: JekyllChoice): ReadonlyMap<string, TagDefinition> {
  return follows(jekyll, 'liquid-4-tags') ? older : siteTags
}

/** The filters likewise. */
export function filtersFor(jekyll: JekyllChoice): typeof jekyllFilters {
  return follows(jekyll, 'liquid-4-filters') ? olderFilters : jekyllFilters
}

function without<T>(all: ReadonlyMap<string, T>, names: readonly string[]): ReadonlyMap<string, T> {
  return new Map([...all].filter(([name]) => !names.includes(name)))
}
