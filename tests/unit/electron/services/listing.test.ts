import { chmod, mkdir, symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPostsFolder } from '../../../support/fixtures/posts-folder.ts'
import { type OpenedFolder, openFolder, writeFiles } from '../../../support/open-folder.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

let home: string
let site: string
let opened: OpenedFolder | undefined

beforeEach(() => {
  home = temporaryFolder()
  site = join(home, 'site')
})

afterEach(async () => {
  await opened?.close()
  opened = undefined
})

async function list(folder?: string): Promise<string[]> {
  await opened?.close()
  opened = await openFolder(home, {
    now: () => new Date('2026-06-01T12:00:00Z'),
    ...(folder === undefined ? {} : { folder }),
  })
  return (await opened.posts.listPosts()).map(
    ({ path, kind, title, date, state }) =>
      `${kind} ${state} ${date?.slice(0, 16) ?? '-'} ${title} (${path})`,
  )
}

test('lists posts newest first with title, date and state, and the site’s Markdown pages after them', async () => {
  await writeFiles(site, {
    '_config.yml': 'timezone: Europe/Berlin\n',
    '_posts/2026-03-01-first.md': '---\ntitle: "First: a talk"\n---\n',
    '_posts/2026-05-01-second.markdown': '---\ndate: 2026-05-01 18:30:00 +0200\n---\n',
    '_posts/2026-12-24-later.md': '---\ntitle: Later\n---\n',
    '_posts/2026-02-01-hidden.md': '---\ntitle: Hidden\npublished: false\n---\n',
    'talks/_posts/2026-01-05-nested.html': '---\ntitle: Nested\n---\n',
    'index.md': '---\ntitle: Home\n---\n',
    'about/index.md': '---\ntitle: About\n---\n',
    'README.md': 'No front matter, so Jekyll makes no page of it.\n',
    '_layouts/default.md': '---\ntitle: machinery\n---\n',
  })
  expect(await list()).toEqual([
    'post future 2026-12-24T00:00 Later (_posts/2026-12-24-later.md)',
    'post published 2026-05-01T18:30 Second (_posts/2026-05-01-second.markdown)',
    'post published 2026-03-01T00:00 First: a talk (_posts/2026-03-01-first.md)',
    'post unpublished 2026-02-01T00:00 Hidden (_posts/2026-02-01-hidden.md)',
    'post published 2026-01-05T00:00 Nested (talks/_posts/2026-01-05-nested.html)',
    'page published - About (about/index.md)',
    'page published - Home (index.md)',
  ])
})

test('finds drafts where the repo keeps them', async () => {
  await writeFiles(site, {
    '_config.yml': 'collections: [notes]\n',
    '_drafts/idea.md': '---\ntitle: Idea\n---\n',
    '_wip/sub/other.md': '---\ntitle: Other\n---\n',
    '_notes/note.md': '---\ntitle: Note\n---\n',
  })
  await utimes(join(site, '_drafts/idea.md'), 1_000, 1_000)
  expect(await list()).toEqual([
    'draft draft - Other (_wip/sub/other.md)',
    'draft draft - Idea (_drafts/idea.md)',
    'page published - Note (_notes/note.md)',
  ])
})

test('never lists built sites, vendored code, packages or what the site leaves out', async () => {
  const post = '---\ntitle: Not ours\n---\n'
  await writeFiles(site, {
    '_config.yml': 'destination: ./build\nexclude: [attic, "*.tmp.md"]\n',
    '_posts/2026-03-01-ours.md': '---\ntitle: Ours\n---\n',
    '_site/page.md': post,
    'build/page.md': post,
    'vendor/gem/_posts/2026-01-01-a.md': post,
    'node_modules/x/readme.md': post,
    '.git/_posts/2026-01-01-a.md': post,
    '.hidden/page.md': post,
    'attic/page.md': post,
    'some.tmp.md': post,
  })
  expect(await list()).toEqual(['post published 2026-03-01T00:00 Ours (_posts/2026-03-01-ours.md)'])
})

test('a folder inside a site lists only what lies in it, with dates in the site’s zone', async () => {
  await writeFiles(site, {
    '_config.yml': 'timezone: Asia/Tokyo\n',
    '_posts/2026-03-01-a.md': '---\ntitle: A\ndate: 2026-03-01 23:30:00\n---\n',
    'index.md': '---\ntitle: Home\n---\n',
  })
  expect(await list(join(site, '_posts'))).toEqual(['post published 2026-03-02T08:30 A (2026-03-01-a.md)'])
})

test('a folder without a site lists Markdown with front matter as posts, other Markdown as pages', async () => {
  await writeFiles(site, {
    'talk.md': '---\ntitle: Talk\ndate: 2026-03-01\n---\n',
    'notes.md': 'Just notes.\n',
  })
  expect((await list()).map(row => row.split(' ')[0])).toEqual(['post', 'page'])
})

