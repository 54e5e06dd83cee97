import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Git } from '../../electron/services/git.ts'
import { type TestRepository, makeRepository, plainGit } from '../support/git-repository.ts'
import { type Random } from '../support/random.ts'

/** A random blog in a random state, and what is to be exported into it. */
export interface Scenario {
  readonly name: string
  /** Everything of it lies in here. */
  readonly folder: string
  /** The work tree, or the folder without git. */
  readonly root: string
  readonly repo: TestRepository | undefined
  readonly git: Git
  /** Absolute. */
  readonly posts: readonly string[]
  readonly to: string | undefined
  /** Whether an export must go through, must be refused, or may be either. */
  readonly expected: 'done' | 'refused' | 'either'
  readonly remote: RemoteKind
  /** What others published meanwhile. */
  readonly incoming: readonly string[]
}

export type RemoteKind = 'none' | 'same' | 'ahead' | 'conflict' | 'refusing' | 'silent' | 'redirect'

const remotes: readonly RemoteKind[] = ['same', 'ahead', 'conflict', 'refusing', 'silent', 'redirect']

interface Draft {
  readonly random: Random
  readonly folder: string
  repo: TestRepository
  readonly postsFolder: string
  readonly notes: string[]
  expected: Scenario['expected']
}

const words = 'talk slides kernel cloud garden river paper demo thanks question answer speaker room'.split(
  ' ',
)

function sentence(random: Random): string {
  return `${Array.from({ length: 4 + random.whole(8) }, () => random.pick(words)).join(' ')}.`
}

function postText(random: Random, title: string, image?: string): string {
  const lines = [
    '---',
    `title: ${title}`,
    'layout: post',
    '---',
    '',
    sentence(random),
    '',
    `* ${sentence(random)}`,
    '',
  ]
  if (image !== undefined) lines.push(`![A picture](/${image})`, '')
  lines.push(sentence(random), '')
  return lines.join('\n')
}

/** Makes scenario number `index`; the same random makes the same one. */
export function makeScenario(random: Random, folder: string): Scenario {
  const permalink = random.pick([
    '',
    'permalink: pretty\n',
    'permalink: /talks/:year/:title/\n',
    'permalink: /:title\n',
  ])
  const postsFolder = random.pick(['_posts', '_posts', 'talks/_posts', 'en/talks/_posts'])
  const kind = random.pick(['in-place', 'in-place', 'in-place', 'copy', 'plain'] as const)
  const repo = makeRepository(join(folder, 'blog'), {
    '_config.yml': `title: A blog\ntimezone: UTC\n${permalink}`,
    '_layouts/post.html': '<html><body>{{ content }}</body></html>\n',
    'notes.txt': 'one\n',
    'other notes.txt': 'two\n',
    'gone.txt': 'three\n',
    'index.md': '---\ntitle: Home\n---\n\nWelcome.\n',
    'images/one.png': Buffer.from([0x89, 0x50, 0, random.whole(250)]),
    [`${postsFolder}/2012-03-04-first.md`]: postText(random, 'First'),
    [`${postsFolder}/2013-05-06-second-talk.md`]: postText(random, 'Second'),
    [`${postsFolder}/2014-07-08-third.md`]: postText(random, 'Third').replaceAll('\n', '\r\n'),
  })
  const draft: Draft = { random, folder, repo, postsFolder, notes: [kind], expected: 'done' }
  if (random.chance(0.2)) {
    repo.write('notes.txt', 'stashed\n')
    repo.git('stash', 'push', '-q')
    draft.notes.push('stash')
  }
  if (random.chance(0.3)) {
    repo.git('checkout', '-q', '-b', 'talks/new')
    draft.notes.push('branch')
  }
  if (kind === 'plain') {
    rmSync(join(repo.root, '.git'), { recursive: true })
    const posts = writePostsElsewhere(draft)
    return finish(draft, posts, { repo: undefined, to: repo.root, remote: 'none' })
  }
  const state = random.chance(0.45) ? random.pick(states) : undefined
  const remote = random.chance(0.35) && !state?.isElsewhere ? addRemote(draft, random.pick(remotes)) : 'none'
  state?.before?.(draft)
  const posts = kind === 'copy' ? writePostsElsewhere(draft) : writePostsInPlace(draft)
  disturb(draft)
  state?.after?.(draft, posts)
  if (state) {
    draft.notes.push(state.name)
    draft.expected = state.expected
  }
  return finish(draft, posts, {
    repo: draft.repo,
    to: kind === 'copy' ? draft.repo.root : undefined,
    remote,
    ...(state?.git ? { git: state.git(draft) } : {}),
  })
}

