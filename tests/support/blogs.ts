import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { temporaryFolder } from './temporary.ts'

const project = resolve(import.meta.dirname, '../..')
const ours = join(project, 'tests/corpus/blog')
const amirmc = resolve(project, '../shared/corpora/blogs/amirmc__amirmc.github.com/source')

/** A git repository with a blog in it, new for each test. */
export interface Blog {
  readonly folder: string
  readonly git: (...args: string[]) => string
}

/** Our own small blog, committed by an author of its own. */
export function ourBlog(): Blog {
  const folder = join(temporaryFolder('blog'), 'quay.example')
  cpSync(ours, folder, { recursive: true })
  return commitAll(folder)
}

/** Whether the public blog that Lectern began with lies beside the project. */
export const hasAmirmcBlog = existsSync(amirmc)

/** That blog, with layouts and stand-ins for the includes it names, as it comes without them. */
export function amirmcBlog(): Blog {
  const folder = join(temporaryFolder('blog'), 'amirmc.github.com')
  cpSync(amirmc, folder, { recursive: true })
  execFileSync('chmod', ['-R', 'u+w', folder])
  cpSync(join(ours, '_layouts'), join(folder, '_layouts'), { recursive: true })
  write(
    folder,
    '_includes/talks/sidebar',
    '<ul>{% for post in site.posts limit:5 %}<li>{{ post.title }}</li>{% endfor %}</ul>\n',
  )
  write(folder, '_includes/talks/tags', '<p>{{ page.tags | join: ", " }}</p>\n')
  write(
    folder,
    '_includes/JB/setup',
    '{% assign BASE_PATH = site.JB.BASE_PATH %}{% unless BASE_PATH %}{% assign BASE_PATH = nil %}{% endunless %}\n',
  )
  write(
    folder,
    '_includes/JB/pages_list',
    '<ul>{% for node in pages_list %}<li>{{ node.title }}</li>{% endfor %}</ul>\n',
  )
  write(
    folder,
    '_includes/amc/make_gallery',
    '<div class="gallery">{{ image_folder }}: {{ number_of_images }}</div>\n',
  )
  write(
    folder,
    '_includes/amc/ordered_tags_list',
    '<ul>{% for tag in site.tags %}<li>{{ tag[0] }}</li>{% endfor %}</ul>\n',
  )
  write(folder, '_includes/amc/sidebar', '<p>{{ site.tagline }}</p>\n')
  return commitAll(folder)
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function commitAll(folder: string): Blog {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Rosalind Quay')
  git('config', 'user.email', 'rosalind@quay.example')
  git('config', 'commit.gpgsign', 'false')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Begin the blog')
  return { folder, git }
}
