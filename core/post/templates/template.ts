/**
 * Templates of posts: text with tab stops.
 *
 *     ${title}            a value that is known, or a tab stop that says `title`
 *     ${event:the event}  the same with words of its own
 *     ${1:first link}     a numbered tab stop with words in it; the same number twice is one stop in two places
 *     ${0}                where the writer ends up
 *     \${                 those two characters
 *
 * Everything else is text, Liquid included.
 */
import type { Span } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { type ScalarStyle, writeScalar } from '../front-matter/write-scalar.ts'

/** A place the writer goes to with Tab; `text` is selected there. */
export interface TabStop extends Span {
  readonly name: string
}

export interface ExpandedTemplate {
  readonly source: string
  /** In the order they are visited. */
  readonly stops: readonly TabStop[]
}

export type TemplateValues = { readonly [name: string]: string | undefined }

const placeholder = /\\\$\{|\$\{(\w+)(?::([^{}]*))?\}/g

/** Fills a template. Values that stand in the front matter are quoted as YAML needs it, dates excepted. */
export function expandTemplate(template: string, values: TemplateValues): ExpandedTemplate {
  const { yaml } = splitFrontMatter(template)
  const parts: string[] = []
  const stops: TabStop[] = []
  let length = 0
  const push = (text: string): void => {
    parts.push(text)
    length += text.length
  }
  let at = 0
  for (const match of template.matchAll(placeholder)) {
    push(template.slice(at, match.index))
    at = match.index + match[0].length
    const name = match[1]
    if (name === undefined) push('${')
    else {
      const value = /^\d+$/.test(name) ? undefined : values[name]
      const isYaml = yaml !== undefined && match.index < yaml.to
      const text =
        value === undefined
          ? (match[2] ?? defaultWords(name, isYaml))
          : isYaml
            ? inYaml(template, match.index, name, value)
            : value
      if (value === undefined) stops.push({ name, from: length, to: length + text.length })
      push(text)
    }
  }
  push(template.slice(at))
  return { source: parts.join(''), stops: stops.toSorted(byVisit) }
}

/** Text as it must be written in a template to stand for itself. */
export function escapeTemplate(text: string): string {
  return text.replaceAll('${', '\\${')
}

/** Named stops first, in the order of the text, then the numbered ones; `${0}` last. */
function byVisit(a: TabStop, b: TabStop): number {
  return visit(a) - visit(b) || a.from - b.from
}

function visit({ name }: TabStop): number {
  if (!/^\d+$/.test(name)) return 0
  return name === '0' ? Infinity : Number(name)
}

function defaultWords(name: string, isYaml: boolean): string {
  return isYaml || /^\d+$/.test(name) ? '' : name
}

function inYaml(template: string, at: number, name: string, value: string): string {
  if (name === 'date') return value
  const before = template[at - 1]
  const style: ScalarStyle = before === '"' ? 'double' : before === "'" ? 'single' : 'plain'
  const lineStart = template.lastIndexOf('\n', at) + 1
  const isFlow = /[[{]/.test(template.slice(lineStart, at))
  const written = writeScalar(value, style, isFlow ? 'flow' : 'block')
  return style === 'plain' ? written : written.slice(1, -1)
}
