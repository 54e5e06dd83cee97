import type { HostApi } from '../../core/contract/index.ts'
import { type NewPostRequest, parseFileName } from '../../core/post/index.ts'
import type { PostModels } from './use-post-models.ts'

/** Newer talks are remembered; the older ones are found by duplicating their post. */
const mostTalks = 15

/** The choices of what a new post is made after, the usual one first. */
export function modelOptions(models: PostModels | undefined): { value: string; label: string }[] {
  const { templates = [], talks = [] } = models ?? {}
  const [last, ...earlier] = talks.slice(0, mostTalks)
  return [
    ...(last ? [{ value: `like:${last.path}`, label: `Like your last one: ${last.title}` }] : []),
    ...templates.map(({ name }) => ({ value: `template:${name}`, label: `Your template “${name}”` })),
    { value: 'own', label: 'Lectern’s own template' },
    ...earlier.map(({ path, title }) => ({ value: `like:${path}`, label: `Like ${title}` })),
  ]
}

/** What the choice adds to the request. */
export async function readModel(
  host: Pick<HostApi, 'readPost'>,
  models: PostModels,
  value: string,
): Promise<Pick<NewPostRequest, 'template' | 'like' | 'extension'>> {
  const [kind, name] = splitAtColon(value)
  if (kind === 'template') {
    const template = models.templates.find(each => each.name === name)?.text
    return template === undefined ? {} : { template }
  }
  if (kind !== 'like') return {}
  const { source } = await host.readPost(name)
  const { extension } = parseFileName(name.split('/').at(-1)!)
  return { like: source, ...(extension && { extension }) }
}

function splitAtColon(text: string): readonly [string, string] {
  const at = text.indexOf(':')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
