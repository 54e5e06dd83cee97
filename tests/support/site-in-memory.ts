import type { SiteSnapshot } from '../../core/jekyll/index.ts'

/** A site made of texts, as the service that reads folders would give it. */
export function snapshotOf(
  files: Readonly<Record<string, string>>,
  overrides: Partial<SiteSnapshot> = {},
): SiteSnapshot {
  const all = Object.entries(files).map(([path, text]) => ({
    path,
    sizeBytes: text.length,
    modifiedSeconds: 1_700_000_000,
    hasFrontMatter: /^---\s*\r?\n/.test(text),
    text,
  }))
  return {
    version: '1',
    source: '/site',
    configFiles: all.filter(file => file.path === '_config.yml'),
    files: all.filter(file => file.path !== '_config.yml'),
    environment: 'production',
    timezone: 'UTC',
    readAtSeconds: 1_767_225_600,
    hosting: { hasCname: false, hasBuildWorkflow: false },
    problems: [],
    ...overrides,
  }
}
