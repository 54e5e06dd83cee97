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
  /** Origins without https that images and media may come from, too. */
  readonly imageSources: readonly string[]
  /** Hosts that the writer let in for this site: style sheets and fonts may come from them. */
  readonly styleSources?: readonly string[]
  /** Where embeds may come from. */
  readonly frameSources: readonly string[]
}

/** The preview, whose content nobody vouches for: our one script, the embed list, and no requests of its own. */
export function previewPolicy(options: PreviewPolicyOptions): string {
  const sources = [...(options.remoteContent ? ['https:'] : []), ...options.imageSources]
  const remote = sources.map(source => ` ${source}`).join('')
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
