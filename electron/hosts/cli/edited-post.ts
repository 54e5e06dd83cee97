import { readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { LecternError } from '../../../core/errors.ts'
import { type TextEdit, applyEdits, unifiedDiff } from '../../../core/text/index.ts'
import { diskFileSystem } from '../../services/file-system.ts'
import { replaceFile } from '../../services/replace-file.ts'
import type { CommandContext } from './command.ts'

/** A post as a command reads it. */
export interface ReadPost {
  /** As the user named it. */
  readonly path: string
  readonly file: string
  readonly source: string
}

/** Reads a post named on the command line; text that is not UTF-8 is refused, as saving would change it. */
export async function readPost(context: CommandContext, path: string): Promise<ReadPost> {
  const file = resolve(context.cwd, path)
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new LecternError('post.not-found', [path], { cause: error })
  })
  const source = bytes.toString('utf8')
  if (!Buffer.from(source, 'utf8').equals(bytes)) throw new LecternError('post.not-utf8', [path])
  return { path, file, source }
}

export interface WriteOptions {
  readonly dryRun: boolean
  readonly json: boolean
  /** What the JSON says besides path and edits. */
  readonly also?: object
}

/** Writes edits to a post, or with `dryRun` prints what would change: a diff, or path and edits as JSON. */
export async function writeEdits(
  context: CommandContext,
  post: ReadPost,
  edits: readonly TextEdit[],
  { dryRun, json, also }: WriteOptions,
): Promise<void> {
  const after = applyEdits(post.source, edits)
  if (dryRun) {
    const shown = relative(context.cwd, post.file).startsWith('..') ? post.file.slice(1) : post.path
    context.out(
      json
        ? `${JSON.stringify({ path: post.path, edits, ...also })}\n`
        : unifiedDiff(shown, post.source, after),
    )
    return
  }
  if (after !== post.source) {
    const before = Buffer.from(post.source, 'utf8')
    const done = await replaceFile(diskFileSystem, post.file, Buffer.from(after, 'utf8'), current =>
      current.equals(before),
    )
    if (done === 'changed') throw new LecternError('post.changed-on-disk', [post.path])
  }
  if (json) context.out(`${JSON.stringify({ path: post.path, edits, ...also })}\n`)
}
