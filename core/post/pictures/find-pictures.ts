/** A picture as a post shows it. */
export interface WrittenPicture {
  readonly form: 'markdown' | 'html'
  /** As it stands there, Liquid included. */
  readonly address: string
  /** The attributes of an `<img>` besides its address, words and size, as they stand there. */
  readonly attributes: string
}

const inMarkdown = /!\[[^\]\n]*\]\(\s*(?<address>(?:\{\{.*?\}\}|\{%.*?%\}|[^\s(){}]|\([^\s()]*\))+)[^)\n]*\)/g
const inHtml = /<img\b(?<attributes>(?:\{\{.*?\}\}|"[^"]*"|'[^']*'|[^>"'])*)>/gi
const attribute = /(?<name>[^\s=/]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g

/** What is said anew for each picture. */
const ofOnePicture = new Set(['src', 'alt', 'title', 'width', 'height', 'id', 'srcset'])

/** The pictures of a post, in order; enough of Markdown to learn from, so code that shows pictures teaches as well. */
export function findPictures(source: string): WrittenPicture[] {
  const found = [
    ...[...source.matchAll(inMarkdown)].map(match => ({
      at: match.index,
      picture: { form: 'markdown' as const, address: match.groups!['address']!, attributes: '' },
    })),
    ...[...source.matchAll(inHtml)].flatMap(match => {
      const picture = readElement(match.groups!['attributes']!)
      return picture ? [{ at: match.index, picture }] : []
    }),
  ]
  return found.toSorted((a, b) => a.at - b.at).map(({ picture }) => picture)
}

function readElement(written: string): WrittenPicture | undefined {
  let address: string | undefined
  const others: string[] = []
  for (const match of written.matchAll(attribute)) {
    const { name = '', double, single } = match.groups!
    if (name.toLowerCase() === 'src') address = double ?? single
    else if (!ofOnePicture.has(name.toLowerCase())) others.push(match[0])
  }
  return address === undefined ? undefined : { form: 'html', address, attributes: others.join(' ') }
}
