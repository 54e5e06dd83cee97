import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EditorState, type Text } from '@codemirror/state'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DraftsApi } from '../../../../core/contract/index.ts'
import { diskFileSystem } from '../../../../electron/services/file-system.ts'
import { type DraftKeeper, createDraftKeeper } from '../../../../renderer/state/draft-keeper.ts'
import { readShape } from '../../../../renderer/state/file-shape.ts'
import { toDoc } from '../../../../renderer/state/read-post.ts'
import { diskError, watchedDisk } from '../../../support/faulty-disk.ts'
import { type OpenedFolder, openFolder, writeFiles } from '../../../support/open-folder.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

const path = '_posts/2026-03-01-talk.md'
const post = `---\ntitle: Talk\n---\n${'A line of a longer post.\n'.repeat(400)}`

let home: string
let opened: OpenedFolder
/** What the journal was asked, in order. */
let asked: string[]

beforeEach(async () => {
  home = temporaryFolder()
  asked = []
  await writeFiles(join(home, 'site'), { '_config.yml': '', [path]: post })
  opened = await openFolder(home)
})

afterEach(() => opened.close())

/** The way to whatever service runs now, as a window has it. */
const host: Pick<DraftsApi, 'keepDraft' | 'keepChange' | 'dropDraft'> = {
  async keepDraft(draft) {
    asked.push('whole')
    await opened.drafts.keepDraft(draft)
  },
  async keepChange(draft) {
    const isKept = await opened.drafts.keepChange(draft)
    asked.push(isKept ? 'change' : 'refused')
    return isKept
  },
  async dropDraft(dropped) {
    asked.push('drop')
    await opened.drafts.dropDraft(dropped)
  },
}

interface Desk {
  doc: Text
  readonly keeper: DraftKeeper
  type(text: string, at?: number): Promise<void>
}

/** A window that has opened the post. */
async function openWindow(): Promise<Desk> {
  const { source, version } = await opened.posts.readPost(path)
  const { text, shape } = readShape(source)
  let state = EditorState.create({ doc: text, extensions: EditorState.lineSeparator.of('\n') })
  const desk: Desk = {
    doc: state.doc,
    keeper: createDraftKeeper(host, path, shape, toDoc(text)),
    async type(insert, at = state.doc.length) {
      state = state.update({ changes: { from: at, insert: state.toText(insert) } }).state
      desk.doc = state.doc
      await desk.keeper.keep(state.doc, { baseVersion: version })
    },
  }
  return desk
}

async function restart(): Promise<void> {
  await opened.close()
  opened = await openFolder(home)
}

async function recovered(): Promise<string | undefined> {
  const next = await openFolder(home)
  try {
    return (await next.drafts.recoverDrafts())[0]?.source
  } finally {
    await next.close()
  }
}

test('what is typed is kept as what changed, the first time too', async () => {
  const window = await openWindow()
  await window.type('One.')
  await window.type(' Two.')
  await window.type('Before all. ', 20)
  expect(asked).toEqual(['change', 'change', 'change'])
  expect(await recovered()).toBe(window.doc.toString())
})

