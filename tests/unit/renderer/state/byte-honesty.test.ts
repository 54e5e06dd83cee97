// @vitest-environment happy-dom
import { undo } from '@codemirror/commands'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { HostApi } from '../../../../core/contract/index.ts'
import { createEditor } from '../../../../renderer/editor/editor.ts'
import { createDocumentDesk } from '../../../../renderer/state/document-desk.ts'
import { createDocumentStore } from '../../../../renderer/state/document.ts'
import { createNotices } from '../../../../renderer/state/notices.ts'
import type { SettingsStore } from '../../../../renderer/state/settings.ts'
import { type Random, seededRandom } from '../../../support/random.ts'

const corpora = resolve(import.meta.dirname, '../../../../../shared/corpora')
const oddPosts = 300

/** One editor and one file, as a writer has them; the file is where the bytes end up. */
function createWriter() {
  const editor = createEditor()
  let file = ''
  let opened = 0
  const host: Partial<HostApi> = {
    readPost: async path => ({ path, source: file, version: file }),
    savePost: async (_, source) => {
      file = source
      return { version: source }
    },
    keepDraft: async () => undefined,
    keepChange: async () => true,
    dropDraft: async () => undefined,
    keepView: async () => undefined,
    recallView: async () => undefined,
  }
  const desk = createDocumentDesk({
    host: host as HostApi,
    editor,
    document: createDocumentStore(),
    settings: { boolean: () => false } as Partial<SettingsStore> as SettingsStore,
    notices: createNotices(),
  })
  return {
    /** The file after each: saved as it is, with a character typed, and with that undone. */
    async savesOf(source: string, at: number): Promise<readonly string[]> {
      file = source
      await desk.open(`${opened++}.md`)
      const saves: string[] = []
      const save = async (): Promise<void> => {
        await desk.save()
        saves.push(file)
      }
      await save()
      editor.view.dispatch({ changes: { from: at, insert: 'x' }, userEvent: 'input.type' })
      await save()
      undo(editor.view)
      await save()
      return saves
    },
    lengthOf: () => editor.text().length,
  }
}

/** Where a character may be typed so that only its own bytes can differ: not inside a line end or a character. */
function placeIn(source: string): { readonly inSource: number; readonly inEditor: number } {
  const body = source.startsWith('\uFEFF') ? source.slice(1) : source
  const isWindows = /\r\n/.test(body) && !/(?<!\r)\n|\r(?!\n)/.test(body)
  const middle = Math.floor(body.length / 2)
  const before = body.slice(0, middle).replace(/[\r\uD800-\uDBFF]$/, '')
  return {
    inSource: source.length - body.length + before.length,
    inEditor: isWindows ? before.replaceAll('\r\n', '\n').length : before.length,
  }
}

async function dishonest(sources: Iterable<readonly [name: string, source: string]>): Promise<{
  readonly tried: number
  readonly changed: readonly string[]
}> {
  const writer = createWriter()
  const changed: string[] = []
  let tried = 0
  for (const [name, source] of sources) {
    tried++
    const { inSource, inEditor } = placeIn(source)
    const typed = `${source.slice(0, inSource)}x${source.slice(inSource)}`
    const saves = await writer.savesOf(source, inEditor)
    const isHonest = saves[0] === source && saves[1] === typed && saves[2] === source
    if (!isHonest) changed.push(`${name}: ${JSON.stringify(source.slice(0, 80))}`)
  }
  return { tried, changed }
}

const pieces = [
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '---\n',
  '\t',
  '  ',
  'é',
  '😀',
  '\u2028',
  '\u0085',
  '\u0000',
  'a: "b"',
]

function* oddities(random: Random): Iterable<readonly [string, string]> {
  for (let number = 0; number < oddPosts; number++) {
    const mark = random.whole(5) === 0 ? '\uFEFF' : ''
    const kinds = random.pick([
      pieces,
      pieces.filter(piece => !/[\r]/.test(piece)),
      ['\r\n', 'a', '  b', '---'],
    ])
    const parts = Array.from({ length: random.whole(30) }, () => random.pick(kinds))
    yield [`oddity ${number}`, mark + parts.join('')]
  }
}

test('what is saved has the bytes that were opened, but for a character typed, whatever the file is like', async () => {
  expect(await dishonest(oddities(seededRandom(5)))).toEqual({ tried: oddPosts, changed: [] })
}, 120_000)

// What it reads is other people’s and lies beside the project, not in it.
test.skipIf(!existsSync(corpora))(
  'what is saved of any post of the collected blogs has the bytes that were opened, but for a character typed',
  async () => {
    const posts = globSync('**/*.{md,markdown}', { cwd: corpora }).map(
      name => [name, readFileSync(join(corpora, name), 'utf8')] as const,
    )
    const { tried, changed } = await dishonest(posts)
    expect(changed).toEqual([])
    expect(tried).toBeGreaterThan(100)
  },
  240_000,
)
