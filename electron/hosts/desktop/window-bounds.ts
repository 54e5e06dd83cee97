import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Rectangle } from 'electron'

/** Size and place of the window, from one start to the next. */
export interface WindowBounds {
  /** Without a place where the one of last time is on no screen any more. */
  readonly read: () => {
    readonly width: number
    readonly height: number
    readonly x?: number
    readonly y?: number
  }
  readonly keep: (bounds: Rectangle) => void
}

const first = { width: 1440, height: 900 }

export function createWindowBounds(dataDir: string, screens: () => readonly Rectangle[]): WindowBounds {
  const path = join(dataDir, 'window.json')
  return {
    read: () => {
      const kept = readBounds(path)
      if (!kept) return first
      const { width, height } = kept
      return screens().some(screen => overlaps(screen, kept)) ? kept : { width, height }
    },
    keep: bounds => {
      try {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, JSON.stringify(bounds))
      } catch {
        // The window then opens at its first size; nothing of the writer's is lost.
      }
    },
  }
}

function readBounds(path: string): Rectangle | undefined {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<Record<keyof Rectangle, unknown>>
    const { x, y, width, height } = value
    const numbers = [x, y, width, height]
    if (!numbers.every(each => Number.isInteger(each)) || Number(width) < 200 || Number(height) < 200)
      return undefined
    return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) }
  } catch {
    // None kept yet, or not ours.
    return undefined
  }
}

/** At least a hand's breadth of the window lies on the screen. */
function overlaps(screen: Rectangle, { x, y, width, height }: Rectangle): boolean {
  const across = Math.min(screen.x + screen.width, x + width) - Math.max(screen.x, x)
  const down = Math.min(screen.y + screen.height, y + height) - Math.max(screen.y, y)
  return across >= 100 && down >= 100
}
