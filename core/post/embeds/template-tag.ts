import type { Span } from '../../text/index.ts'

/** One argument of a tag: positional, or named where `name` is given. */
export interface TagArgument {
  readonly name: string | undefined
  /** Quotes left out. */
  readonly value: string
  readonly quoted: boolean
  /** Where the value stands, quotes left out. */
  readonly span: Span
}

/** A Liquid tag, a Hugo shortcode or a WordPress shortcode. */
export interface TemplateTag {
  readonly form: 'liquid' | 'hugo' | 'wordpress'
  readonly name: string
  readonly arguments: readonly TagArgument[]
  readonly span: Span
}

/** Shortcodes that blogs bring along from WordPress; only with arguments, as `[gist]` alone is a Markdown link. */
const wordpressNames = 'slideshare|youtube|vimeo|gist|soundcloud|dailymotion|ted|googleslides|embed'

/**
 * Finds the tags in a stretch of text, in order: `{% name … %}`, `{{< name … >}}`, `{{% name … %}}`, `[name …]`,
 * `[name=…]`, `[name]…[/name]`.
 * Tags may span lines; their ends are not looked for inside quotes.
 */
export function scanTemplateTags(source: string, from = 0, to = source.length): TemplateTag[] {
  const tags: TemplateTag[] = []
  const start = new RegExp(
    `\\{%-?\\s*(\\w+)|\\{\\{[<%]\\s*([\\w/-]+)|\\[(${wordpressNames})(?:=|\\](?=[^[\\]\\s]{1,500}\\[/\\3\\])|(?= ))(?=[^[\\]\\n]{0,500}(?:\\[/\\3)?\\](?![[(:]))`,
    'g',
  )
  start.lastIndex = from
  for (let match = start.exec(source); match && match.index < to; match = start.exec(source)) {
    const [opened, liquid, hugo, wordpress] = match
    const form = liquid ? 'liquid' : hugo ? 'hugo' : 'wordpress'
    // Cut out first: nothing that is looked for inside a tag may run on to the end of the post.
    const at = match.index + opened.length
    const tag = readTag(source.slice(at, Math.min(to, at + longestTag)), tagEnds[form], at)
    if (!tag || (form === 'wordpress' && tag.arguments.length === 0)) continue
    const name = (liquid ?? hugo ?? wordpress)!
    tags.push({ form, name, arguments: tag.arguments, span: { from: match.index, to: tag.end } })
    start.lastIndex = tag.end
  }
  return tags
}

const tagEnds = { liquid: '%}', hugo: '}}', wordpress: ']' } as const
const endPatterns: Readonly<Record<string, RegExp>> = {
  '%}': /-?%\}/y,
  '}}': /\/?[>%]\}\}/y,
  ']': /(?:\[\/\w+)?\]/y,
}

/** The first argument of a name, whatever its case and `-` or `_`. */
export function argumentNamed(tag: TemplateTag, ...names: readonly string[]): TagArgument | undefined {
  for (const name of names) {
    const found = tag.arguments.find(
      argument => argument.name !== undefined && packed(argument.name) === name,
    )
    if (found && found.value !== '') return found
  }
  return undefined
}

/** A name without case, `-` and `_`: `video_id`, `videoId` and `video-id` are one. */
export function packed(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '')
}

/** The arguments of a tag whose text after the name is `text`, which begins at `offset` of the source. */
function readTag(
  text: string,
  close: string,
  offset: number,
): { readonly arguments: TagArgument[]; readonly end: number } | undefined {
  if (!text.includes(close)) return undefined
  const found: TagArgument[] = []
  const end = endPatterns[close]!
  let at = 0
  while (at < text.length) {
    end.lastIndex = at
    const ended = end.exec(text)
    if (ended)
      return { arguments: found.map(argument => moved(argument, offset)), end: offset + at + ended[0].length }
    separator.lastIndex = at
    const separated = separator.exec(text)
    if (separated) {
      at += separated[0].length
      continue
    }
    const named = /([\w.-]+)\s*(?:=\s*|:(?:\s+|(?=["'])))(?=\S)/y
    named.lastIndex = at
    const name = named.exec(text)
    const argument = readValue(text, name ? at + name[0].length : at, name?.[1])
    if (!argument) return undefined
    found.push(argument)
    at = argument.span.to + (argument.quoted ? 1 : 0)
  }
  return undefined
}

const longestTag = 5_000

/** WordPress wrote queries into its shortcodes: `id=1&amp;doc=2`. */
const separator = /[\s,]+|&amp;|&/y

function readValue(text: string, at: number, name: string | undefined): TagArgument | undefined {
  const quote = text[at]
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, at + 1)
    if (end < 0) return undefined
    return { name, value: text.slice(at + 1, end), quoted: true, span: { from: at + 1, to: end } }
  }
  const bare = /(?:\{\{[^}]*\}\}|(?!-?%\}|\/?[>%]\}\}|\](?![[(:])|\[\/\w+\]|&(?:amp;)?\w+=)\S)+/y
  bare.lastIndex = at
  const value = bare.exec(text)?.[0]
  return value === undefined
    ? undefined
    : { name, value, quoted: false, span: { from: at, to: at + value.length } }
}

function moved(argument: TagArgument, offset: number): TagArgument {
  return { ...argument, span: { from: argument.span.from + offset, to: argument.span.to + offset } }
}
