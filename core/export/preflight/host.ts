import type { HostingSigns } from '../../jekyll/index.ts'

/** Who builds a site for the public, as far as its repository tells. */
export interface BuildHost {
  readonly name: string
  /** TZ of its machines, for a site without a `timezone`. */
  readonly timezone: string
}

/** GitHub Pages, by itself or through a workflow; undefined where the writer's own machine builds the site. */
export function buildHost({ remote, hasBuildWorkflow, gemfile }: HostingSigns): BuildHost | undefined {
  const onGitHub = /(?:^|@|\/\/)(?:[^/@]*@)?github\.com[:/]/i.test(remote ?? '')
  const isPages = /\bgithub-pages\b/.test(gemfile ?? '')
  return onGitHub || isPages || hasBuildWorkflow ? { name: 'GitHub Pages', timezone: 'UTC' } : undefined
}
