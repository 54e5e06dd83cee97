import { realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HostEvent, SearchQuery } from '../../core/contract/index.ts'
import { createDraftReserve } from '../../electron/services/draft-reserve.ts'
import { diskFileSystem } from '../../electron/services/file-system.ts'
import { keepHeapLean } from '../../electron/services/lean-heap.ts'
import { createLog } from '../../electron/services/log.ts'
import { openPostFolder } from '../../electron/services/post-folder.ts'
import { describeWorkspace } from '../../electron/services/workspace.ts'

/** What one process measures of a folder: `node folder-service.ts HOME open|work`, answered as one line of JSON. */
export interface FolderFigures {
  /** From nothing open to the rows as the wire carries them. */
  readonly openMs: number
  /** Listing again, with nothing changed. */
  readonly againMs: number
  /** From another program's write to a list that shows it. */
  readonly changeMs: readonly number[]
  readonly searchMs: readonly number[]
  /** The most memory the process, with the search's thread, ever had. */
  readonly memoryMb: number
}

const [home = '', what] = process.argv.slice(2)
const site = realpathSync(join(home, 'site'))
const folders = { configDir: join(home, 'own', 'config'), dataDir: join(home, 'own', 'data') }
const query: SearchQuery = {
  text: '',
  kind: 'words',
  matchCase: false,
  wholeWord: false,
  where: 'everywhere',
  mostPosts: 50,
}
let heard: (event: HostEvent) => void = () => {}

keepHeapLean()
const began = performance.now()
const folder = await openPostFolder({
  workspace: await describeWorkspace(site),
  folders,
  disk: diskFileSystem,
  reserve: createDraftReserve({
    disk: diskFileSystem,
    folder: join(folders.dataDir, 'drafts'),
    session: 'bench',
  }),
  announce: event => heard(event),
  log: createLog(folders.dataDir),
})
const rows = await folder.posts.listPosts()
JSON.stringify(rows)
const openMs = performance.now() - began
const figures: FolderFigures = {
  openMs,
  againMs: await timed(() => folder.posts.listPosts()),
  changeMs: what === 'work' ? await repeated(10, changeOutside) : [],
  searchMs: what === 'work' ? await searches() : [],
  memoryMb: process.resourceUsage().maxRSS / 1024,
}
await folder.close()
process.stdout.write(`${JSON.stringify(figures)}\n`)

async function timed(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await task()
  return performance.now() - start
}

async function repeated(count: number, task: (index: number) => Promise<number>): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index++) times.push(await task(index))
  return times
}

async function changeOutside(index: number): Promise<number> {
  const title = `Changed outside ${index}`
  const isTold = new Promise<void>(resolve => {
    heard = event => {
      if (event.type === 'posts-changed') resolve()
    }
  })
  const start = performance.now()
  writeFileSync(join(site, '_posts', '2026-06-01-outside.md'), `---\ntitle: ${title}\n---\n`)
  await isTold
  const list = await folder.posts.listPosts()
  if (!list.some(row => row.title === title)) throw new Error('the change is not in the list')
  return performance.now() - start
}

async function searches(): Promise<number[]> {
  const texts = [
    'talk',
    'stage',
    'slides video',
    'Talk 77',
    'nothing like this',
    'questions',
    'year2014',
    'small',
  ]
  const search = (text: string): Promise<unknown> =>
    folder.search.searchPosts({ ...query, text, kind: text.includes(' ') ? 'exact' : 'words' })
  // The first search reads the folder.
  await search('anything')
  return repeated(48, index => timed(() => search(texts[index % texts.length]!)))
}
