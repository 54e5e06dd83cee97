import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Whether this machine lets a test mount a disk of its own: Linux, as root. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mounts()

/** A disk in memory that holds `sizeBytes`, gone when the test is over. */
export function smallDisk(sizeBytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-disk-'))
  mount(folder, `size=${sizeBytes}`)
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true })
  })
  return folder
}

/** Lets nothing more be written to a disk made by {@link smallDisk}, or, with `false`, everything again. */
export function makeReadOnly(disk: string, readOnly = true): void {
  execFileSync('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, disk])
}

/** Fills a disk to the last byte; the returned path names the file to remove. */
export function fill(disk: string): string {
  const path = join(disk, 'filler')
  const file = openSync(path, 'w')
  try {
    for (;;) writeSync(file, Buffer.alloc(4096, 1))
  } catch {
    return path
  } finally {
    closeSync(file)
  }
}

function mount(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' })
}

function mounts(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-disk-'))
  try {
    mount(folder, 'size=65536')
    execFileSync('umount', [folder])
    return true
  } catch {
    // A container without the right to mount.
    return false
  } finally {
    rmSync(folder, { recursive: true })
  }
}
