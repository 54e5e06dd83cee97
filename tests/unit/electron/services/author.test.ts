import { rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAuthor } from '../../../../electron/services/author.ts'
import { makeRepository, plainGit } from '../../../support/git-repository.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

const deck =
  '<script class="speakerdeck-embed" data-id="5f1c7be09a3d4c26b1ee0d94aa2278c3" src="//speakerdeck.com/assets/embed.js"></script>'
const talk = (title: string, more = ''): string =>
  `---\ntitle: ${title}\nevent: QuayConf\n---\n${deck}\n\nThe slides of my talk.\n${more}`
const post = '_posts/2024-05-02-tape.md'

function author(files: Readonly<Record<string, string>>) {
  const repository = makeRepository(temporaryFolder('author'), files)
  const commit = (message: string): void => {
    repository.git('add', '--all')
    repository.git('commit', '-qm', message)
  }
  return { ...repository, commit, api: createAuthor({ folder: repository.root, git: async () => plainGit }) }
}

test('What readers first saw is the first version that was neither a draft nor withheld, through renames', async () => {
  const { api, commit, git, root, write } = author({ '_drafts/tape.md': talk('Tape', 'An idea.\n') })
  expect(await api.firstPublished('_drafts/tape.md')).toBeUndefined()
  git('mv', '_drafts/tape.md', '_drafts/robots.md')
  commit('Call it robots')
  const withheld = talk('Tape', 'Nearly.\n').replace('---\n<', 'published: false\n---\n<')
  rmSync(join(root, '_drafts/robots.md'))
  write('_posts/2024-05-01-robots.md', withheld)
  commit('Make it a post')
  write('_posts/2024-05-01-robots.md', talk('Tape', 'First seen.\n'))
  commit('Publish')
  git('mv', '_posts/2024-05-01-robots.md', post)
  commit('Another name')
  write(post, talk('Tape', 'First seen.\n\nAnd a word more.\n'))
  commit('Mend')
  expect(await api.firstPublished(post)).toBe(talk('Tape', 'First seen.\n'))
})

test('A post that git does not know was not seen by anybody', async () => {
  const { api, write } = author({ 'about.md': 'Me.\n' })
  write(post, talk('Tape'))
  expect(await api.firstPublished(post)).toBeUndefined()
})

test('The board follows what changes on disk, and a new day', async () => {
  const { api, root, write } = author({ [post]: talk('Tape'), 'about.md': '---\ntitle: About\n---\nMe.\n' })
  const board = async (today: string) =>
    (await api.listTalks(today)).map(({ path, title, stage }) => [path, title, stage])
  expect(await board('2024-05-01')).toEqual([[post, 'Tape', 'slides up']])
  expect(await board('2024-05-03')).toEqual([[post, 'Tape', 'video awaited']])
  write(post, talk('Disk'))
  utimesSync(join(root, post), 1, 1)
  expect(await board('2024-05-03')).toEqual([[post, 'Disk', 'video awaited']])
  rmSync(join(root, post))
  expect(await board('2024-05-03')).toEqual([])
})

test('Templates are the files of the folder that is for them', async () => {
  const { api } = author({
    '_config.yml': '',
    '_templates/short.md': '${title}\n',
    '_templates/notes.html': 'no',
  })
  expect(await api.listTemplates()).toEqual([{ name: 'short', text: '${title}\n' }])
})
