import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cost } from './cost.ts'

/** One build by the real Jekyll, `.jekyll-cache` not there before it; whether it makes one is for `options` to say. */
export function jekyllBuild(source: string, options: readonly string[] = []): Cost {
  rmSync(join(source, '.jekyll-cache'), { recursive: true, force: true })
  const destination = mkdtempSync(join(tmpdir(), 'lectern-built-'))
  const all = ['build', '-q', '-D', '--future', '-s', source, '-d', destination, ...options]
  const started = performance.now()
  // The shell tells what the programs it started have used.
  const script = '"$@" >/dev/null 2>&1 || exit; times'
  const said = execFileSync('sh', ['-c', script, 'sh', 'jekyll', ...all], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
  })
  const ms = performance.now() - started
  rmSync(destination, { recursive: true })
  return { ms, cpuMs: cpuMs(said) }
}

/** POSIX `times`: of the shell in the first line, of its programs in the second, `0m1.25s 0m0.5s` each. */
function cpuMs(said: string): number {
  const ofPrograms = said.trim().split('\n').at(-1) ?? ''
  const parts = [...ofPrograms.matchAll(/(\d+)m([\d.]+)s/g)]
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1_000,
    0,
  )
}
