const compiled = new Map<string, RegExp>()

/** Ruby's `File.fnmatch?` without flags: `*` and `?` also match `/`; `[…]` is a set. */
export function matchesGlob(pattern: string, path: string): boolean {
  return expression(pattern, String.raw`[\s\S]`).test(path)
}

/** Ruby's `Dir.glob`, asked of one path: `*` stays within a folder, `**` followed by `/` does not, `{a,b}` offers a choice. */
export function matchesPathGlob(pattern: string, path: string): boolean {
  return expandBraces(pattern).some(choice => expression(choice, '[^/]').test(path))
}

function expression(pattern: string, any: string): RegExp {
  const key = `${any} ${pattern}`
  const known = compiled.get(key)
  if (known) return known
  const made = new RegExp(`^${translate(pattern, any)}$(?![\\s\\S])`)
  compiled.set(key, made)
  return made
}

function translate(pattern: string, any: string): string {
  const token =
    any === '[^/]' ? /\*\*\/|\*+|\?|\[[^\]]+\]|\\[\s\S]|[\s\S]/g : /\*+|\?|\[[^\]]+\]|\\[\s\S]|[\s\S]/g
  return (pattern.match(token) ?? [])
    .map(part => {
      if (part === '**/') return '(?:[^/]+/)*'
      if (part.startsWith('*')) return `${any}*`
      if (part === '?') return any
      if (part.startsWith('[') && part.length > 2)
        return `[${part.slice(1, -1).replace(/^!/, '^').replaceAll('\\', '\\\\')}]`
      const character = part.startsWith('\\') && part.length > 1 ? part.slice(1) : part
      return character.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
    })
    .join('')
}

function expandBraces(pattern: string): string[] {
  const match = /\{([^{}]*)\}/.exec(pattern)
  if (!match) return [pattern]
  const [before, after] = [pattern.slice(0, match.index), pattern.slice(match.index + match[0].length)]
  return match[1]!.split(',').flatMap(choice => expandBraces(before + choice + after))
}
