import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const project = resolve(import.meta.dirname, '../..')
const amirmc = resolve(project, '../shared/corpora/blogs/amirmc__amirmc.github.com/source')

/** Whether the public blog that Lectern began with lies beside the project. */
export const hasAmirmcBlog = existsSync(amirmc)

/** Writes that blog into a folder, with layouts and stand-ins for the includes it names, as it comes without them. */
export function writeAmirmcBlog(folder: string): void {
  cpSync(amirmc, folder, { recursive: true })
  execFileSync('chmod', ['-R', 'u+w', folder])
  cpSync(join(project, 'tests/corpus/blog/_layouts'), join(folder, '_layouts'), { recursive: true })
  for (const [path, text] of Object.entries(includes)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const includes: Readonly<Record<string, string>> = {
  '_includes/talks/sidebar':
    '<ul>{% for post in site.posts limit:5 %}<li>{{ post.title }}</li>{% endfor %}</ul>\n',
  '_includes/talks/tags': '<p>{{ page.tags | join: ", " }}</p>\n',
  '_includes/JB/setup':
    '{% assign BASE_PATH = site.JB.BASE_PATH %}{% unless BASE_PATH %}{% assign BASE_PATH = nil %}{% endunless %}\n',
  '_includes/JB/pages_list': '<ul>{% for node in pages_list %}<li>{{ node.title }}</li>{% endfor %}</ul>\n',
  '_includes/amc/make_gallery': '<div class="gallery">{{ image_folder }}: {{ number_of_images }}</div>\n',
  '_includes/amc/ordered_tags_list': '<ul>{% for tag in site.tags %}<li>{{ tag[0] }}</li>{% endfor %}</ul>\n',
  '_includes/amc/sidebar': '<p>{{ site.tagline }}</p>\n',
}
