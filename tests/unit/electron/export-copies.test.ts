import { mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { gatherExport } from '../../../electron/services/export-gather.ts'
import { recordsFolder } from '../../../electron/services/export-journal.ts'
import { applyExport } from '../../../electron/services/export-runner.ts'
import { undoExport } from '../../../electron/services/export-undo.ts'
import { findRepository } from '../../../electron/services/git-repository.ts'
import { type TestRepository, makeRepository, plainGit } from '../../support/git-repository.ts'
import { available } from '../../support/needs.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const words = '---\ntitle: A talk\n---\n\nSlides below.\n\nThanks for coming.\n\nQuestions are welcome.\n'

// Uses a real git, which not every machine has; CI requires it.
describe.skipIf(!available('git'))('exporting posts of another folder', () => {
  let folder: string
  let repo: TestRepository

  beforeEach(() => {
    folder = realpathSync(temporaryFolder())
    repo = makeRepository(join(folder, 'blog'), {
      '_config.yml': 'title: A blog\nbaseurl: /blog\n',
      'talks/_posts/2014-01-01-old.md':
        '---\ntitle: Old\n---\n\n![One]({{ site.baseurl }}/images/2014/one.png)\n![Two]({{ site.baseurl }}/images/two.png)\n',
      'images/two.png': Buffer.from([0x89, 0]),
    })
  })

  const write = (path: string, text: string | Buffer): string => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
    return join(folder, path)
  }
  const gather = (post: string, options: Partial<Parameters<typeof gatherExport>[1]> = {}) =>
    gatherExport(plainGit, {
      posts: [post],
      to: repo.root,
      commit: true,
      stateFolder: join(folder, 'state'),
      ...options,
    })
  const exported = async (post: string) => applyExport(plainGit, await gather(post))
  const undo = async () =>
    undoExport(plainGit, join(repo.root, '.git/lectern'), await findRepository(plainGit, repo.root))

  test('a folder that holds no site is said to be none', async () => {
    const post = write('writing/2015-07-04-talk.md', words)
    const codes = async (to: string) =>
      (await gather(post, { to, commit: false })).plan.findings.map(
        ({ code, severity }) => `${severity} ${code}`,
      )
    mkdirSync(join(folder, 'letters'))
    expect(await codes(join(folder, 'letters'))).toContain('warning export.no-site')
    expect(await codes(repo.root)).not.toContain('warning export.no-site')
  })

  test('a post goes where the site keeps posts, its pictures where the site keeps those, addressed as the site does', async () => {
    write('writing/pictures/title page.png', Buffer.from([0x89, 1, 0]))
    const post = write('writing/2015-07-04-talk.md', `${words}\n![Title](<pictures/title%20page.png>)\n`)
    const plan = (await gather(post)).plan
    expect(plan.operations.map(({ type, path }) => `${type} ${path}`)).toEqual([
      'write talks/_posts/2015-07-04-talk.md',
      'write images/title page.png',
    ])
    const before = repo.git('rev-parse', 'HEAD')
    await exported(post)
    expect(repo.read('talks/_posts/2015-07-04-talk.md')).toBe(
      `${words}\n![Title](<{{ site.baseurl }}/images/title%20page.png>)\n`,
    )
    expect(repo.git('status', '--porcelain')).toBe('')
    expect((await gather(post)).plan.operations).toEqual([])
    await undo()
    expect(repo.git('rev-parse', 'HEAD')).toBe(before)
    expect(repo.git('status', '--porcelain', '--ignored')).toBe('')
  })

  test.each(['in the site', 'in a folder elsewhere'])(
    'the pictures of a gallery go along, %s: those its include shows',
    async where => {
      const include =
        '{% for n in (1..number) %}<img src="{{ site.baseurl }}/images/{{ folder }}/{{ n }}.png">{% endfor %}'
      repo.write('_includes/gallery', include)
      repo.git('add', '--all')
      repo.git('commit', '--quiet', '--message', 'Show galleries')
      const elsewhere = where === 'in a folder elsewhere'
      const gallery = "{% assign folder = 'quay' %}\n{% assign number = 2 %}\n{% include gallery %}\n"
      const place = elsewhere ? 'writing' : 'blog'
      for (const name of ['1', '2', '3']) write(`${place}/images/quay/${name}.png`, Buffer.from([0x89, 0]))
      const post = write(
        `${place}/${elsewhere ? '' : 'talks/_posts/'}2015-07-04-talk.md`,
        `${words}\n${gallery}`,
      )
      const { operations } = (await gather(post)).plan
      expect(operations.map(({ type, path }) => `${type} ${path}`).toSorted()).toEqual([
        'write images/quay/1.png',
        'write images/quay/2.png',
        'write talks/_posts/2015-07-04-talk.md',
      ])
    },
  )

  test('a picture whose name another file has on the site goes into a folder of the post', async () => {
    write('writing/two.png', Buffer.from([0x89, 7, 7, 0]))
    const post = write('writing/2015-07-04-talk.md', `${words}\n![Two](two.png)\n`)
    await exported(post)
    expect(readFileSync(join(repo.root, 'images/2015-07-04-talk/two.png'))).toEqual(
      Buffer.from([0x89, 7, 7, 0]),
    )
    expect(repo.read('talks/_posts/2015-07-04-talk.md')).toContain(
      '![Two]({{ site.baseurl }}/images/2015-07-04-talk/two.png)',
    )
  })

  test('what a colleague changed on the site since is kept, at this export and at the next', async () => {
    const post = write('writing/2015-07-04-talk.md', words)
    await exported(post)
    const place = 'talks/_posts/2015-07-04-talk.md'
    repo.write(place, words.replace('Slides below.', 'Slides and code below.'))
    repo.git('commit', '-q', '-am', 'Mention the code')
    write('writing/2015-07-04-talk.md', words.replace('welcome', 'very welcome'))
    const joined = await gather(post)
    expect(joined.plan.findings).toMatchObject([{ code: 'export.joined', severity: 'info' }])
    await applyExport(plainGit, joined)
    expect(repo.read(place)).toBe(
      words.replace('welcome', 'very welcome').replace('Slides below.', 'Slides and code below.'),
    )
    write('writing/2015-07-04-talk.md', words.replace('welcome', 'most welcome'))
    await exported(post)
    expect(repo.read(place)).toBe(
      words.replace('welcome', 'most welcome').replace('Slides below.', 'Slides and code below.'),
    )
  })

  test('the same words changed on both sides stop the export', async () => {
    const post = write('writing/2015-07-04-talk.md', words)
    await exported(post)
    repo.write('talks/_posts/2015-07-04-talk.md', words.replace('welcome', 'forbidden'))
    write('writing/2015-07-04-talk.md', words.replace('welcome', 'very welcome'))
    expect((await gather(post)).plan.findings).toMatchObject([
      { code: 'export.changed-there', severity: 'error' },
    ])
  })

  test('changes of the site’s file that nobody committed stop the export', async () => {
    const place = 'talks/_posts/2014-01-01-old.md'
    const post = write('writing/2014-01-01-old.md', words)
    expect((await gather(post)).plan.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    repo.write(place, `${repo.read(place)}Being edited.\n`)
    expect((await gather(post)).plan.findings).toContainEqual(
      expect.objectContaining({ code: 'export.uncommitted-there', severity: 'error', path: place }),
    )
  })

  test('a post renamed in its folder is renamed on the site', async () => {
    const post = write('writing/2015-07-04-talk.md', words)
    await exported(post)
    const renamed = join(folder, 'writing/2015-07-05-talk.md')
    renameSync(post, renamed)
    expect((await gather(renamed)).plan.operations).toMatchObject([
      { type: 'move', from: 'talks/_posts/2015-07-04-talk.md', path: 'talks/_posts/2015-07-05-talk.md' },
    ])
    await exported(renamed)
    expect(repo.git('ls-files', 'talks')).toBe(
      'talks/_posts/2014-01-01-old.md\ntalks/_posts/2015-07-05-talk.md',
    )
    await undo()
    expect(repo.git('ls-files', 'talks')).toBe(
      'talks/_posts/2014-01-01-old.md\ntalks/_posts/2015-07-04-talk.md',
    )
    expect(repo.git('status', '--porcelain')).toBe('')
  })

  test('line endings stay as they are on the site', async () => {
    repo.write('talks/_posts/2015-07-04-talk.md', words.replaceAll('\n', '\r\n'))
    repo.git('add', '-A')
    repo.git('commit', '-q', '-m', 'Written on Windows')
    const post = write('writing/2015-07-04-talk.md', words.replace('welcome', 'very welcome'))
    const { plan } = await gather(post)
    expect(plan.operations[0]?.diff.match(/^[+-](?![+-])/gm)).toHaveLength(2)
    await exported(post)
    expect(repo.git('diff', '--numstat', 'HEAD~1', 'HEAD')).toBe('1\t1\ttalks/_posts/2015-07-04-talk.md')
  })

  test('on a machine without git a plain folder is copied to, and a repository is not touched', async () => {
    const none = { ...plainGit, program: join(folder, 'no-git-here') }
    write('plain/_config.yml', 'title: Plain\n')
    const post = write('writing/2015-07-04-talk.md', words)
    const options = { posts: [post], commit: true, stateFolder: join(folder, 'state') }
    const prepared = await gatherExport(none, { ...options, to: join(folder, 'plain') })
    expect(await applyExport(none, prepared)).toMatchObject({ done: true, commit_id: null })
    expect(readFileSync(join(folder, 'plain/_posts/2015-07-04-talk.md'), 'utf8')).toBe(words)
    await expect(gatherExport(none, { ...options, to: repo.root })).rejects.toMatchObject({
      code: 'git.missing',
    })
  })

  test('without git it is a copy, with the same plan, receipt and undo', async () => {
    const site = join(folder, 'plain')
    write('plain/_config.yml', 'title: Plain\n')
    write('plain/_posts/2015-07-04-talk.md', 'as it was\n')
    const post = write('writing/2015-07-04-talk.md', `${words}![P](p.png)\n`)
    write('writing/p.png', Buffer.from([1, 0]))
    const prepared = await gather(post, { to: site })
    expect(prepared.plan).toMatchObject({ repo: site, branch: null, commit: null })
    const receipt = await applyExport(plainGit, prepared)
    expect(receipt).toMatchObject({ done: true, commit_id: null, undo_id: expect.any(String) })
    expect(readFileSync(join(site, '_posts/2015-07-04-talk.md'), 'utf8')).toBe(
      `${words}![P](/assets/p.png)\n`,
    )
    await undoExport(plainGit, recordsFolder(site, undefined, join(folder, 'state')), undefined)
    expect(readFileSync(join(site, '_posts/2015-07-04-talk.md'), 'utf8')).toBe('as it was\n')
    expect(() => readFileSync(join(site, 'assets/p.png'))).toThrow('ENOENT')
  })
})
