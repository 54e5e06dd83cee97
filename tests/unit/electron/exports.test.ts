import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { HostEvent } from '../../../core/contract/index.ts'
import { type Exports, createExports } from '../../../electron/services/exports.ts'
import { type TestRepository, makeRepository, plainGit } from '../../support/git-repository.ts'
import { available } from '../../support/needs.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const post = '_posts/2015-07-04-talk.md'

// Uses a real git, which not every machine has; CI requires it.
describe.skipIf(!available('git'))('publishing from the open folder', () => {
  let folder: string
  let repo: TestRepository
  let events: HostEvent[]

  beforeEach(() => {
    folder = realpathSync(temporaryFolder())
    events = []
    repo = makeRepository(join(folder, 'blog'), {
      '_config.yml': 'title: A blog\nurl: https://example.org\nbaseurl: /blog\n',
      '_layouts/post.html': '{{ content }}',
      '_posts/2014-01-01-old.md': '---\ntitle: Old\nlayout: post\n---\n\nOld words.\n',
    })
  })

  const open = (place = repo.root): Exports => {
    const exports = createExports({
      folder: place,
      dataDir: join(folder, 'data'),
      git: async () => plainGit,
      announce: event => events.push(event),
    })
    onTestFinished(() => exports.close())
    return exports
  }
  const publish = async (exports: Exports, options: { push?: boolean } = {}) => {
    const { planId } = await exports.planExport({ posts: [post], ...options })
    return exports.applyExport(planId)
  }
  const addRemote = (): string => {
    const remote = join(folder, 'remote.git')
    repo.git('init', '-q', '--bare', remote)
    repo.git('remote', 'add', 'origin', remote)
    repo.git('push', '-q', '-u', 'origin', 'main')
    return remote
  }
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (const giveUp = Date.now() + 20_000; !(await holds()); await sleep(50))
      if (Date.now() > giveUp) throw new Error('it did not come true')
  }

  test('a plan names the address, and applying it gives a receipt with an undo', async () => {
    repo.write(post, '---\ntitle: The talk\nlayout: post\n---\n\nThanks.\n')
    const exports = open()
    const { planId, plan } = await exports.planExport({ posts: [post] })
    expect(plan).toMatchObject({
      urls: ['/2015/07/04/talk.html'],
      pages: [{ path: post, address: 'https://example.org/blog/2015/07/04/talk.html', visible: true }],
      findings: [],
    })
    const receipt = await exports.applyExport(planId)
    expect(receipt).toMatchObject({ done: true, pushed: false })
    expect(await exports.publishState()).toMatchObject({
      repo: repo.root,
      branch: 'main',
      lastExport: { undoId: receipt.undo_id, summary: 'Add post: The talk' },
    })
    await exports.undoExport(receipt.undo_id!)
    expect((await exports.publishState()).lastExport).toBeUndefined()
    expect(repo.git('status', '--porcelain')).toBe(`?? ${post}`)
    await expect(exports.applyExport(planId)).rejects.toMatchObject({ code: 'export.no-plan' })
  })

  test('the texts of a plan are those of the site now and of the site afterwards', async () => {
    const text = (words: string): string => `---\ntitle: Old\nlayout: post\n---\n\n${words}\n`
    const old = '_posts/2014-01-01-old.md'
    repo.write(post, text('Quite new.'))
    repo.write(old, text('Other words.'))
    const exports = open()
    const { planId } = await exports.planExport({ posts: [post, old] })
    expect(await exports.plannedTexts(planId, post)).toEqual({ after: text('Quite new.') })
    expect(await exports.plannedTexts(planId, old)).toEqual({
      before: text('Old words.'),
      after: text('Other words.'),
    })
    expect(await exports.plannedTexts(planId, 'index.md')).toEqual({})
    expect(await exports.plannedSite(planId, old)).toBeUndefined()
    await expect(exports.plannedTexts('another', post)).rejects.toMatchObject({ code: 'export.no-plan' })
  })

  test('the texts of a copy are those of its place in the repository', async () => {
    const writing = join(folder, 'writing')
    mkdirSync(join(writing, 'pictures'), { recursive: true })
    writeFileSync(join(writing, 'pictures/one.png'), Buffer.from([1, 0, 2]))
    writeFileSync(join(writing, '2014-01-01-old.md'), '---\ntitle: Old\n---\n\n![One](pictures/one.png)\n')
    const exports = open(writing)
    const { planId } = await exports.planExport({ posts: ['2014-01-01-old.md'], repo: repo.root })
    expect(await exports.plannedTexts(planId, '_posts/2014-01-01-old.md')).toEqual({
      before: '---\ntitle: Old\nlayout: post\n---\n\nOld words.\n',
      after: expect.stringContaining('{{ site.baseurl }}/assets/one.png'),
    })
    const site = await exports.plannedSite(planId, '_posts/2014-01-01-old.md')
    expect([site?.source, site?.configFiles.length]).toEqual([repo.root, 1])
  })

  test('what belongs to a post goes along from anywhere in the repository, also when only _posts is open', async () => {
    const page = (words: string): string => `---\ntitle: Talks\n---\n\n${words}\n`
    const old = '_posts/2014-01-01-old.md'
    repo.write('talks.md', page('One talk.'))
    repo.write(old, `${repo.read(old)}More.\n`)
    repo.git('add', '-A')
    repo.git('commit', '-q', '-m', 'Talks')
    repo.write('talks.md', page('Two talks. <!-- count them -->'))
    repo.write(old, `${repo.read(old)}Still more.\n`)
    const exports = open(join(repo.root, '_posts'))
    const posts = ['2014-01-01-old.md']
    const alone = await exports.planExport({ posts })
    expect(alone.plan).toMatchObject({ companions: ['talks.md'], commit: { paths: [old] } })
    const { planId, plan } = await exports.planExport({ posts, along: ['talks.md'] })
    expect(plan.commit?.paths).toEqual([old, 'talks.md'])
    expect(plan.findings).toEqual([expect.objectContaining({ code: 'html-comment', path: 'talks.md' })])
    expect(plan.findings[0]).not.toHaveProperty('fix')
    await exports.applyExport(planId)
    expect(repo.git('show', '--name-only', '--format=', 'HEAD').split('\n')).toEqual([old, 'talks.md'])
  })

  test('a finding is fixed by edits of the post as the writer named it', async () => {
    repo.write(post, '---\ntitle: The talk\nlayout: post\n---\n\nThanks. <!-- boring -->\n')
    const { plan } = await open().planExport({ posts: [post] })
    expect(plan.findings).toMatchObject([
      {
        code: 'html-comment',
        fix: { id: 'liquid-comment', post, edits: [{ insert: '{% comment %} boring {% endcomment %}' }] },
      },
    ])
  })

  test('the commit does not wait for the network: the push follows, and the state says how far it is', async () => {
    addRemote()
    repo.write(post, '---\ntitle: The talk\nlayout: post\n---\n')
    const exports = open()
    expect(await publish(exports, { push: true })).toMatchObject({ done: true, pushed: 'queued' })
    await until(async () => (await exports.publishState()).ahead === 0)
    const { push, pushProblem } = await exports.publishState()
    expect([push, pushProblem]).toEqual([undefined, undefined])
    expect(events.filter(event => event.type === 'publish-changed').length).toBeGreaterThan(1)
  })

  test('offline the push waits, over a restart too, and is not called done', async () => {
    const remote = addRemote()
    repo.git('remote', 'set-url', 'origin', 'http://127.0.0.1:9/blog.git')
    repo.write(post, '---\ntitle: The talk\nlayout: post\n---\n')
    const exports = open()
    await publish(exports, { push: true })
    await until(async () => (await exports.publishState()).pushProblem !== undefined)
    expect(await exports.publishState()).toMatchObject({
      push: 'queued',
      ahead: 1,
      pushProblem: expect.stringContaining('not on the site yet'),
    })
    await exports.close()
    repo.git('remote', 'set-url', 'origin', remote)
    const again = open()
    expect(await again.publishState()).toMatchObject({ push: 'queued', ahead: 1 })
    const state = await again.pushNow()
    expect([state.push, state.ahead]).toEqual([undefined, 0])
  })

  test('a conflict is shown, resolved and pushed', async () => {
    addRemote()
    const colleague = makeRepository(join(folder, 'colleague'))
    colleague.git('pull', '-q', join(folder, 'remote.git'), 'main')
    const text = (words: string): string => `---\ntitle: The talk\nlayout: post\n---\n\n${words}\n`
    colleague.write(post, text('Theirs.'))
    colleague.git('add', '-A')
    colleague.git('commit', '-q', '-m', 'Theirs')
    colleague.git('push', '-q', join(folder, 'remote.git'), 'main')
    repo.write(post, text('Ours.'))
    const exports = open()
    await publish(exports)
    expect(await exports.pushNow()).toMatchObject({ pushProblem: expect.stringContaining(post) })
    expect(await exports.pushConflicts()).toMatchObject([
      { path: post, ours: text('Ours.'), theirs: text('Theirs.') },
    ])
    expect(await exports.resolveConflicts([{ path: post, text: text('Both.') }])).toMatchObject({ ahead: 0 })
    expect(repo.read(post)).toBe(text('Both.'))
    expect(await exports.pushConflicts()).toEqual([])
  })

  test('a folder elsewhere is given a repository once, and remembers it', async () => {
    const writing = join(folder, 'writing')
    mkdirSync(join(writing, '_posts'), { recursive: true })
    writeFileSync(join(writing, post), '---\ntitle: The talk\nlayout: post\n---\n')
    const exports = open(writing)
    await expect(exports.planExport({ posts: [post] })).rejects.toMatchObject({ code: 'export.no-target' })
    await expect(exports.planExport({ posts: ['_posts/none.md'] })).rejects.toMatchObject({
      code: 'post.not-found',
      message: 'There is no file _posts/none.md. It may have been moved or removed.',
    })
    expect(await exports.publishState()).toEqual({})
    const { planId } = await exports.planExport({ posts: [post], repo: repo.root })
    await exports.applyExport(planId)
    writeFileSync(join(writing, post), '---\ntitle: The talk again\nlayout: post\n---\n')
    const later = await open(writing).planExport({ posts: [post] })
    expect(later.plan).toMatchObject({ repo: repo.root, commit: { message: 'Update The talk again' } })
  })

  test('cancelling leaves the repository as it was', async () => {
    repo.hook('pre-commit', 'sleep 20')
    repo.write(post, '---\ntitle: The talk\nlayout: post\n---\n')
    const before = repo.git('status', '--porcelain=v2', '-uall')
    const exports = open()
    const { planId } = await exports.planExport({ posts: [post] })
    const applied = exports.applyExport(planId)
    const refused = expect(applied).rejects.toMatchObject({ code: 'export.cancelled' })
    await sleep(400)
    const began = Date.now()
    await exports.cancelExport()
    await refused
    expect(Date.now() - began).toBeLessThan(1_000)
    expect(repo.git('status', '--porcelain=v2', '-uall')).toBe(before)
    expect(readFileSync(join(repo.root, '.git/HEAD'), 'utf8')).toBe('ref: refs/heads/main\n')
  })
})
