import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Git } from '../../electron/services/git.ts'

/** git as on a machine of its own: no settings of the user's or the system's. */
export const plainGit: Git = {
  program: 'git',
  env: {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_DATE: '2015-07-04T11:00:00Z',
    GIT_COMMITTER_DATE: '2015-07-04T11:00:00Z',
  },
}

/** A real repository in a folder, and shorthands for what tests do to it. */
export interface TestRepository {
  readonly root: string
  readonly git: (...args: readonly string[]) => string
  readonly write: (path: string, text: string | Buffer) => void
  readonly read: (path: string) => string
  readonly hook: (name: string, script: string) => void
}

export function makeRepository(
  root: string,
  files: Readonly<Record<string, string | Buffer>> = {},
): TestRepository {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...args], {
      cwd: root,
      env: plainGit.env as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
      .toString('utf8')
      .replace(/\n$/, '')
  const write = (path: string, text: string | Buffer): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  mkdirSync(root, { recursive: true })
  git('init', '-q', '-b', 'main')
  git('config', 'user.name', 'Ada Writer')
  git('config', 'user.email', 'ada@example.org')
  for (const [path, text] of Object.entries(files)) write(path, text)
  if (Object.keys(files).length > 0) {
    git('add', '-A')
    git('commit', '-q', '-m', 'Begin the blog')
  }
  return {
    root,
    git,
    write,
    read: path => readFileSync(join(root, path), 'utf8'),
    hook: (name, script) => {
      write(`.git/hooks/${name}`, `#!/bin/sh\n${script}\n`)
      chmodSync(join(root, '.git/hooks', name), 0o755)
    },
  }
}
