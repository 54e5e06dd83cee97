import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { createWindowBounds } from '../../../electron/hosts/desktop/window-bounds.ts'
import type { OpenFolder } from '../../../electron/open-folder.ts'
import { findPlaces } from '../../../electron/places.ts'
import { createSession } from '../../../electron/session.ts'
import { temporaryFolder } from '../../support/temporary.ts'

/** Folders that note when they are opened and closed, each step taking a moment. */
function folders(first = 'first') {
  const steps: string[] = []
  const moment = () => new Promise(resolve => setTimeout(resolve, 5))
  const session = createSession({
    firstFolder: async () => first,
    openFolder: async folder => {
      steps.push(`open ${folder}`)
      await moment()
      if (folder === 'broken') throw new Error('broken')
      return {
        workspace: { folder, name: folder, starter: false },
        close: async () => {
          await moment()
          steps.push(`closed ${folder}`)
        },
      } as OpenFolder
    },
  })
  return { session, steps }
}

describe('A session', () => {
  test('opens its first folder once, however many ask', async () => {
    const { session, steps } = folders()
    const opened = await Promise.all([session.open(), session.open(), session.open()])
    expect(opened.map(({ workspace }) => workspace.folder)).toEqual(['first', 'first', 'first'])
    expect(steps).toEqual(['open first'])
  })

  test('tries again what could not be opened', async () => {
    const { session, steps } = folders('broken')
    await expect(session.open()).rejects.toThrow('broken')
    await expect(session.open()).rejects.toThrow('broken')
    expect(steps).toEqual(['open broken', 'open broken'])
    expect((await session.switchTo('other')).workspace.folder).toBe('other')
  })

  test('changes folders, and lets the one that was left finish', async () => {
    const { session, steps } = folders()
    await session.open()
    expect(session.openSite()).toBe('first')
    await session.switchTo('second')
    expect(session.openSite()).toBe('second')
    await session.close()
    expect(steps).toEqual(['open first', 'open second', 'closed first', 'closed second'])
    expect(session.openSite()).toBeUndefined()
  })

  test('opens nothing any more once it is being closed, whoever asks', async () => {
    const { session, steps } = folders()
    await session.open()
    const closed = session.close()
    await expect(session.open()).resolves.toBeDefined()
    await closed
    await expect(session.open()).rejects.toMatchObject({ code: 'host.closing' })
    await expect(session.switchTo('second')).rejects.toMatchObject({ code: 'host.closing' })
    expect(steps).toEqual(['open first', 'closed first'])
  })

  test('closes what was still being opened', async () => {
    const { session, steps } = folders()
    const opening = session.open()
    while (steps.length === 0) await Promise.resolve()
    await session.close()
    await opening
    expect(steps).toEqual(['open first', 'closed first'])
  })

  test('stays where it is when another folder cannot be opened', async () => {
    const { session, steps } = folders()
    await session.open()
    await expect(session.switchTo('broken')).rejects.toThrow('broken')
    expect((await session.open()).workspace.folder).toBe('first')
    expect(steps).not.toContain('closed first')
  })

  test('ends at the last of two folders asked for at once', async () => {
    const { session } = folders()
    await Promise.all([session.switchTo('second'), session.switchTo('third')])
    expect((await session.open()).workspace.folder).toBe('third')
  })
})

describe('The places of Lectern', () => {
  test('are all under one folder where that is wished', () => {
    const places = findPlaces({ LECTERN_HOME: '/home/me/there' })
    expect(places).toMatchObject({
      configDir: join('/home/me/there', 'config'),
      dataDir: join('/home/me/there', 'data'),
      writerFolder: '/home/me/there',
    })
  })

  test('hold the program and its assets, which are read only', () => {
    const { programFolder, assetsFolder, pageFolder, version } = findPlaces({})
    expect(assetsFolder).toBe(join(programFolder, 'assets'))
    expect(pageFolder).toBe(join(programFolder, 'out', 'renderer'))
    expect(version).toMatch(/^\d+\.\d+\.\d+/)
  })
})

describe('The bounds of the window', () => {
  const screens = () => [{ x: 0, y: 0, width: 1920, height: 1080 }]

  test('are those of last time', () => {
    const bounds = createWindowBounds(join(temporaryFolder(), 'new'), screens)
    expect(bounds.read()).toEqual({ width: 1440, height: 900 })
    bounds.keep({ x: 5, y: 6, width: 700, height: 500 })
    expect(bounds.read()).toEqual({ x: 5, y: 6, width: 700, height: 500 })
  })

  test.for([
    [{ x: 3000, y: 0, width: 700, height: 500 }],
    [{ x: -690, y: 0, width: 700, height: 500 }],
    [{ x: 0, y: 1050, width: 700, height: 500 }],
  ])('are on a screen again when that of %j was taken away', ([kept], { expect }) => {
    const bounds = createWindowBounds(temporaryFolder(), screens)
    bounds.keep(kept!)
    expect(bounds.read()).toEqual({ width: 700, height: 500 })
  })

  test.for([
    '',
    'null',
    '[]',
    '{"x":1}',
    '{"x":0,"y":0,"width":"a","height":5}',
    '{"x":0,"y":0,"width":1,"height":1}',
  ])('are the usual ones when %s was kept', (content, { expect }) => {
    const folder = temporaryFolder()
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'window.json'), content)
    expect(createWindowBounds(folder, screens).read()).toEqual({ width: 1440, height: 900 })
  })
})
