import { type RubyValue, toText, truthy } from '../ruby/index.ts'

/** A theme in a repository elsewhere, as `remote_theme` names it. */
export interface RemoteTheme {
  /** Such as `github.com`. */
  readonly host: string
  readonly owner: string
  readonly name: string
  /** Branch, tag or commit; `HEAD` where none is named, `latest` for the newest release. */
  readonly ref: string
}

/**
 * Reads `remote_theme`: `owner/name`, `owner/name@ref`, or the same behind the address of a GitHub, in any case of
 * letters (jekyll-remote-theme, lib/jekyll-remote-theme/theme.rb).
 *
 * @returns undefined for what names no such theme
 */
export function readRemoteTheme(value: RubyValue): RemoteTheme | undefined {
  if (!truthy(value)) return undefined
  const written = toText(value).toLowerCase().trim()
  const address = /^https?:\/\/([a-z0-9.-]+)\/(.*)$/.exec(written)
  const found = /^([a-z0-9-]+)\/([a-z0-9._-]+)(?:@([a-z0-9._-]+))?$/.exec(address?.[2] ?? written)
  if (!found) return undefined
  const [, owner, name, ref] = found as unknown as [string, string, string, string | undefined]
  return { host: address?.[1] ?? 'github.com', owner, name, ref: ref ?? 'HEAD' }
}

/** As the writer knows it: `owner/name@ref`, with its host where that is not GitHub's own. */
export function remoteThemeTitle({ host, owner, name, ref }: RemoteTheme): string {
  const place = host === 'github.com' ? '' : `${host}/`
  return `${place}${owner}/${name}${ref === 'HEAD' ? '' : `@${ref}`}`
}
