import { type RubyHash, type Zone, isHash } from '../ruby/index.ts'
import { readYaml } from '../yaml/index.ts'
import { splitDocument } from './document-source.ts'
import type { SiteProblem } from './site.ts'

/** A file of `_layouts` (jekyll/layout.rb). */
export interface Layout {
  readonly name: string
  readonly path: string
  readonly data: RubyHash
  readonly content: string
}

export function readLayout(
  name: string,
  path: string,
  text: string,
  zone: Zone,
  problems: SiteProblem[],
): Layout {
  const { yaml, content, yamlLine } = splitDocument(text)
  const read = yaml === undefined ? undefined : readYaml(yaml, zone)
  for (const { message, line } of read?.problems ?? [])
    problems.push({ code: 'front-matter.unreadable', message, path, line: line + yamlLine - 1 })
  return { name, path, data: isHash(read?.value) ? read.value : new Map(), content }
}