test.each([
  ['lines ended as on Windows', post.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${post}`],
  ['mixed line endings', post.replace('longer post.\n', 'longer post.\r\n')],
])('in a file with %s, too, byte for byte', async (_, source) => {
  await writeFile(join(home, 'site', path), source)
  const window = await openWindow()
  await window.type('One.\nTwo.\n', 60)
  await window.type('Three.\n')
  const { shape } = readShape(source)
  const typed = window.doc.toString()
  const body = shape.ending === '\r\n' ? typed.replaceAll('\n', '\r\n') : typed
  expect(asked).toEqual(['change', 'change'])
  expect(await recovered()).toBe(shape.byteOrderMark ? `\uFEFF${body}` : body)
})

test('a service that was started anew gets the whole text where it has another', async () => {
  const window = await openWindow()
  await window.type('One.')
  await restart()
  await window.type(' Two.')
  await window.type(' Three.')
  expect(asked).toEqual(['change', 'refused', 'whole', 'change'])
  expect(await recovered()).toBe(window.doc.toString())
})

test('a window that was loaded anew does not build on what it never saw', async () => {
  const before = await openWindow()
  await before.type('One.')
  const window = await openWindow()
  await window.type('Two.')
  await window.type(' Three.')
  expect(asked).toEqual(['change', 'refused', 'whole', 'change'])
  expect(await recovered()).toBe(window.doc.toString())
})

test('two windows that write the same post never mix their texts', async () => {
  const [one, other] = [await openWindow(), await openWindow()]
  for (const word of ['a', 'b', 'c']) {
    await one.type(`${word} `)
    await other.type(`${word.toUpperCase()} `, 30)
    expect(await recovered()).toBe(other.doc.toString())
  }
  expect(asked.filter(each => each === 'change')).toHaveLength(1)
})

test('after a save the next change is made to the file', async () => {
  const window = await openWindow()
  await window.type('One.')
  const { version } = await opened.posts.readPost(path)
  await opened.posts.savePost(path, window.doc.toString(), version)
  await window.keeper.drop(window.doc)
  await window.type(' Two.')
  expect(asked).toEqual(['change', 'drop', 'change'])
  expect(await recovered()).toBe(window.doc.toString())
})

test('a file that another program changed is not what the text grew from', async () => {
  const window = await openWindow()
  await writeFile(join(home, 'site', path), post.replace('longer', 'different'))
  await window.type('One.')
  expect(asked).toEqual(['refused', 'whole'])
  expect(await recovered()).toBe(window.doc.toString())
})

test('a file that is gone is missed by nobody', async () => {
  const window = await openWindow()
  const { version } = await opened.posts.readPost(path)
  await opened.posts.trashPost(path)
  await window.type('One.')
  expect(asked).toEqual(['refused', 'whole'])
  expect(version).not.toBe('')
  expect(await recovered()).toBe(window.doc.toString())
})

test('what was not answered, or failed, is made good by the next', async () => {
  const window = await openWindow()
  await window.type('One.')
  const { keepChange } = opened.drafts
  let isLost = true
  opened = {
    ...opened,
    drafts: {
      ...opened.drafts,
      keepChange: async draft => {
        const isKept = await keepChange(draft)
        if (isLost) throw new Error('the answer was lost')
        return isKept
      },
    },
  }
  await expect(window.type(' Two.')).rejects.toThrow('lost')
  isLost = false
  await window.type(' Three.')
  await window.type(' Four.')
  expect(asked).toEqual(['change', 'refused', 'whole', 'change'])
  expect(await recovered()).toBe(window.doc.toString())
})

test('what the disk refused is kept when it has room again', async () => {
  let isFull = false
  await opened.close()
  const disk = watchedDisk(diskFileSystem, ({ name }) => {
    if (isFull && name === 'write') throw diskError('EIO')
  })
  opened = await openFolder(home, { disk })
  await opened.settled()
  const window = await openWindow()
  await window.type('One.')
  isFull = true
  await expect(window.type(' Two.')).rejects.toMatchObject({ code: 'draft.not-kept' })
  isFull = false
  await window.type(' Three.')
  expect(await recovered()).toBe(window.doc.toString())
})

test('a renamed post is kept under its new name while the window still has the old one', async () => {
  const window = await openWindow()
  await window.type('One.')
  const to = '_posts/2026-03-02-talk.md'
  await opened.posts.renamePost(path, to)
  await window.type(' Two.')
  expect(asked).toEqual(['change', 'change'])
  const next = await openFolder(home)
  expect((await next.drafts.recoverDrafts()).map(draft => [draft.path, draft.source])).toEqual([
    [to, window.doc.toString()],
  ])
  await next.close()
})

test('a text that is mostly new is kept whole', async () => {
  const window = await openWindow()
  await window.type(post.repeat(3))
  expect(asked).toEqual(['whole'])
  expect(await recovered()).toBe(window.doc.toString())
})
