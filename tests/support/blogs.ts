import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeAmirmcBlog } from './amirmc-blog.ts'
import { temporaryFolder } from './temporary.ts'

const project = resolve(import.meta.dirname, '../..')
const ours = join(project, 'tests/corpus/blog')

/** A git repository with a blog in it, new for each test. */
export interface Blog {
  readonly folder: string
  readonly git: (...args: string[]) => string
}

/** Our own small blog, committed by an author of its own. */
export function ourBlog(): Blog {
  const folder = join(temporaryFolder('blog'), 'quay.example')
  cpSync(ours, folder, { recursive: true })
  return commitAll(folder)
}

/** That blog, with layouts and stand-ins for the includes it names, as it comes without them. */
export function amirmcBlog(): Blog {
  const folder = join(temporaryFolder('blog'), 'amirmc.github.com')
  writeAmirmcBlog(folder)
  return commitAll(folder)
}

function commitAll(folder: string): Blog {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Rosalind Quay')
  git('config', 'user.email', 'rosalind@quay.example')
  git('config', 'commit.gpgsign', 'false')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Begin the blog')
  return { folder, git }
}