function finish(
  { folder, repo, notes, expected, postsFolder }: Draft,
  posts: readonly string[],
  rest: { repo: TestRepository | undefined; to: string | undefined; remote: RemoteKind; git?: Git },
): Scenario {
  const name = [...notes, ...(rest.remote === 'none' ? [] : [`remote ${rest.remote}`])].join(', ')
  const incoming =
    rest.remote === 'conflict' ? ['theirs.txt', `${postsFolder}/2012-03-04-first.md`] : ['theirs.txt']
  return { git: plainGit, ...rest, name, folder, root: repo.root, posts, expected, incoming }
}

/** What the writer did to posts that lie in the repository. */
function writePostsInPlace(draft: Draft): string[] {
  const { random, repo, postsFolder, notes } = draft
  const at = (name: string): string => `${postsFolder}/${name}`
  const action = random.pick([
    'new',
    'edit',
    'crlf',
    'picture',
    'rename',
    'several',
    'staged',
    'announced',
  ] as const)
  notes.push(action)
  const fresh = at(`2015-07-${10 + random.whole(20)}-${random.pick(words)}-talk.md`)
  const paths: string[] = []
  const write = (path: string, text: string): void => {
    repo.write(path, text)
    paths.push(path)
  }
  switch (action) {
    case 'new':
      write(fresh, postText(random, 'New'))
      break
    case 'edit':
      write(at('2012-03-04-first.md'), `${repo.read(at('2012-03-04-first.md'))}${sentence(random)}\n`)
      break
    case 'crlf':
      write(at('2014-07-08-third.md'), `${repo.read(at('2014-07-08-third.md'))}${sentence(random)}\r\n`)
      break
    case 'picture':
      repo.write('images/2015/new one.png', Buffer.from([0x89, 0, random.whole(250)]))
      write(fresh, postText(random, 'Picture', 'images/2015/new%20one.png'))
      break
    case 'rename':
      renameSync(
        join(repo.root, at('2013-05-06-second-talk.md')),
        join(repo.root, at('2013-05-07-second-talk.md')),
      )
      paths.push(at('2013-05-07-second-talk.md'))
      break
    case 'several':
      write(fresh, postText(random, 'New'))
      write(at('2012-03-04-first.md'), postText(random, 'First again'))
      write('index.md', `${repo.read('index.md')}${sentence(random)}\n`)
      break
    case 'staged':
      write(fresh, postText(random, 'Staged'))
      repo.git('add', fresh)
      repo.write(fresh, `${repo.read(fresh)}${sentence(random)}\n`)
      break
    case 'announced':
      write(fresh, postText(random, 'Announced'))
      repo.git('add', '-N', fresh)
  }
  return paths.map(path => join(repo.root, path))
}

/** Posts in a folder of the writer's own. */
function writePostsElsewhere({ random, folder, notes }: Draft): string[] {
  const names = [
    '2012-03-04-first.md',
    `2016-01-${10 + random.whole(19)}-${random.pick(words)}.md`,
    'no-date.md',
  ]
  const chosen = random.chance(0.4) ? names : [random.pick(names)]
  notes.push(`${chosen.length} from elsewhere`)
  return chosen.map(name => {
    const path = join(folder, 'writing', name)
    mkdirSync(dirname(path), { recursive: true })
    const picture = random.chance(0.5)
    writeFileSync(path, postText(random, 'From elsewhere') + (picture ? '\n![P](pictures/own.png)\n' : ''))
    if (picture) {
      mkdirSync(join(folder, 'writing/pictures'), { recursive: true })
      writeFileSync(join(folder, 'writing/pictures/own.png'), Buffer.from([1, 0, random.whole(250)]))
    }
    return path
  })
}

