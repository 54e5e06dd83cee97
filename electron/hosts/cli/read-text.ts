import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { LecternError } from '../../../core/errors.ts'
import type { CommandContext } from './command.ts'

/**
 * A file named on the command line; `-` is the standard input.
 *
 * @throws LecternError 'post.not-found'
 */
export async function readText(
  context: Pick<CommandContext, 'cwd' | 'stdin'>,
  path: string,
): Promise<string> {
  if (path === '-') return context.stdin()
  return readFile(resolve(context.cwd, path), 'utf8').catch((error: unknown) => {
    throw new LecternError('post.not-found', [path], { cause: error })
  })
}
