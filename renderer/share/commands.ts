import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'
import { rememberCopied } from './copied-addresses.ts'
import { downloadFile } from './download-file.ts'

export const shareCommands: readonly Command[] = [
  {
    id: 'post.copy-address',
    label: 'Copy the public address',
    group: 'Publish',
    also: 'url permalink link share',
    keys: ['Mod+Alt+C'],
    enabled: ({ page, document }) => page.get().url !== undefined && page.get().path === document.get().path,
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

async function copyAddress({ page, settings, notices }: Lectern): Promise<void> {
  const { path, url, publicUrl = url } = page.get()
  if (path === undefined || publicUrl === undefined) return
  await navigator.clipboard.writeText(publicUrl)
  rememberCopied(settings, path, publicUrl)
  const text = publicUrl.startsWith('/')
    ? `Copied ${publicUrl}. The site’s configuration names no url to put before it.`
    : `Copied ${publicUrl}. It works once the post is published.`
  notices.show({ kind: 'success', text })
}
