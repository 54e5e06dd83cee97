import { cpSync, existsSync, readdirSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gatherExport } from '../../../electron/services/export-gather.ts'
import { sitePosts } from '../../../electron/services/export-site.ts'
import { makeRepository, plainGit } from '../../support/git-repository.ts'
import { available } from '../../support/needs.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const blogs = resolve(import.meta.dirname, '../../../../shared/corpora/blogs')
const isHere = existsSync(blogs)
const names = isHere ? readdirSync(blogs) : ['the public blogs, which are not here']

// Uses a real git, which not every machine has; CI requires it.
describe.skipIf(!available('git'))('a blog as it is published gives an empty plan', () => {
  // What it reads is other people’s and lies beside the project, not in it.
  test.skipIf(!isHere).each(names)('%s', async name => {
    const folder = realpathSync(temporaryFolder())
    cpSync(join(blogs, name, 'source'), join(folder, 'blog'), { recursive: true })
    const repo = makeRepository(join(folder, 'blog'))
    repo.git('add', '-A')
    repo.git('commit', '-q', '-m', 'As it is published')
    const posts = (await sitePosts(repo.root)).map(path => join(repo.root, path))
    if (posts.length === 0) return
    const { plan } = await gatherExport(plainGit, { posts, commit: true, stateFolder: join(folder, 'state') })
    expect({ operations: plan.operations, commit: plan.commit, findings: plan.findings }).toEqual({
      operations: [],
      commit: null,
      findings: [],
    })
    expect(plan.pages?.length).toBeGreaterThan(0)
  })
})
