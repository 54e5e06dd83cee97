import type { Version } from '../version.ts'
import { html4Entities, html5Entities, windowsCodePoints } from './entity-names.ts'

export interface Entity {
  readonly codePoint: number
  /** Absent for characters that have no name. */
  readonly name: string | undefined
}

interface Table {
  readonly byName: ReadonlyMap<string, Entity>
  readonly byCodePoint: ReadonlyMap<number, Entity>
}

const tables: Readonly<Record<Version, Table>> = {
  '2.4': createTable(html4Entities),
  '2.5': createTable(html4Entities + html5Entities),
}

function createTable(names: string): Table {
  const byName = new Map<string, Entity>()
  const byCodePoint = new Map<number, Entity>()
  for (const pair of names.trim().split(' ')) {
    const [name, code] = pair.split('=') as [string, string]
    const entity = { codePoint: Number(code), name }
    byName.set(name, entity)
    byCodePoint.set(entity.codePoint, entity)
  }
  return { byName, byCodePoint }
}

export function entityByName(name: string, version: Version): Entity | undefined {
  return tables[version].byName.get(name)
}

/** The entity of a code point; numbers of Windows-1252 mean what they mean there. */
export function entityByCodePoint(codePoint: number, version: Version = '2.4'): Entity {
  const meant = windowsCodePoints.get(codePoint) ?? codePoint
  return tables[version].byCodePoint.get(meant) ?? { codePoint, name: undefined }
}

/** The character, or undefined for a number that is none. */
export function characterOf(entity: Entity): string | undefined {
  return entity.codePoint <= 0x10ffff ? String.fromCodePoint(entity.codePoint) : undefined
}