test('a changed post shows its new title, also in the next run', async () => {
  await writeFiles(site, { '_config.yml': '', '_posts/2026-03-01-a.md': '---\ntitle: Old\n---\n' })
  await list()
  await writeFiles(site, { '_posts/2026-03-01-a.md': '---\ntitle: New\n---\n' })
  expect((await opened!.posts.listPosts())[0]?.title).toBe('New')
  expect((await list())[0]).toContain(' New ')
})

test('names the conflict copies of sync clients', async () => {
  await writeFiles(site, {
    '_config.yml': '',
    '_posts/2026-03-01-a.md': '---\n---\n',
    "_posts/2026-03-01-a (Ann's conflicted copy 2026-03-02).md": '---\n---\n',
    '_posts/2026-03-01-a.sync-conflict-20260302-101500-ABCDEFG.md': '---\n---\n',
  })
  await list()
  const rows = await opened!.posts.listPosts()
  expect(rows.map(row => row.conflictOf).filter(path => path !== undefined)).toEqual([
    '_posts/2026-03-01-a.md',
    '_posts/2026-03-01-a.md',
  ])
})

describe('bad input', () => {
  test('a folder with nothing in it has an empty list', async () => {
    await mkdir(site, { recursive: true })
    expect(await list()).toEqual([])
  })

  test('front matter that is broken or missing does not hide a post', async () => {
    await writeFiles(site, {
      '_config.yml': '',
      '_posts/2026-03-01-broken-yaml.md': '---\ntitle: "never closed\n---\nBody\n',
      '_posts/2026-03-02-no-front-matter.md': 'Body only\n',
      '_posts/2026-03-03-empty.md': '',
      '_posts/2026-03-04-list.md': '---\n- not\n- a mapping\n---\n',
    })
    expect((await list()).map(row => row.replace(/^post published \S+ /, ''))).toEqual([
      'List (_posts/2026-03-04-list.md)',
      'Empty (_posts/2026-03-03-empty.md)',
      'No Front Matter (_posts/2026-03-02-no-front-matter.md)',
      'Broken Yaml (_posts/2026-03-01-broken-yaml.md)',
    ])
  })

  test('a configuration that cannot be read counts as none', async () => {
    await writeFiles(site, { '_config.yml': 'a: [', '_posts/2026-03-01-a.md': '---\n---\n' })
    expect(await list()).toHaveLength(1)
  })

  test('a post that is not UTF-8 is listed, opens for reading and is never saved over', async () => {
    const bytes = Buffer.from('---\ntitle: caf\xe9\n---\n', 'latin1')
    await writeFiles(site, { '_config.yml': '', '_posts/2026-03-01-a.md': bytes })
    expect(await list()).toHaveLength(1)
    const file = await opened!.posts.readPost('_posts/2026-03-01-a.md')
    expect(file.readOnly).toContain('not UTF-8')
    expect(file.source).toContain('café')
    await expect(opened!.posts.savePost(file.path, `${file.source}more`, file.version)).rejects.toMatchObject(
      {
        code: 'post.not-utf8',
      },
    )
    expect(await opened!.repository.readBytes(file.path)).toEqual(bytes)
  })

  test('a post of 5 MB is listed, read and saved', async () => {
    const path = '_posts/2026-03-01-long.md'
    const long = `---\ntitle: Long\n---\n${'Words and words.\n'.repeat(310_000)}`
    await writeFiles(site, { '_config.yml': '', [path]: long })
    expect((await list())[0]).toContain('Long')
    const { version, source } = await opened!.posts.readPost(path)
    await opened!.drafts.keepDraft({ path, baseVersion: version, source: `${source}!` })
    await opened!.posts.savePost(path, `${source}!`, version)
    expect((await opened!.posts.readPost(path)).source).toHaveLength(long.length + 1)
  })

  test('links in a circle and links to nowhere do not stop the list', async () => {
    await writeFiles(site, { '_config.yml': '', '_posts/2026-03-01-a.md': '---\n---\n' })
    await symlink(site, join(site, '_posts', 'round'))
    await symlink(join(site, 'gone.md'), join(site, '_posts', '2026-03-02-gone.md'))
    expect(await list()).toHaveLength(1)
  })

  // Root may read everything.
  test.skipIf(process.getuid?.() === 0)(
    'a folder one may not read hides its posts and no others (not as root)',
    async () => {
      await writeFiles(site, {
        '_config.yml': '',
        '_posts/2026-03-01-a.md': '---\n---\n',
        'shut/b.md': '---\n---\n',
      })
      await chmod(join(site, 'shut'), 0)
      expect(await list()).toHaveLength(1)
      await chmod(join(site, 'shut'), 0o755)
    },
  )

  test('10,000 posts are listed, the second time from memory', async () => {
    await createPostsFolder(site, { posts: 10_000, bytesEach: 300 })
    expect(await list()).toHaveLength(10_000)
    const began = performance.now()
    expect(await opened!.posts.listPosts()).toHaveLength(10_000)
    // A loose bound, for busy machines; the bench measures.
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
