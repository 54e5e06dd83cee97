import type { PreflightRule } from './rule.ts'
import { badDate } from './rules/bad-date.ts'
import { baseurl } from './rules/baseurl.ts'
import { embeds } from './rules/embeds.ts'
import { frontMatter } from './rules/front-matter.ts'
import { futureDate } from './rules/future-date.ts'
import { htmlComments } from './rules/html-comments.ts'
import { liquid } from './rules/liquid.ts'
import { localPaths } from './rules/local-path.ts'
import { missingFile } from './rules/missing-file.ts'
import { missingLayout } from './rules/missing-layout.ts'
import { sameAddress } from './rules/same-address.ts'
import { secrets } from './rules/secrets.ts'
import { shiftedDay } from './rules/shifted-day.ts'
import { undefinedReference } from './rules/undefined-reference.ts'
import { unpublished } from './rules/unpublished.ts'
import { urlChanged } from './rules/url-changed.ts'

/** What is looked for before a post goes out, the gravest first: this is the order the writer reads them in. */
export const preflightRules: readonly PreflightRule[] = [
  secrets,
  liquid,
  badDate,
  frontMatter,
  futureDate,
  unpublished,
  sameAddress,
  urlChanged,
  shiftedDay,
  missingLayout,
  localPaths,
  missingFile,
  baseurl,
  undefinedReference,
  embeds,
  htmlComments,
]
