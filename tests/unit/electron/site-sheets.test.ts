import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSite } from '../../../electron/services/site-reader.ts'
import { createSiteSheets } from '../../../electron/services/site-sheets.ts'
import { startPreviewServer } from '../../../electron/services/preview-server.ts'
import { rawRequest } from '../../support/raw-request.ts'
import { temporaryFolder } from '../../support/temporary.ts'

/** Asks the preview's server for a file of a site made of these texts. */
async function ask(files: Readonly<Record<string, string>>, path: string) {
  const folder = temporaryFolder('sheets')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const sheets = createSiteSheets(() => readSite(folder, { environment: {} }))
  const server = await startPreviewServer({
    pageFolder: folder,
    siteFolder: () => folder,
    siteSheet: sheets.read,
    appSource: () => 'http://127.0.0.1:1',
    frameSources: [],
    report: error => {
      throw error
    },
  })
  onTestFinished(() => server.close())
  const { port, host, pathname } = new URL(server.previewUrl)
  const token = pathname.split('/')[1]!
  const answer = await rawRequest({
    port: Number(port),
    path: `/${token}/site${path}`,
    headers: { host },
  })
  return {
    status: answer.status,
    type: answer.headers['content-type'],
    css: answer.body.replaceAll(/\s+/g, ' '),
  }
}

test('a style sheet is made from Sass where the site publishes it', async () => {
  const files = {
    '_sass/_ink.scss': '$ink: teal;',
    'assets/main.scss': '---\n---\n@import "ink";\na { b { color: $ink } }\n',
  }
  expect(await ask(files, '/assets/main.css')).toEqual({
    status: 200,
    type: 'text/css; charset=utf-8',
    css: 'a b { color: teal; }',
  })
})

test('a style sheet with front matter goes through Liquid; one without is sent as it is', async () => {
  const files = {
    '_config.yml': 'ink: teal\n',
    'made.css': '---\n---\na { color: {{ site.ink }} }\n',
    'plain.css': 'a { content: "{{ site.ink }}" }\n',
  }
  expect((await ask(files, '/made.css')).css.trim()).toBe('a { color: teal }')
  expect((await ask(files, '/plain.css')).css.trim()).toBe('a { content: "{{ site.ink }}" }')
})

test('a style sheet that cannot be made says why and has no rules', async () => {
  const { status, css } = await ask({ 'main.scss': '---\n---\na { color: $none }\n' }, '/main.css')
  expect(status).toBe(200)
  expect(css).toBe(':root { --lectern-problem: "main.scss: Undefined variable." } ')
})

test('a style sheet of 20 MB is left out, and says so', async () => {
  const { css } = await ask({ 'huge.css': `/*${' '.repeat(20_000_000)}*/ a { color: red }` }, '/huge.css')
  expect(css).toBe(':root { --lectern-problem: "/huge.css: The style sheet has 20 MB and is left out." } ')
})

test('a style sheet outside of the site is not there', async () => {
  expect((await ask({ 'a.css': 'a {}' }, '/..%2F..%2Fetc%2Fpasswd.css')).status).toBe(403)
})
