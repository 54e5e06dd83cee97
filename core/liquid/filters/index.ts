import { collectionFilters } from './collections.ts'
import { dateFilters } from './dates.ts'
import type { Filter } from './filter.ts'
import { htmlFilters } from './html.ts'
import { jsonFilters } from './json.ts'
import { numberFilters } from './numbers.ts'
import { selectionFilters } from './selection.ts'
import { stringFilters } from './strings.ts'
import { urlFilters } from './url.ts'

/** Every filter of Liquid 5.4 and Jekyll 4.3, by the name it is called. */
export const jekyllFilters: ReadonlyMap<string, Filter> = new Map(
  Object.entries({
    ...stringFilters,
    ...htmlFilters,
    ...urlFilters,
    ...numberFilters,
    ...dateFilters,
    ...collectionFilters,
    ...selectionFilters,
    ...jsonFilters,
  }),
)
