import { dirname } from 'node:path'
import {
  type LinkChange,
  type LinkHouse,
  addLink,
  learnLinkHouse,
  mergeDefinitions,
  pruneDefinitions,
  readLinks,
  renameLabel,
  sortDefinitions,
  toInline,
  toReferences,
} from '../../../../core/post/index.ts'
import { lineStarts, positionAt } from '../../../../core/text/index.ts'
import { readAuthorPosts } from '../../../services/author-posts.ts'
import { type Command, type CommandContext, type ExitCode, UsageError } from '../command.ts'
import { parseWords } from '../parse-words.ts'
import { type ReadPost, readPost, writeEdits } from '../edited-post.ts'

export const command: Command = {
  summary: 'lists the links of a post, or edits them',
  help: `lectern links POST [--json]
lectern links POST --to-reference | --to-inline | --rename OLD NEW | --prune | --merge | --sort use|label |
                   --add TEXT URL  [--dry-run] [--json]

Lists definitions and links, or makes one edit. What is published stays as it is.

  --to-reference    gives addresses that stand in links a definition; labels and place as the author's other posts
                    have them
  --to-inline       puts addresses back into the links
  --rename OLD NEW  gives a label another name
  --prune           takes out definitions no link uses
  --merge           lets links to one place use one label
  --sort            orders each block of definitions by label, or as the links come
  --add TEXT URL    links words of the post; words it does not have get a line of their own at its end
  --dry-run         prints the change, and changes nothing
  --json            {definitions: [{label, url, title, line, uses}], uses: [{label, style, text, line, url}]};
                    of an edit {path, edits, refused: [{code, message, line}]}
`,
  run: runLinks,
}

async function runLinks(context: CommandContext): Promise<ExitCode> {
  const options = readArguments(context.args)
  const post = await readPost(context, options.path)
  const edit = editAskedFor(options)
  if (!edit) {
    const listed = linksAsJson(post.source)
    context.out(options.json ? `${JSON.stringify(listed)}\n` : table(listed))
    return 0
  }
  const { edits, refused } = edit(post.source, await readHouse(post))
  const starts = lineStarts(post.source)
  const left = refused.map(({ code, message, span }) => ({
    code,
    message,
    line: positionAt(starts, span.from).line,
  }))
  await writeEdits(context, post, edits, { ...options, also: { refused: left } })
  for (const { line, message } of left) context.err(`line ${line}: ${message}\n`)
  return 0
}

type Edit = (source: string, house: LinkHouse) => Pick<LinkChange, 'edits' | 'refused'>
type Options = ReturnType<typeof readArguments>

function editAskedFor({ values, rename, add, sort }: Options): Edit | undefined {
  if (values['to-reference']) return (source, house) => toReferences(source, { house })
  if (values['to-inline']) return source => toInline(source)
  if (values.prune) return pruneDefinitions
  if (values.merge) return mergeDefinitions
  if (sort) return source => sortDefinitions(source, sort)
  if (rename) return source => ({ edits: renameLabel(source, ...rename), refused: [] })
  if (add) return (source, house) => ({ edits: addLink(source, ...add, house), refused: [] })
  return undefined
}

async function readHouse(post: ReadPost): Promise<LinkHouse> {
  const others = await readAuthorPosts(dirname(post.file), post.file)
  return learnLinkHouse([post.source, ...others.map(other => other.source)])
}

export function linksAsJson(source: string) {
  const { definitions, uses } = readLinks(source)
  const starts = lineStarts(source)
  const line = (offset: number): number => positionAt(starts, offset).line
  return {
    definitions: definitions.map(definition => ({
      label: definition.label,
      url: definition.url,
      title: definition.title ?? null,
      line: line(definition.span.from),
      uses: uses.filter(use => use.definition === definition).length,
    })),
    uses: uses.map(use => ({
      label: use.label ?? null,
      style: use.style,
      text: use.text,
      line: line(use.span.from),
      url: use.url,
    })),
  }
}

function table({ definitions, uses }: ReturnType<typeof linksAsJson>): string {
  const row = (line: number, name: string, url: string): string =>
    `${String(line).padStart(5)}  ${name.replace(/\s+/g, ' ').padEnd(32)}  ${url}\n`
  const own = uses.filter(use => use.label === null)
  return [
    ...definitions.map(({ line, label, url, uses: count }) => row(line, `[${label}] ×${count}`, url)),
    ...own.map(({ line, text, url }) => row(line, text, url)),
  ].join('')
}

const edits = ['to-reference', 'to-inline', 'prune', 'merge'] as const

function readArguments(args: readonly string[]) {
  const rename = takePair(args, '--rename', 'OLD and NEW')
  const add = takePair(rename.rest, '--add', 'TEXT and URL')
  const { values, positionals } = parse(add.rest)
  const sort = orderNamed(values.sort)
  const asked = [...edits.map(name => values[name]), sort, rename.pair, add.pair].filter(Boolean)
  if (asked.length > 1) throw new UsageError('ask for one edit at a time')
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new UsageError('name one post')
  return {
    path,
    values,
    sort,
    rename: rename.pair,
    add: add.pair,
    json: values.json,
    dryRun: values['dry-run'],
  }
}

function orderNamed(sort: string | undefined): 'use' | 'label' | undefined {
  if (sort !== undefined && sort !== 'use' && sort !== 'label') throw new UsageError('--sort is use or label')
  return sort
}

/** The two words behind an option, which may begin with a dash, and the words without them. */
function takePair(args: readonly string[], option: string, names: string) {
  const at = args.indexOf(option)
  if (at < 0) return { pair: undefined, rest: args }
  const [first, second] = args.slice(at + 1)
  if (first === undefined || second === undefined) throw new UsageError(`${option} takes ${names}`)
  return { pair: [first, second] as const, rest: [...args.slice(0, at), ...args.slice(at + 3)] }
}

function parse(args: readonly string[]) {
  return parseWords({
    args: [...args],
    options: {
      'to-reference': { type: 'boolean', default: false },
      'to-inline': { type: 'boolean', default: false },
      prune: { type: 'boolean', default: false },
      merge: { type: 'boolean', default: false },
      sort: { type: 'string' },
      json: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
}
