import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { postOfSize } from './posts.ts'

export const postCount = 2000

/** A folder of many posts, in a layout whose sidebar lists them all. */
export function generateSite(folder: string): void {
  const sidebar = '{% for p in site.posts %}<a href="{{ p.url }}">{{ p.title }}</a>{% endfor %}'
  mkdirSync(join(folder, '_posts'), { recursive: true })
  mkdirSync(join(folder, '_layouts'))
  writeFileSync(
    join(folder, '_config.yml'),
    'permalink: /:categories/:title/\ndefaults: [{scope: {path: ""}, values: {layout: post}}]\n',
  )
  writeFileSync(join(folder, '_layouts/post.html'), `<main>{{ content }}</main><aside>${sidebar}</aside>`)
  const body = postOfSize(6000).replace(/^---[\s\S]*?---\n/, '')
  for (let index = 0; index < postCount; index++) {
    const day = new Date(Date.UTC(2008, 0, 1 + index * 3)).toISOString().slice(0, 10)
    const front = `---\ntitle: "Talk ${index}"\ntags: [a, b${index % 20}]\ncategories: [c${index % 9}]\ndate: ${day} 12:00:00\n---\n`
    writeFileSync(join(folder, `_posts/${day}-talk-${index}.md`), `${front}${body}\nNumber ${index}.\n`)
  }
}