/** Work of the writer's that has nothing to do with the export. */
function disturb({ random, repo, notes }: Draft): void {
  const disturbances: Readonly<Record<string, () => void>> = {
    edited: () => repo.write('notes.txt', 'one, edited\n'),
    staged: () => {
      repo.write('other notes.txt', 'two, staged\n')
      repo.git('add', 'other notes.txt')
    },
    'staged and edited': () => {
      repo.write('other notes.txt', 'two, staged\n')
      repo.git('add', 'other notes.txt')
      repo.write('other notes.txt', 'two, staged, edited\n')
    },
    untracked: () => repo.write('scratch/üntracked file.txt', 'mine\n'),
    'staged new': () => {
      repo.write('staged-new.txt', 'new\n')
      repo.git('add', 'staged-new.txt')
    },
    'staged removal': () => void repo.git('rm', '-q', '--cached', 'gone.txt'),
    removed: () => rmSync(join(repo.root, 'gone.txt')),
    'announced other': () => {
      repo.write('announced.txt', 'soon\n')
      repo.git('add', '-N', 'announced.txt')
    },
  }
  for (const [name, make] of Object.entries(disturbances)) {
    if (!random.chance(0.25)) continue
    if (name === 'removed' && notes.includes('staged removal')) continue
    make()
    notes.push(name)
  }
}

interface RepositoryState {
  readonly name: string
  readonly expected: Scenario['expected']
  /** The work tree becomes another, with a remote of its own. */
  readonly isElsewhere?: boolean
  /** Before the writer's work. */
  readonly before?: (draft: Draft) => void
  /** After it. */
  readonly after?: (draft: Draft, posts: readonly string[]) => void
  readonly git?: (draft: Draft) => Git
}

/** States that have to be left by the writer; what is edited must be out of the way while they are brought about. */
function conflict(command: string): (draft: Draft) => void {
  return ({ repo }) => {
    const back = repo.git('symbolic-ref', '--short', 'HEAD')
    repo.git('checkout', '-q', '-b', 'side')
    repo.write('gone.txt', 'side\n')
    repo.git('commit', '-q', '-am', 'Side')
    repo.git('checkout', '-q', back)
    repo.write('gone.txt', 'mine\n')
    repo.git('commit', '-q', '-am', 'Mine')
    try {
      repo.git(command, 'side')
    } catch {
      return // The conflict is what was wanted.
    }
  }
}

