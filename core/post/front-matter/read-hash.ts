import { sliceSpan } from '../../text/index.ts'
import { type YamlProblem, readYaml } from '../../yaml/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { indentContinuations } from './indented-yaml.ts'

/** A mapping as Ruby has it: in order, keys of any kind. */
export type Hash = ReadonlyMap<unknown, unknown>

export interface ReadHash {
  /** Empty where there is no front matter; undefined where it is no mapping or cannot be read. */
  readonly hash: Hash | undefined
  /** Lines count from the first of the YAML. */
  readonly problems: readonly YamlProblem[]
}

/** The front matter of a post as Ruby reads it. */
export function readHash(source: string): ReadHash {
  const { yaml } = splitFrontMatter(source)
  if (!yaml) return { hash: new Map(), problems: [] }
  const { value, problems } = readYaml(indentContinuations(sliceSpan(source, yaml)).text)
  if (problems.length > 0) return { hash: undefined, problems }
  if (value === null || value === undefined) return { hash: new Map(), problems }
  return { hash: isHash(value) ? value : undefined, problems }
}

export function isHash(value: unknown): value is Hash {
  return value instanceof Map
}
