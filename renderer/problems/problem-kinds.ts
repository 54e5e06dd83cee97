/** A kind of problem whose level the writer may choose. An error, which leaves no page, has none. */
export interface ProblemKind {
  readonly code: string
  readonly name: string
}

/** In the order of the settings. */
export const problemKinds: readonly ProblemKind[] = [
  { code: 'picture.no-words', name: 'A picture says nothing to those who do not see it' },
  { code: 'embed.dead', name: 'Slides or a video are known to be gone' },
  { code: 'link.missing-definition', name: 'A link has no definition' },
  { code: 'link.duplicate-definition', name: 'Two definitions have the same label' },
  { code: 'reference.unused', name: 'No link uses a definition' },
  { code: 'link.missing-fragment', name: 'A link leads to a heading that is not there' },
  { code: 'link.unpublished-post', name: 'A link leads to a post that is not published' },
  { code: 'link.empty-text', name: 'A link has no words' },
  { code: 'link.empty-address', name: 'A link has no address' },
  { code: 'link.space-in-address', name: 'A space in an address keeps a link from being one' },
  { code: 'update.stale-banner', name: 'The line at the top does not tell of the last update' },
  { code: 'update.broken-anchor', name: 'The line at the top leads to no update' },
  { code: 'liquid.lost-in-code', name: 'Liquid vanishes from a sample of code' },
  { code: 'file-name.impossible-day', name: 'The file name has a day that does not exist' },
  { code: 'post.no-front-matter', name: 'A file has no front matter, so Jekyll makes no page of it' },
]
