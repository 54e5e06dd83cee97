/** Where on the site an address leads, and what the author writes around that path. */
export interface PictureAddress {
  /** From the site's root, such as `images/web/ladder.png`. */
  readonly path: string
  /** `/`, `{{BASE_PATH}}/`, `{{ '/`, or nothing for a relative address. */
  readonly before: string
  /** Empty, or the rest of a Liquid filter: `' | relative_url }}`. */
  readonly after: string
}

const quotedInLiquid =
  /^(?<before>\{[{%]-?[^'"]*?(?<quote>['"])\/?)(?<path>[^'"]+)(?<after>\k<quote>[^}]*[}%]\})$/
const linkTag = /^(?<before>\{%-?\s*link\s+\/?)(?<path>\S+)(?<after>\s*-?%\})$/
const plain = /^(?<before>(?:\{\{[^}]*\}\}|\.{1,2}\/|\/)*)(?<path>[^{}]+)$/

/** Reads the address of a picture of the site's own; undefined for one that lies elsewhere or is made by Liquid. */
export function readPictureAddress(written: string, siteUrl = ''): PictureAddress | undefined {
  const own = siteUrl !== '' && written.startsWith(`${siteUrl}/`) ? written.slice(siteUrl.length) : written
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(own)) return undefined
  const match = quotedInLiquid.exec(own) ?? linkTag.exec(own) ?? plain.exec(own)
  if (!match?.groups) return undefined
  const { before = '', path = '', after = '' } = match.groups
  const name = path.replace(/[?#].*$/, '')
  return /\.\w{2,5}$/.test(name) ? { path: name.replace(/^\/+/, ''), before, after } : undefined
}

/** The address of a file, as this author writes them. */
export function writePictureAddress(
  { before, after }: Pick<PictureAddress, 'before' | 'after'>,
  path: string,
): string {
  return `${before}${path.split('/').map(encodeURIComponent).join('/')}${after}`
}
