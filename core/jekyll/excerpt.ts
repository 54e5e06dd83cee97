import type { TagDefinition } from '../liquid/index.ts'

export interface ExcerptOptions {
  readonly tags: ReadonlyMap<string, TagDefinition>
  /** Whether link definitions the excerpt does not use are kept too. */
  readonly keepsAllDefinitions?: boolean
}

/**
 * The part of a document before the first separator, with what it needs of the rest (jekyll/excerpt.rb): Liquid blocks
 * it cuts through are closed, and link definitions it uses are put after it.
 */
export function extractExcerpt(content: string, separator: string, options: ExcerptOptions): string {
  const at = content.indexOf(separator)
  const tail = at === -1 ? '' : content.slice(at + separator.length)
  if (tail === '') return at === -1 ? content : content.slice(0, at)
  const head = closeLiquidBlocks(content.slice(0, at), options.tags)
  const definitions = linkDefinitions(tail).filter(
    definition => options.keepsAllDefinitions || head.includes(definition.label),
  )
  if (definitions.length === 0) return head
  return `${head}\n\n${definitions.map(definition => definition.text).join('\n')}`
}

/** What must be kept of a long text for its excerpt to come out the same. */
export function cutToExcerpt(content: string, separator: string): string {
  const at = content.indexOf(separator)
  if (at === -1 || separator === '') return content
  const definitions = linkDefinitions(content.slice(at + separator.length)).map(definition => definition.text)
  return `${content.slice(0, at)}${separator}\n${definitions.join('\n')}\n`
}

function closeLiquidBlocks(head: string, tags: ReadonlyMap<string, TagDefinition>): string {
  if (!head.includes('{%')) return head
  let result = head
  const names = [...head.matchAll(/\{%-?\s*(\w+)\s*[\s\S]*?-?%\}/g)].map(match => match[1]!)
  for (const name of names.toReversed()) {
    if (!tags.get(name)?.isBlock) continue
    if (new RegExp(String.raw`\{%-?\s*end${name}[\s\S]*?\s*-?%\}`).test(result)) continue
    result += `\n{% end${name} %}`
  }
  return result
}

interface LinkDefinition {
  /** With its brackets. */
  readonly label: string
  readonly text: string
}

function linkDefinitions(text: string): LinkDefinition[] {
  return [...text.matchAll(/^ {0,3}(\[[^\]]+\])(:.+)$/gm)].map(match => ({
    label: match[1]!,
    text: match[1]! + match[2]!,
  }))
}
