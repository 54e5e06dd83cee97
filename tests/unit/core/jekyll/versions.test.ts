import { describe, expect, test } from 'vitest'
import {
  type HostingSigns,
  chooseJekyll,
  createSite,
  foundJekyll,
  renderDocument,
  siteNotices,
  versionDifferences,
} from '../../../../core/jekyll/index.ts'
import { snapshotOf } from '../../../support/site-in-memory.ts'

const none: HostingSigns = { hasCname: false, hasBuildWorkflow: false }
const remote = 'git@github.com:ada/ada.github.io.git'

describe('Which Jekyll publishes a site', () => {
  test.each<[string, HostingSigns, string, boolean]>([
    ['a folder nobody published', none, '4.3', false],
    [
      'github-pages locked',
      { ...none, lockfile: 'GEM\n  specs:\n    github-pages (232)\n    jekyll (3.10.0)\n' },
      '3.10',
      true,
    ],
    [
      'github-pages asked for',
      { ...none, gemfile: 'gem "github-pages", group: :jekyll_plugins\n' },
      '3.10',
      true,
    ],
    ['Jekyll 4 locked', { ...none, lockfile: 'GEM\n  specs:\n    jekyll (4.2.0)\n', remote }, '4.3', false],
    [
      'Jekyll 3 locked without Pages',
      { ...none, lockfile: 'GEM\n  specs:\n    jekyll (3.8.5)\n' },
      '3.10',
      false,
    ],
    ['pushed to GitHub, nothing builds it', { ...none, remote }, '3.10', true],
    ['pushed to GitHub, a workflow builds it', { ...none, remote, hasBuildWorkflow: true }, '4.3', false],
    [
      'pushed elsewhere',
      { ...none, remote: 'https://git.example/ada/site.git', hasCname: true },
      '4.3',
      false,
    ],
  ])('%s', (_, signs, version, isPages) => {
    expect(chooseJekyll(signs)).toMatchObject({ version, isPages })
  })

  test('the writer may say otherwise', () => {
    expect(chooseJekyll({ ...none, remote }, '4.3').version).toBe('4.3')
    expect(chooseJekyll({ ...none, chosen: '3.10' })).toMatchObject({ version: '3.10', isPages: true })
  })

  test('what was found is told also where the writer chose otherwise', () => {
    expect(foundJekyll({ ...none, remote, chosen: '4.3' })).toBe(
      '3.10 as GitHub Pages builds it (no Gemfile, and the repository lies on GitHub)',
    )
    expect(foundJekyll({ ...none, chosen: '3.10' })).toBe('4.3 (nothing says otherwise)')
  })
})

test('no row of the table claims to be verified, and each names its source', () => {
  expect(versionDifferences.filter(row => row.isVerified || row.source.length < 10)).toEqual([])
})

describe('GitHub Pages', () => {
  const files = {
    '_config.yml': 'baseurl: /b\n',
    '_layouts/post.html': '<post>{{ content }}</post>',
    '_layouts/default.html': '<default>{{ content }}</default>',
    '_posts/2030-01-01-future.md': '---\n---\n[x]({% post_url 2030-01-01-future %}) {% echo "e" %}\n',
    '_posts/2024-01-01-plain.md': '---\n---\n[x]({% post_url 2024-01-01-plain %})\n',
    'notes.md': '# A heading\n\n{{ page.title }}\n',
  }
  const pages = createSite(snapshotOf(files, { hosting: { ...none, remote } }))
  const newest = createSite(snapshotOf(files))

  test('links without baseurl, guesses layouts, and publishes posts of times to come', () => {
    const plain = renderDocument(pages, { path: '_posts/2024-01-01-plain.md', layout: true })
    expect(plain?.outputHtml).toBe('<post><p><a href="/2024/01/01/plain.html">x</a></p>\n</post>')
    const other = renderDocument(newest, { path: '_posts/2024-01-01-plain.md', layout: true })
    expect(other?.outputHtml).toBe('<p><a href="/b/2024/01/01/plain.html">x</a></p>\n')
    expect(renderDocument(pages, { path: '_posts/2030-01-01-future.md' })).toBeDefined()
    expect(renderDocument(newest, { path: '_posts/2030-01-01-future.md' })).toBeUndefined()
  })

  test('knows no tag of Liquid 5', () => {
    const { contentHtml, problems } = renderDocument(pages, { path: '_posts/2030-01-01-future.md' })!
    expect(contentHtml).toBeNull()
    expect(problems[0]?.message).toContain("Unknown tag 'echo'")
  })

  test('makes pages of Markdown without front matter, titled by their heading', () => {
    expect(renderDocument(pages, { path: 'notes.md' })).toMatchObject({
      title: 'A heading',
      url: '/notes.html',
    })
    expect(renderDocument(newest, { path: 'notes.md' })).toBeUndefined()
  })

  test('gives documents the layout of their collection', () => {
    const site = createSite(
      snapshotOf(
        {
          '_config.yml': 'collections: {talks: {output: true}}\n',
          '_layouts/talks.html': '<talk>{{ content }}</talk>',
          '_layouts/page.html': '<page>{{ content }}</page>',
          '_talks/a.md': '---\nrender_with_liquid: false\n---\n{{ page.slug }}\n',
          'about.md': '---\n---\nText first\n\n# Not a title\n',
        },
        { hosting: { ...none, remote } },
      ),
    )
    const talk = renderDocument(site, { path: '_talks/a.md', layout: true })
    expect(talk?.outputHtml).toBe('<talk><p>a</p>\n</talk>')
    const about = renderDocument(site, { path: 'about.md', layout: true })
    expect(about?.outputHtml).toMatch(/^<page>/)
    expect(about?.title).toBeNull()
  })

  test('says that its rules could not be tried', () => {
    expect(siteNotices(pages).map(notice => notice.code)).toContain('jekyll.not-verified')
    expect(siteNotices(newest)).toEqual([])
  })
})
