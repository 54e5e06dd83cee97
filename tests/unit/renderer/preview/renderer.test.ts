import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readSite } from '../../../../electron/services/site-reader.ts'
import { createRenderer } from '../../../../renderer/preview/renderer.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

async function shellOf(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder('shell')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const render = createRenderer(await readSite(folder, { environment: {} }))
  const rendered = render('_posts/2024-01-02-tea.md', '---\nlayout: post\n---\nTea.\n', true)
  return { problems: rendered?.page.problems, ...rendered?.shell }
}

test('A layout that includes itself is rendered once, and said apart from the problems of the post', async () => {
  const { shell, differences, problems } = await shellOf({
    '_layouts/post.html': '---\nlayout: post\n---\n<main>{{ content }}</main>\n',
  })
  expect(shell).toEqual({ type: 'around', before: '<main>', after: '</main>\n' })
  expect(differences).toEqual(["Layout 'post' includes itself."])
  expect(problems).toEqual([])
})

test('A missing layout leaves no page, and is said', async () => {
  const { shell, differences } = await shellOf({ '_config.yml': 'title: x\n' })
  expect(shell).toEqual({ type: 'none' })
  expect(differences).toEqual(["Layout 'post' requested in _posts/2024-01-02-tea.md does not exist."])
})

test('Plugins that do not run here are named', async () => {
  const { differences } = await shellOf({
    '_config.yml': 'plugins: [jekyll-teapot]\n',
    '_layouts/post.html': '<main>{{ content }}</main>',
  })
  expect(differences).toEqual(['Plugins that do not run here: jekyll-teapot.'])
})

test('A layout that fails leaves the content, and says why', async () => {
  const { shell, differences } = await shellOf({ '_layouts/post.html': '{% include nowhere %}{% broken %}' })
  expect(shell).toEqual({ type: 'none' })
  expect(differences?.length).toBe(1)
})
