import TurndownService from 'turndown'

const meaningful =
  'a[href], b, strong, i, em, del, s, code, h1, h2, h3, h4, h5, h6, li, blockquote, table, img, hr'

/** Markdown for what was pasted; undefined where the plain text says as much. */
export function richToMarkdown(content: HTMLElement): string | undefined {
  if (!content.querySelector(meaningful)) return undefined
  const written = converter()
    .turndown(content)
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ \t]+$/gm, '')
    .trim()
  return written === '' || written === content.textContent.trim() ? undefined : written
}

function converter(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  })
  service.addRule('item', { filter: 'li', replacement: (text, node) => listItem(text, node) })
  service.addRule('struck', { filter: ['del', 's'], replacement: text => `~~${text}~~` })
  service.addRule('cell', { filter: ['th', 'td'], replacement: text => `| ${oneLine(text)} ` })
  service.addRule('row', { filter: 'tr', replacement: (text, node) => tableRow(text, node) })
  service.addRule('table', { filter: 'table', replacement: text => `\n\n${text.trim()}\n\n` })
  return service
}

/** One space after the marker, and the lines that follow under the first word. */
function listItem(text: string, node: Node): string {
  const list = node.parentNode as HTMLElement | null
  const items = [...(list?.children ?? [])]
  const first = Number(list?.getAttribute('start') ?? 1)
  const marker = list?.nodeName === 'OL' ? `${first + items.indexOf(node as Element)}. ` : '- '
  const body = text.trim().replaceAll('\n', `\n${' '.repeat(marker.length)}`)
  return `${marker}${body}${node.nextSibling ? '\n' : ''}`
}

/** kramdown needs a line of dashes under the first row for it to be a heading. */
function tableRow(text: string, node: Node): string {
  const cells = (node as HTMLElement).children
  const isFirst = (node as HTMLElement).closest('table')?.querySelector('tr') === node
  const rule = isFirst ? `|${' --- |'.repeat(cells.length)}\n` : ''
  return `${text.trim()} |\n${rule}`
}

function oneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', String.raw`\|`)
    .trim()
}
