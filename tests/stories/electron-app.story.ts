import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'

import { findElectron } from '../../electron/hosts/start/electron-binary.ts'
import { ourBlog } from '../support/blogs.ts'
import { required } from '../support/needs.ts'
import { temporaryFolder } from '../support/temporary.ts'

const project = resolve(import.meta.dirname, '../..')
const program = findElectron(join(project, 'node_modules', 'electron'), process.env)
if (program === undefined && required('electron'))
  throw new Error('LECTERN_REQUIRE asks for Electron, and it is not installed')

// The binary cannot be had everywhere; it runs where one is, and is counted as skipped elsewhere.
test.skipIf(program === undefined)(
  'In a real Electron a post is opened, changed, seen and saved',
  async () => {
    const { folder } = ourBlog()
    const app = await _electron.launch({
      executablePath: program!,
      args: [project, folder],
      env: { ...(process.env as Record<string, string>), LECTERN_HOME: temporaryFolder('home'), TZ: 'UTC' },
    })
    onTestFinished(() => app.close())
    const page = await app.firstWindow()

    await page.getByRole('listbox').getByText('The restore drill').click()
    const editor = page.getByRole('textbox', { name: 'Post' })
    await editor.getByText('The restore drill').first().waitFor()
    await editor.click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('\nWords typed in a real window.\n')
    await page.frameLocator('iframe').getByText('Words typed in a real window.').waitFor()
    await page.keyboard.press('ControlOrMeta+S')
    const post = join(folder, '_posts/2023-11-20-restore-drill.md')
    await expect.poll(() => readFileSync(post, 'utf8'), { timeout: 5_000 }).toContain('a real window')

    // The page is a page: no Node in it, and one narrow way out.
    const globals = await page.evaluate(() => ({
      node: typeof (globalThis as { process?: unknown }).process,
      require: typeof (globalThis as { require?: unknown }).require,
      wire: Object.keys((globalThis as unknown as { lecternWire: object }).lecternWire).toSorted(),
      origin: location.origin,
    }))
    expect(globals).toEqual({
      node: 'undefined',
      require: 'undefined',
      wire: ['call', 'on'],
      origin: 'lectern://app',
    })
  },
)
