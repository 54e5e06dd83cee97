/** Content-Security-Policy headers of our two pages. */

/** The app's own page: its own files, the preview frame, and no string that becomes code (Trusted Types). */
export function appPolicy(previewOrigin: string): string {
  return policy({
    'default-src': "'none'",
    'script-src': "'self'",
    // CodeMirror and React set style attributes.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'frame-src': previewOrigin,
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'lectern-worker lectern-print dompurify',
  })
}

export interface PreviewPolicyOptions {
  /** Who may frame the preview: the app's origin, as a CSP source. */
  readonly appSource: string
  /** Images and media may come from anywhere over https. */
  readonly remoteContent: boolean
  /** Hosts that the writer let in for this site: style sheets and fonts may come from them. */
  readonly styleSources?: readonly string[]
  /** Where embeds may come from. */
  readonly frameSources: readonly string[]
}

/** The preview, whose content nobody vouches for: our one script, the embed list, and no requests of its own. */
export function previewPolicy(options: PreviewPolicyOptions): string {
  const remote = options.remoteContent ? ' https:' : ''
  const dress = (options.styleSources ?? []).map(source => ` ${source}`).join('')
  return policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'unsafe-inline'${dress}`,
    'img-src': `'self' data:${remote}`,
    'media-src': `'self'${remote}`,
    'font-src': `'self' data:${dress}`,
    'frame-src': options.frameSources.length > 0 ? options.frameSources.join(' ') : "'none'",
    'connect-src': "'none'",
    'worker-src': "'none'",
    'object-src': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': options.appSource,
  })
}

/** A page of ours for one thing of another site, without a script. */
export function guestPolicy(sources: {
  readonly frame?: string
  readonly media?: string
  readonly frameAncestors: string
}): string {
  const { frame = "'none'", media = "'none'", frameAncestors } = sources
  return policy({
    'default-src': "'none'",
    'style-src': "'unsafe-inline'",
    'frame-src': frame,
    'img-src': media,
    'media-src': media,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': frameAncestors,
  })
}

/**
 * The page around a deck of the site: the deck, from its own folder, and nothing else. A frame goes nowhere that the page
 * around it does not let in.
 */
export function deckPagePolicy(source: string, frameAncestors: string): string {
  return policy({
    'default-src': "'none'",
    'style-src': "'unsafe-inline'",
    'frame-src': source,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': frameAncestors,
  })
}

/**
 * A file of a deck: what lies in its folder runs, in an opaque origin, and nothing leaves.
 *
 * @param source where its folder is served; `'self'` would stand for nothing, as the origin is opaque
 */
export function deckFilePolicy(source: string, frameAncestors: string): string {
  return policy({
    'default-src': "'none'",
    'script-src': `${source} 'unsafe-inline'`,
    'style-src': `${source} 'unsafe-inline'`,
    'img-src': `${source} data: blob:`,
    'media-src': `${source} data: blob:`,
    'font-src': `${source} data:`,
    'connect-src': source,
    'frame-src': source,
    'worker-src': "'none'",
    'object-src': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",

    'frame-ancestors': `${source} ${frameAncestors}`,
    sandbox: 'allow-scripts',
  })
}

/** Files of the writer's site: an SVG among them opened by itself runs nothing. */
export const siteFilePolicy = policy({
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  sandbox: '',
})

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')
}
