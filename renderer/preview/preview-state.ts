import { type Store, createStore } from '../state/store.ts'

/** What is known of the preview besides what its frame shows. */
export interface PreviewState {
  /** HTML of the content, while that is what the preview shows. */
  readonly html: string
  /** The post has no layout that could stand around it: our typography stands in. */
  readonly isBare: boolean
  /** The page around the post has a style of the site's own; undefined while no page was made. */
  readonly isDressed: boolean | undefined
  /** Where the published page may differ, as the renderer found it. */
  readonly ofSite: readonly string[]
  /** The same, as the page itself found it. */
  readonly ofPage: readonly string[]
  /** Which Jekyll the signs of the site point to, in words; empty until they are read. */
  readonly foundJekyll: string
  /** Hosts that styles and fonts of the page would come from, and may not. */
  readonly hosts: readonly string[]
}

export type PreviewEvent =
  | { readonly type: 'html'; readonly html: string }
  | {
      readonly type: 'shell'
      readonly isBare: boolean
      readonly isDressed: boolean
      readonly differences: readonly string[]
    }
  | { readonly type: 'site'; readonly foundJekyll: string }
  | { readonly type: 'page'; readonly differences: readonly string[]; readonly hosts: readonly string[] }
  /** Another folder. */
  | { readonly type: 'cleared' }

export type PreviewStore = Store<PreviewState, PreviewEvent>

const nothing: PreviewState = {
  html: '',
  isBare: false,
  isDressed: undefined,
  ofSite: [],
  ofPage: [],
  hosts: [],
  foundJekyll: '',
}

export function createPreviewStore(): PreviewStore {
  return createStore(nothing, reducePreview)
}

export function reducePreview(state: PreviewState, event: PreviewEvent): PreviewState {
  switch (event.type) {
    case 'html':
      return { ...state, html: event.html }
    case 'shell':
      return { ...state, isBare: event.isBare, isDressed: event.isDressed, ofSite: event.differences }
    case 'site':
      return { ...state, foundJekyll: event.foundJekyll }
    case 'page':
      return { ...state, ofPage: event.differences, hosts: event.hosts }
    case 'cleared':
      return nothing
  }
}

const bareNotice = 'No layout could be put around this post: Lectern’s own typography stands in.'

/** Where site and preview may differ, each once. */
export function differencesOf({ isBare, ofSite, ofPage }: PreviewState): readonly string[] {
  return [...new Set([...(isBare ? [bareNotice] : []), ...ofSite, ...(isBare ? [] : ofPage)])]
}
