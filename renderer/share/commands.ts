import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'
import { publicAddress } from './address-change.ts'
import { printPage } from './print-page.ts'
import { rememberCopied } from './copied-addresses.ts'
import { downloadFile } from './download-file.ts'

export const shareCommands: readonly Command[] = [
  {
    id: 'post.copy-address',
    label: 'Copy the public address',
    group: 'Publish',
    also: 'url permalink link share',
    keys: ['Mod+Alt+C'],
    enabled: isOpen,
    run: copyAddress,
  },
  {
    id: 'post.share',
    label: 'Share as one file…',
    group: 'Publish',
    also: 'html download send colleague',
    enabled: isOpen,
    run: async lectern => {
      const { fileName, html } = await sharedPage(lectern)
      downloadFile(fileName, 'text/html', html)
      lectern.notices.show({
        kind: 'success',
        text: `${fileName} holds the whole post, pictures included. It went to your downloads; nothing was uploaded.`,
      })
    },
  },
  {
    id: 'post.print',
    label: 'Print, or save as PDF…',
    group: 'Publish',
    keys: ['Mod+Alt+Shift+P'],
    enabled: isOpen,
    opensLater: true,
    run: async lectern => printPage((await sharedPage(lectern)).html),
  },
  {
    id: 'post.copy-rich',
    label: 'Copy as rich text',
    group: 'Publish',
    also: 'html clipboard email',
    enabled: isOpen,
    run: async lectern => {
      const { contentHtml } = await sharedPage(lectern)
      const item = new ClipboardItem({
        'text/html': new Blob([contentHtml], { type: 'text/html' }),
        'text/plain': new Blob([lectern.editor.text()], { type: 'text/plain' }),
      })
      await navigator.clipboard.write([item])
      lectern.notices.show({ kind: 'success', text: 'Copied, ready to paste into a mail or a document.' })
    },
  },
]

function isOpen({ document }: Lectern): boolean {
  const { path, failure } = document.get()
  return path !== undefined && failure === undefined
}

function sharedPage({ document, editor, host }: Lectern) {
  return host.sharePost(document.get().path ?? '', editor.text())
}

async function copyAddress(lectern: Lectern): Promise<void> {
  const { document, editor, settings, notices } = lectern
  const { path = '' } = document.get()
  const source = editor.text()
  const [address, onAnotherDay] = await Promise.all([
    publicAddress(lectern, path, source),
    publicAddress(lectern, path, source, anotherDay),
  ])
  if (address === undefined)
    return void notices.show({
      kind: 'info',
      text: 'Jekyll makes no page of this file, so it has no address.',
    })
  await navigator.clipboard.writeText(address)
  rememberCopied(settings, path, address)
  const works =
    address === onAnotherDay
      ? 'It works once the post is published.'
      : 'It has the day in it: it works if the draft is published today.'
  const text = address.startsWith('/')
    ? `Copied ${address}. The site’s configuration names no url to put before it.`
    : `Copied ${address}. ${works}`
  notices.show({ kind: 'success', text })
}

/** A draft whose address is another one on this day has the day in it. */
const anotherDay = '2001-01-01'
