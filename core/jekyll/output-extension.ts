import { type RubyValue, toText, truthy } from '../ruby/index.ts'
import type { SiteSettings } from './site-settings.ts'

/** Ruby's `File.extname`: from the last dot of the name, unless that starts or ends it. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const bare = name.replace(/^\.+/, '')
  const dot = bare.lastIndexOf('.')
  return dot <= 0 ? '' : bare.slice(dot) === '.' ? '' : bare.slice(dot)
}

/** The extension a file is written with: its permalink's, or what its converter makes (jekyll/renderer.rb). */
export function outputExtension(extension: string, permalink: RubyValue, settings: SiteSettings): string {
  if (truthy(permalink) && !toText(permalink).endsWith('/')) {
    const own = extensionOf(toText(permalink))
    if (own !== '') return own
  }
  if (settings.isMarkdown(extension)) return '.html'
  return /^\.s[ac]ss$/i.test(extension) ? '.css' : extension
}
