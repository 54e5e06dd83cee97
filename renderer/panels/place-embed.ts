import type { QueuedEmbed } from '../../core/contract/index.ts'
import { findEmbeds, isPending, rewriteEmbed } from '../../core/post/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { readEmbedStyle } from '../insert/embed-style.ts'
import type { EmbedQueueOptions } from './embed-queue.ts'
import { embedsIn } from './panel-embed.ts'

/** A post in an editor of the window. */
export type OpenPost = Pick<Lectern, 'document' | 'editor'>

/** Whether a link stands in a text for what only the network knows of an address. */
export function hasPendingLink(text: string, address: string): boolean {
  return findEmbeds(text).some(({ embed }) => isPending(embed) && embed.pageUrl === address)
}

/** On the writer's click: in the editor for an open post; else in the file, unless somebody changed the link there. */
export async function placeEmbed(
  options: EmbedQueueOptions,
  entry: QueuedEmbed,
): Promise<readonly QueuedEmbed[]> {
  const { host, notices } = options
  const post = openPostOf(options, entry)
  const isPlaced = post
    ? await placeInEditor(options, post, entry)
    : await placeInFile(options, entry, 'writer')
  if (!isPlaced)
    notices.show({
      kind: 'info',
      text: `The link in ${entry.path} was changed meanwhile, so it stays as it is.`,
    })
  return host.listEmbedQueue()
}

/** When the network is back: the writer asked for it when the link was put in. What was edited since stays as it is. */
export async function placeUnasked(options: EmbedQueueOptions, entry: QueuedEmbed): Promise<void> {
  const { host } = options
  const post = openPostOf(options, entry)
  if (!post) {
    const unsaved = options.openPosts().flatMap(({ document }) => document.get().unsavedElsewhere)
    if (!unsaved.includes(entry.path)) await placeInFile(options, entry, 'queue')
  } else if (!hasPendingLink(post.editor.text(), entry.address))
    // The writer took the link out.
    await host.dropQueuedEmbed(entry.path, entry.address)
  else if (post.document.get().readOnly === undefined) await placeInEditor(options, post, entry)
}

function openPostOf({ openPosts }: EmbedQueueOptions, { path }: QueuedEmbed): OpenPost | undefined {
  return openPosts().find(({ document }) => document.get().path === path)
}

async function placeInFile(
  { desk, host, notices }: EmbedQueueOptions,
  { path, address }: QueuedEmbed,
  by: 'writer' | 'queue',
): Promise<boolean> {
  if ((await host.placeQueuedEmbed(path, address, by)) !== 'placed') return false
  notices.show({
    kind: 'success',
    text: `${path} has its embed now.`,
    action: { label: 'Open', run: () => void desk.open(path).catch(notices.report) },
  })
  return true
}

async function placeInEditor(
  { host, notices, settings }: EmbedQueueOptions,
  { editor }: OpenPost,
  { path, address, embed }: QueuedEmbed,
): Promise<boolean> {
  if (!embed) return false
  const house = await host.embedHouse()
  const style = readEmbedStyle(settings, embed.provider)
  const source = editor.text()
  const edits = embedsIn(source, house)
    .filter(found => isPending(found.embed) && found.embed.pageUrl === address)
    .flatMap(found => rewriteEmbed(source, found, style, { embed, house }))
  if (edits.length === 0) return false
  editor.apply({ edits }, 'Put the embed in', { stay: true })
  notices.show({
    kind: 'success',
    text: 'The service answered: the embed stands in the place of its link.',
    action: { label: 'Undo', run: () => editor.undo() },
  })
  await host.dropQueuedEmbed(path, address)
  return true
}
