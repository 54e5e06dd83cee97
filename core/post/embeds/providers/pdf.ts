import { type Item, type Provider, type Recognised, definedParams } from '../provider.ts'
import { escapeAttribute, escapeHtml } from '../../../text/index.ts'
import { withoutFragment } from './file.ts'

/** A PDF, of the site's own or anywhere. */
export const pdf: Provider = {
  name: 'pdf',
  label: 'PDF',
  kind: 'slides',
  hosts: [],
  tagNames: ['pdf', 'pdfviewer', 'pdfembed', 'embedpdf'],
  fromUrl: address =>
    /\.pdf$/i.test(address.segments.at(-1) ?? '')
      ? { id: withoutFragment(address), params: definedParams({ page: pageOf(address.fragment) }) }
      : undefined,
  player: addressOf,
  page: addressOf,
  startIn: { param: 'page', in: 'fragment', name: 'page' },
  code: item => {
    const address = escapeAttribute(addressOf(item))
    const words = escapeHtml(item.title ?? 'Slides (PDF)')
    return `<object data="${address}" type="application/pdf" width="100%" height="500"><a href="${address}">${words}</a></object>`
  },
}

/** A path inside the site, already checked not to leave it. */
export function fromLocalPdf(path: string, fragment: string): Recognised | undefined {
  if (!/\.pdf$/i.test(path)) return undefined
  return { id: path, params: definedParams({ page: pageOf(fragment), local: true }) }
}

function pageNumber(text: string | undefined): number | undefined {
  return text && /^\d{1,5}$/.test(text) && Number(text) > 0 ? Number(text) : undefined
}

function pageOf(fragment: string): number | undefined {
  return pageNumber(/(?:^|&)page=(\d+)/.exec(fragment)?.[1])
}

function addressOf({ id, params }: Item): string {
  return typeof params['page'] === 'number' ? `${id}#page=${params['page']}` : id
}
