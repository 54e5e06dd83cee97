/** The parts of a parsed address that providers look at. */
export interface WebUrl {
  readonly href: string
  readonly protocol: string
  readonly username: string
  readonly password: string
  readonly hostname: string
  readonly port: string
  readonly origin: string
  readonly pathname: string
  readonly search: string
  readonly hash: string
  readonly searchParams: { get(name: string): string | null; has(name: string): boolean }
}

/** Node, browsers and workers all have the WHATWG class; core's own type library names none of them. */
declare const URL: new (address: string, base?: string) => WebUrl

/** The address as the WHATWG URL standard reads it; undefined where it refuses. */
export function parseUrl(address: string, base?: string): WebUrl | undefined {
  try {
    return new URL(address, base)
  } catch {
    // The standard's only way to say "not an address".
    return undefined
  }
}
