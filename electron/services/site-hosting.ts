import { readFile, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { HostingSigns } from '../../core/jekyll/index.ts'

/** Reads what says how a site is published: its gems, its workflows, a CNAME, the address it is pushed to. */
export async function readHosting(source: string): Promise<HostingSigns> {
  const lockfile = await textOf(join(source, 'Gemfile.lock'))
  const gemfile = await textOf(join(source, 'Gemfile'))
  const repository = await findRepository(source)
  const remote = repository && (await remoteOf(repository))
  return {
    ...(lockfile !== undefined && { lockfile }),
    ...(gemfile !== undefined && { gemfile }),
    hasCname: (await textOf(join(source, 'CNAME'))) !== undefined,
    hasBuildWorkflow: repository !== undefined && (await hasBuildWorkflow(repository)),
    ...(remote !== undefined && { remote }),
  }
}

function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

async function findRepository(folder: string): Promise<string | undefined> {
  if ((await textOf(join(folder, '.git', 'HEAD'))) !== undefined) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : findRepository(parent)
}

async function remoteOf(repository: string): Promise<string | undefined> {
  const config = await textOf(join(repository, '.git', 'config'))
  return /\[remote "[^"]*"\][^[]*?\burl\s*=\s*(\S+)/.exec(config ?? '')?.[1]
}

async function hasBuildWorkflow(repository: string): Promise<boolean> {
  const folder = join(repository, '.github', 'workflows')
  for (const name of await readdir(folder).catch(() => [])) {
    const text = await textOf(join(folder, name))
    if (text && /jekyll\s+build|jekyll-build-pages|jekyll-action|jekyll-deploy/i.test(text)) return true
  }
  return false
}
