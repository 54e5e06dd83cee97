import type { TagDefinition } from '../parse-template.ts'
import { assign } from './assign.ts'
import { capture } from './capture.ts'
import { caseTag } from './case.ts'
import { comment, inlineComment } from './comment.ts'
import { decrement, increment } from './counters.ts'
import { cycle } from './cycle.ts'
import { echo } from './echo.ts'
import { forTag } from './for.ts'
import { highlight } from './highlight.ts'
import { ifTag, unless } from './if.ts'
import { ifchanged } from './ifchanged.ts'
import { include, includeRelative } from './include.ts'
import { breakTag, continueTag } from './interrupt.ts'
import { link, postUrl } from './link.ts'
import { raw } from './raw.ts'
import { render } from './render.ts'
import { tablerow } from './tablerow.ts'

/** Every tag of Liquid 5.4 and Jekyll 4.3, by the name it is called. */
export const jekyllTags: ReadonlyMap<string, TagDefinition> = new Map<string, TagDefinition>([
  ['#', inlineComment],
  ['assign', assign],
  ['break', breakTag],
  ['capture', capture],
  ['case', caseTag],
  ['comment', comment],
  ['continue', continueTag],
  ['cycle', cycle],
  ['decrement', decrement],
  ['echo', echo],
  ['for', forTag],
  ['highlight', highlight],
  ['if', ifTag],
  ['ifchanged', ifchanged],
  ['include', include],
  ['include_relative', includeRelative],
  ['increment', increment],
  ['link', link],
  ['post_url', postUrl],
  ['raw', raw],
  ['render', render],
  ['tablerow', tablerow],
  ['unless', unless],
])
