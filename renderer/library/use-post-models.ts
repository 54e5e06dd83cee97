import { useEffect, useState } from 'react'
import type { HostApi, PostTemplate } from '../../core/contract/index.ts'
import type { TalkRow } from '../../core/post/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import { today } from '../insert/today.ts'

/** What a new post can be made after. */
export interface PostModels {
  /** The author's own template files. */
  readonly templates: readonly PostTemplate[]
  /** Their talk posts with slides, newest first. */
  readonly talks: readonly TalkRow[]
}

export interface PostModelsBeingRead {
  readonly known: PostModels | undefined
  readonly all: () => Promise<PostModels>
}

export function usePostModels(): PostModelsBeingRead {
  const { host, notices } = useLectern()
  const [asked] = useState(() => readModels(host))
  const [known, setKnown] = useState<PostModels>()
  useEffect(() => {
    let current = true
    asked.then(models => current && setKnown(models), notices.report)
    return () => {
      current = false
    }
  }, [asked, notices])
  return { known, all: () => asked }
}

async function readModels(host: HostApi): Promise<PostModels> {
  const [templates, talks] = await Promise.all([host.listTemplates(), host.listTalks(today())])
  return { templates, talks: talks.filter(talk => talk.slides !== null) }
}
