/** A link that is dragged in from a browser. */
export interface DroppedLink {
  readonly url: string
  /** HTML of the link, which holds its words. */
  readonly html: string
}

/** The link in a drop; undefined for files, text and anything else. */
export function droppedLink(transfer: DataTransfer | null): DroppedLink | undefined {
  if (!transfer || transfer.files.length > 0) return undefined
  const lines = transfer.getData('text/uri-list').split(/\r?\n/)
  const url = lines.find(line => line !== '' && !line.startsWith('#'))?.trim() ?? ''
  return /^https?:\/\/\S+$/i.test(url) ? { url, html: transfer.getData('text/html') } : undefined
}
