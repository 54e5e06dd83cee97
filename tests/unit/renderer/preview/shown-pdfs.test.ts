import { setImmediate as settled } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { PdfPage } from '../../../../renderer/preview/frame-protocol.ts'
import type { DrawnPage } from '../../../../renderer/preview/pdf/pdf-pages.ts'
import { createShownPdfs } from '../../../../renderer/preview/pdf/shown-pdfs.ts'

function start() {
  const files = new Map<string, DrawnPage>()
  const asked: string[] = []
  const told: PdfPage[] = []
  const shown = createShownPdfs(
    {
      draw: async (path, page) => {
        asked.push(`${path} ${page}`)
        return files.get(path) ?? 'missing'
      },
    },
    pdf => told.push(pdf),
  )
  return { files, asked, told, shown }
}

const picture = (pages: number): DrawnPage => ({
  picture: 'data:image/webp;base64,',
  ratio: 1,
  pages,
  page: 1,
})

test('A card is told of its page once, and again only when the file became another', async () => {
  const { files, told, shown } = start()
  const first = picture(3)
  files.set('/talk.pdf', first)
  shown.want('/talk.pdf', 1)
  await settled()
  shown.refresh()
  await settled()
  expect(told).toEqual([{ path: '/talk.pdf', page: 1, drawn: first }])

  files.set('/talk.pdf', picture(4))
  shown.refresh()
  await settled()
  files.delete('/talk.pdf')
  shown.refresh()
  await settled()
  expect(told.slice(1)).toEqual([
    { path: '/talk.pdf', page: 1, drawn: picture(4) },
    { path: '/talk.pdf', page: 1, trouble: 'The site has no such PDF.' },
  ])
})

test('What a post before this one showed is not looked at any more', async () => {
  const { asked, told, shown } = start()
  shown.want('/old.pdf', 2)
  shown.forget()
  shown.refresh()
  await settled()
  expect(told).toEqual([])
  expect(asked).toEqual(['/old.pdf 2'])
})
