import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diskFileSystem } from '../../../../electron/services/file-system.ts'
import { createPictures } from '../../../../electron/services/pictures.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='

function site() {
  const folder = temporaryFolder('pictures')
  mkdirSync(join(folder, '_posts'))
  writeFileSync(join(folder, '_config.yml'), 'baseurl: /blog\n')
  writeFileSync(
    join(folder, '_posts/2026-01-01-first.md'),
    '---\ntitle: First\n---\n![x]({{BASE_PATH}}/images/web/x.png)\n',
  )
  const pictures = createPictures({
    site: folder,
    folder,
    dataDir: temporaryFolder('data'),
    disk: diskFileSystem,
  })
  return { folder, pictures }
}

test('a picture is written where the posts keep theirs, and a second of that name beside it', async () => {
  const { folder, pictures } = site()
  const first = await pictures.addPicture('_posts/2026-02-02-b.md', 'A Ladder.PNG', dot)
  const second = await pictures.addPicture('_posts/2026-02-02-b.md', '../A Ladder.jpg', dot)
  expect(first.path).toBe('images/web/a-ladder.png')
  expect(second.path).toBe('images/web/a-ladder-2.png')
  expect(readFileSync(join(folder, first.path)).toString('base64')).toBe(dot)
})

test('undo takes the file away and redo brings it back, byte for byte', async () => {
  const { folder, pictures } = site()
  const { path } = await pictures.addPicture('_drafts/b.md', 'ladder.png', dot)
  const { trashId } = await pictures.trashPicture(path)
  expect(readdirSync(join(folder, 'images/web'))).toEqual([])
  expect(await pictures.restorePicture(trashId)).toEqual({ path })
  expect(readFileSync(join(folder, path)).toString('base64')).toBe(dot)
})

test.each([
  ['page.png', '<html>', 'picture.not-a-picture'],
  ['drawing.svg', '<svg><script>x()</script></svg>', 'picture.active-svg'],
])('%s that is no plain picture is refused and nothing is written', async (name, text, code) => {
  const { folder, pictures } = site()
  const adding = pictures.addPicture('_posts/b.md', name, Buffer.from(text).toString('base64'))
  await expect(adding).rejects.toMatchObject({ code })
  expect(readdirSync(folder).toSorted()).toEqual(['_config.yml', '_posts'])
})

test('the files of a gallery go exactly where its include looks, and round what is there', async () => {
  const { folder, pictures } = site()
  const gallery = "{% assign folder = 'tape' %}{% assign number = 1 %}{% include gallery %}"
  writeFileSync(join(folder, '_posts/2026-01-02-second.md'), gallery)
  mkdirSync(join(folder, '_includes'))
  const include =
    '{% for n in (1..number) %}<img src="{{ site.baseurl }}/pics/{{ folder }}/{{ n }}.png">{% endfor %}'
  writeFileSync(join(folder, '_includes/gallery'), include)
  const place = { source: '', selection: { from: 0, to: 0 } }
  const plan = async () => (await pictures.planGallery('_posts/2026-02-02-b.md', place, ['a.png']))!.files
  expect(await plan()).toEqual([{ path: 'pics/b/1.png', picture: 0, isThumbnail: false }])
  expect(await pictures.addGalleryFile('pics/b/1.png', dot)).toEqual({ path: 'pics/b/1.png' })
  await expect(pictures.addGalleryFile('pics/b/1.png', dot)).rejects.toMatchObject({ code: 'post.exists' })
  expect(await plan()).toEqual([{ path: 'pics/b-2/1.png', picture: 0, isThumbnail: false }])
})

test('a PDF goes where the posts have theirs, and what is none is refused', async () => {
  const { folder, pictures } = site()
  writeFileSync(join(folder, '_posts/2026-01-02-second.md'), 'See [the slides](/files/talks/a.pdf).\n')
  const pdf = Buffer.from('%PDF-1.7\n').toString('base64')
  expect(await pictures.addPdf('_posts/2026-02-02-b.md', 'My Slides.PDF', pdf)).toEqual({
    path: 'files/talks/my-slides.pdf',
    address: '{{BASE_PATH}}/files/talks/my-slides.pdf',
  })
  const refused = pictures.addPdf('_posts/2026-02-02-b.md', 'a.pdf', dot)
  await expect(refused).rejects.toMatchObject({ code: 'pdf.not-a-pdf' })
})
