import { describe, expect, test } from 'vitest'
import { defaultOptions, jekyllOptions, mergeOptions } from '../../../../core/kramdown/index.ts'

describe('options are read as kramdown reads them', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'keys with and without a colon',
      { ':auto_ids': false, header_offset: 2 },
      { auto_ids: false, header_offset: 2 },
    ],
    ['symbols with and without a colon', { entity_output: ':numeric' }, { entity_output: 'numeric' }],
    ['text for truth', { auto_ids: 'false', hard_wrap: 'true' }, { auto_ids: false, hard_wrap: true }],
    ['text for numbers', { footnote_nr: '7' }, { footnote_nr: 7 }],
    ['a range of levels', { toc_levels: '2..4' }, { toc_levels: [2, 3, 4] }],
    ['a list of levels', { toc_levels: '1,3,3' }, { toc_levels: [1, 3] }],
    [
      'quotes as one text',
      { smart_quotes: 'apos, apos,quot,quot' },
      { smart_quotes: ['apos', 'apos', 'quot', 'quot'] },
    ],
    ['no highlighter', { syntax_highlighter: null }, { syntax_highlighter: undefined }],
    ['a highlighter called nil', { syntax_highlighter: 'nil' }, { syntax_highlighter: undefined }],
    [
      'links',
      { link_defs: { a: ['/u', 'T'], b: ['/v'] } },
      { link_defs: { a: ['/u', 'T'], b: ['/v', undefined] } },
    ],
    ['quirks as text', { gfm_quirks: 'no_auto_typographic' }, { gfm_quirks: ['no_auto_typographic'] }],
  ])('%s', (_what, values, expected) => {
    expect(mergeOptions(defaultOptions, values)).toEqual({ ...defaultOptions, ...expected })
  })

  test.each<[string, Record<string, unknown>]>([
    ['a number that is none', { header_offset: 'two' }],
    ['levels there are not', { toc_levels: '0..9' }],
    ['too few quotes', { smart_quotes: 'apos' }],
    ['names kramdown does not know', { nonesuch: true, constructor: 1 }],
  ])('%s is left out', (_what, values) => {
    expect(mergeOptions(jekyllOptions, values)).toEqual(jekyllOptions)
  })
})
