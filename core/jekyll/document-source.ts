import { splitFrontMatter } from '../post/index.ts'

/** A file with front matter as Jekyll takes it apart. */
export interface DocumentSource {
  /** Undefined where there is no front matter. */
  readonly yaml: string | undefined
  readonly content: string
  /** The line the YAML starts at, from 1. */
  readonly yamlLine: number
  /** The line the content starts at, from 1. */
  readonly contentLine: number
}

/**
 * Splits a file. The content starts at its first line that is not blank: the pattern that takes the closing marker
 * takes blank lines after it too (jekyll/document.rb, YAML_FRONT_MATTER_REGEXP).
 */
export function splitDocument(source: string): DocumentSource {
  const { yaml, body } = splitFrontMatter(source)
  if (!yaml) return { yaml: undefined, content: source.slice(body.from), yamlLine: 1, contentLine: 1 }
  const rest = source.slice(body.from)
  const blank = /^(?:[ \t\r\f\v]*\n)*(?:[ \t\r\f\v]*$(?![\s\S]))?/.exec(rest)![0].length
  const from = body.from + blank
  return {
    yaml: source.slice(yaml.from, yaml.to),
    content: source.slice(from),
    yamlLine: lineOf(source, yaml.from),
    contentLine: lineOf(source, from),
  }
}

function lineOf(source: string, offset: number): number {
  let line = 1
  for (let at = source.indexOf('\n'); at !== -1 && at < offset; at = source.indexOf('\n', at + 1)) line++
  return line
}
