import { LecternError } from '../errors.ts'

/** Checks of single arguments that come over the wire; each throws 'contract.bad-argument'. */

function wrong(what: string): never {
  throw new LecternError('contract.bad-argument', [what])
}

/** Any string up to 64 MB. */
export function text(value: unknown): string {
  return typeof value === 'string' && value.length <= 64 * 1024 * 1024 ? value : wrong('a text was expected')
}

/** A relative path with `/`, without `..`, `.`, empty or backslash parts, drive or NUL. */
export function repoPath(value: unknown): string {
  const path = text(value)
  const bad =
    path === '' ||
    /[\0\\]/.test(path) ||
    /^[A-Za-z]:/.test(path) ||
    path.split('/').some(part => ['', '.', '..'].includes(part))
  return bad ? wrong('a path inside the folder was expected') : path
}

/** A name the host gave to a thing of its own, as it may stand in a path: letters, digits, `-`, `_` and `.` within. */
export function identifier(value: unknown): string {
  return typeof value === 'string' && /^[\w-][\w.-]{0,199}$/.test(value)
    ? value
    : wrong('a name given by Lectern was expected')
}

export function boolean(value: unknown): boolean {
  return typeof value === 'boolean' ? value : wrong('true or false was expected')
}

export function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : wrong('a number was expected')
}

/** A list whose every element passes `check`; at most 100,000. */
export function list<T>(check: (value: unknown) => T): (value: unknown) => T[] {
  return value =>
    Array.isArray(value) && value.length <= 100_000 ? value.map(check) : wrong('a list was expected')
}

/** `undefined` (or `null`, as JSON has no undefined) or what passes `check`. */
export function optional<T>(check: (value: unknown) => T): (value: unknown) => T | undefined {
  return value => (value === undefined || value === null ? undefined : check(value))
}

/** One of the given words. */
export function oneOf<const T extends string>(...words: readonly T[]): (value: unknown) => T {
  return value => words.find(word => word === value) ?? wrong(`one of ${words.join(', ')} was expected`)
}

/** An object with exactly the fields of `shape`, each checked; unknown fields are dropped. */
export function record<T extends object>(shape: { readonly [K in keyof T]-?: (value: unknown) => T[K] }): (
  value: unknown,
) => T {
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return wrong('an object was expected')
    const result: Record<string, unknown> = {}
    for (const key of Object.keys(shape) as (keyof T & string)[]) {
      const checked = shape[key]((value as Record<string, unknown>)[key])
      if (checked !== undefined) result[key] = checked
    }
    return result as T
  }
}
