import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What something took: by the clock, and of the processors' time, which other programs of the machine do not lengthen. */
export interface Cost {
  readonly ms: number
  readonly cpuMs: number
}

/** What the real Jekyll takes for a site, nothing cached, without what it takes for an empty one. */
export function jekyllCost(folder: string): Cost {
  const empty = mkdtempSync(join(tmpdir(), 'lectern-empty-'))
  const startUp = leastOfThree(empty)
  rmSync(empty, { recursive: true })
  const whole = leastOfThree(folder)
  return { ms: whole.ms - startUp.ms, cpuMs: whole.cpuMs - startUp.cpuMs }
}

/** One build says little on a machine that does other things as well; none is shorter than it can be. */
function leastOfThree(source: string): Cost {
  const costs = [buildCost(source), buildCost(source), buildCost(source)]
  return {
    ms: Math.min(...costs.map(cost => cost.ms)),
    cpuMs: Math.min(...costs.map(cost => cost.cpuMs)),
  }
}

function buildCost(source: string): Cost {
  const destination = mkdtempSync(join(tmpdir(), 'lectern-built-'))
  const options = ['build', '-q', '-D', '--future', '--disable-disk-cache', '-s', source, '-d', destination]
  const started = performance.now()
  // The shell tells what the programs it started have used.
  const script = '"$@" >/dev/null 2>&1 || exit; times'
  const said = execFileSync('sh', ['-c', script, 'sh', 'jekyll', ...options], {
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