const states: readonly RepositoryState[] = [
  {
    name: 'failing pre-commit',
    expected: 'refused',
    before: ({ repo }) => repo.hook('pre-commit', 'echo no >&2; exit 1'),
  },
  {
    name: 'failing commit-msg',
    expected: 'refused',
    before: ({ repo }) => repo.hook('commit-msg', 'exit 1'),
  },
  {
    name: 'hook that looks at what is committed',
    expected: 'done',
    before: ({ repo }) =>
      repo.hook('pre-commit', 'git diff --cached --name-only | grep -q notes && exit 1; exit 0'),
  },
  { name: 'mid-merge', expected: 'refused', before: conflict('merge') },
  { name: 'mid-rebase', expected: 'refused', before: conflict('rebase') },
  {
    name: 'detached',
    expected: 'refused',
    before: ({ repo }) => void repo.git('checkout', '-q', '--detach'),
  },
  { name: 'index locked', expected: 'refused', after: ({ repo }) => repo.write('.git/index.lock', '') },
  {
    name: 'no identity',
    expected: 'refused',
    before: ({ repo }) => void repo.git('config', '--unset', 'user.email'),
  },
  {
    name: 'autocrlf',
    expected: 'done',
    before: ({ repo }) => void repo.git('config', 'core.autocrlf', 'input'),
  },
  {
    name: 'read-only post',
    expected: 'either',
    after: (_draft, posts) => {
      for (const post of posts) chmodSync(post, 0o444)
    },
  },
  {
    name: 'read-only file of the site',
    expected: 'either',
    before: ({ repo, postsFolder }) => chmodSync(join(repo.root, postsFolder, '2012-03-04-first.md'), 0o444),
  },
  {
    name: 'sparse',
    expected: 'either',
    before: ({ repo, postsFolder }) =>
      void repo.git('sparse-checkout', 'set', '--no-cone', '/*', `!/images/`, `/${postsFolder}/`),
  },
  {
    name: 'shallow',
    isElsewhere: true,
    expected: 'either',
    before: draft => {
      const { repo, folder } = draft
      repo.git('clone', '-q', '--depth', '1', `file://${repo.root}`, join(folder, 'shallow'))
      draft.repo = reopened(repo, join(folder, 'shallow'))
    },
  },
  {
    name: 'in a submodule',
    isElsewhere: true,
    expected: 'either',
    before: draft => {
      const { repo, folder } = draft
      const outer = makeRepository(join(folder, 'outer'), { 'readme.txt': 'outer\n' })
      outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repo.root, 'blog')
      draft.repo = reopened(repo, join(outer.root, 'blog'))
    },
  },
  {
    name: 'with a submodule',
    expected: 'done',
    before: ({ repo, folder }) => {
      makeRepository(join(folder, 'theme'), { 'readme.txt': 'theme\n' })
      repo.git(
        '-c',
        'protocol.file.allow=always',
        'submodule',
        '--quiet',
        'add',
        join(folder, 'theme'),
        'theme',
      )
      repo.git('commit', '-q', '-m', 'Add the theme')
      writeFileSync(join(repo.root, 'theme/readme.txt'), 'theme, edited\n')
    },
  },
  {
    name: 'linked work tree',
    isElsewhere: true,
    expected: 'done',
    before: draft => {
      const linked = join(draft.folder, 'linked')
      draft.repo.git('worktree', 'add', '-q', '-b', 'linked', linked)
      draft.repo = reopened(draft.repo, linked)
    },
  },
  {
    name: 'PATH of four folders',
    expected: 'done',
    before: ({ repo, folder }) => {
      mkdirSync(join(folder, 'tools'))
      writeFileSync(join(folder, 'tools/check-posts'), '#!/bin/sh\nexit 0\n')
      chmodSync(join(folder, 'tools/check-posts'), 0o755)
      repo.hook('pre-commit', 'exec check-posts')
    },
    // What the login shell adds; the app itself was started with the four.
    git: ({ folder }) => ({
      ...plainGit,
      env: { ...plainGit.env, PATH: `/usr/bin:/bin:/usr/sbin:/sbin:${join(folder, 'tools')}` },
    }),
  },
  {
    name: 'ignored',
    expected: 'either',
    after: ({ repo, postsFolder }) => repo.write('.gitignore', `${postsFolder}/\nassets/\n`),
  },
]

function reopened(repo: TestRepository, root: string): TestRepository {
  const other = makeRepository(root)
  other.git('config', 'user.name', 'Ada Writer')
  return { ...other, hook: repo.hook }
}

function addRemote({ repo, folder, random, postsFolder }: Draft, kind: RemoteKind): RemoteKind {
  const branch = repo.git('symbolic-ref', '--short', 'HEAD')
  const bare = join(folder, 'remote.git')
  repo.git('init', '-q', '--bare', bare)
  repo.git('remote', 'add', 'origin', bare)
  repo.git('push', '-q', '-u', 'origin', branch)
  if (kind === 'ahead' || kind === 'conflict') {
    const colleague = makeRepository(join(folder, 'colleague'))
    colleague.git('remote', 'add', 'origin', bare)
    colleague.git('fetch', '-q', 'origin')
    colleague.git('checkout', '-q', '-b', 'theirs', `origin/${branch}`)
    colleague.write('theirs.txt', 'theirs\n')
    if (kind === 'conflict')
      colleague.write(`${postsFolder}/2012-03-04-first.md`, `theirs\n${sentence(random)}\n`)
    colleague.git('add', '-A')
    colleague.git('commit', '-q', '-m', 'Theirs')
    colleague.git('push', '-q', 'origin', `theirs:${branch}`)
  }
  if (kind === 'refusing') {
    writeFileSync(join(bare, 'hooks/pre-receive'), '#!/bin/sh\necho refused\nexit 1\n')
    chmodSync(join(bare, 'hooks/pre-receive'), 0o755)
  }
  return kind
}
