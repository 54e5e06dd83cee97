import { type TagDefinition, includeTag, jekyllTags } from '../../liquid/index.ts'
import { feedMeta } from './feed-meta.ts'
import { foreignTagDefinitions } from './foreign-tags.ts'
import { seo } from './seo.ts'

/** Jekyll's own tags and those of plugins Lectern knows. */
export const siteTags: ReadonlyMap<string, TagDefinition> = new Map<string, TagDefinition>([
  ...foreignTagDefinitions(),
  ...jekyllTags,
  // jekyll-include-cache renders what `include` renders, once for the same parameters.
  ['include_cached', includeTag((name, cx) => cx.host.include(name), '_includes')],
  ['seo', seo],
  ['feed_meta', feedMeta],
])
