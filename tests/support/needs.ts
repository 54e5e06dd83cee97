import { execFileSync } from 'node:child_process'

/** What some tests need of the machine, and how to see whether it is there. */
const probes = {
  jekyll: () =>
    execFileSync('ruby', ['-e', "require 'jekyll'; require 'kramdown-parser-gfm'"], { stdio: 'ignore' }),
  git: () => execFileSync('git', ['--version'], { stdio: 'ignore' }),
} as const

const answers = new Map<string, boolean>()

/**
 * Whether the machine has what a test needs. `LECTERN_REQUIRE` (comma-separated) turns "no" into a failure, so that
 * a run that should have it cannot pass by skipping.
 *
 * @throws Error when something required is missing
 */
export function available(name: keyof typeof probes): boolean {
  const known = answers.get(name)
  if (known !== undefined) return known
  const found = probe(name)
  if (!found && required(name))
    throw new Error(`LECTERN_REQUIRE asks for ${name}, and it is not on this machine`)
  answers.set(name, found)
  return found
}

export function required(name: string): boolean {
  return (process.env['LECTERN_REQUIRE'] ?? '').split(',').includes(name)
}

function probe(name: keyof typeof probes): boolean {
  try {
    probes[name]()
    return true
  } catch {
    return false
  }
}
