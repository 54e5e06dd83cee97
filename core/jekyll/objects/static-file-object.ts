import { RubyObject, RubyTime } from '../../ruby/index.ts'
import { extensionOf } from '../output-extension.ts'
import type { SiteFile } from '../site.ts'
import type { SiteSettings } from '../site-settings.ts'
import { LazyObject } from './lazy-object.ts'

/** A file Jekyll copies as it is (jekyll/drops/static_file_drop.rb). */
export function staticFileObject(
  file: SiteFile,
  collection: string | undefined,
  settings: SiteSettings,
): RubyObject {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1)
  const extension = extensionOf(name)
  const path = collection === undefined ? `/${file.path}` : file.path
  const object: RubyObject = new LazyObject(
    {
      name: () => name,
      extname: () => extension,
      modified_time: () => new RubyTime(Math.floor(file.modifiedSeconds), 0, settings.zone),
      basename: () => (extension === '' ? name : name.slice(0, -extension.length)).replace(/\.*$/, ''),
      path: () => path,
      collection: () => collection ?? null,
    },
    settings.defaults.all(path, collection),
    () => 'Jekyll::Drops::StaticFileDrop',
  )
  return object
}
