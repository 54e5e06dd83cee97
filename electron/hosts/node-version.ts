/** Why this Node cannot run Lectern, as a sentence; undefined when it can. */
export function nodeTrouble(version = process.versions.node): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 12)) return undefined
  return `Lectern needs Node 22.12 or newer; this is ${version}. https://nodejs.org has it.`
}
