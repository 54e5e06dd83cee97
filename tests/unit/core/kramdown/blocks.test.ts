import { expect, test } from 'vitest'
import { convert, jekyllOptions, parse, toHtml, toHtmlBlocks } from '../../../../core/kramdown/index.ts'
import { sliceSpan } from '../../../../core/text/index.ts'
import { readKramdownCorpus } from '../../../support/kramdown-corpus.ts'

const source = '* toc\n{:toc}\n\n# One\n\nSaid[^a].\n\n> quoted\n\n[^a]: note\n'

test('a document comes block by block, with the source of each', () => {
  const blocks = toHtmlBlocks(parse(source, jekyllOptions).root, jekyllOptions)
  expect(blocks.map(({ span }) => sliceSpan(source, span))).toEqual([
    '* toc',
    '# One',
    'Said[^a].',
    '> quoted',
    '',
  ])
  expect(blocks[0]!.html).toContain('<li><a href="#one"')
  expect(blocks[4]!.html).toContain('class="footnotes"')
})

test('the blocks of a document together are its HTML', () => {
  const different = readKramdownCorpus().filter(({ markdown }) => {
    const { root } = parse(markdown, jekyllOptions)
    const blocks = toHtmlBlocks(root, jekyllOptions).map(block => block.html)
    return blocks.join('') !== toHtml(root, jekyllOptions)
  })
  expect(different).toEqual([])
})

test('converting leaves the document as it is', () => {
  const { root } = parse(source, jekyllOptions)
  const before = JSON.stringify(root.children)
  const first = toHtml(root, jekyllOptions)
  expect(toHtml(root, jekyllOptions)).toBe(first)
  expect(JSON.stringify(root.children)).toBe(before)
})

test('version 2.5 writes footnotes otherwise', () => {
  const { html } = convert('x[^1]\n\n[^1]: y\n', { ...jekyllOptions, version: '2.5' })
  expect(html).toBe(
    '<p>x<sup id="fnref:1"><a href="#fn:1" class="footnote" rel="footnote" role="doc-noteref">1</a></sup></p>\n\n' +
      '<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:1">\n      <p>y\u00a0' +
      '<a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;</a></p>\n    </li>\n  </ol>\n</div>\n',
  )
})

test.each([
  ['knows more entities', '&hearts; &xrarr;', '♥ ⟶'],
  ['matches abbreviations across lines', 'a foo\nbar b\n\n*[foo bar]: x', '<abbr title="x">foo\nbar</abbr>'],
  ['reads CDATA', 'a <![CDATA[<b> & c]]> d', 'a &lt;b&gt; &amp; c d'],
  ['takes <time> for a tag in a line', '<time>*a*</time>', '<p><time>*a*</time></p>'],
])('version 2.5 %s', (_what, markdown, expected) => {
  expect(convert(`${markdown}\n`, { ...jekyllOptions, version: '2.5' }).html).toContain(expected)
})

test('code is coloured by the function handed in, and by none for plain text', () => {
  const highlight = (code: string, language: string): string => `[${language}|${code.trim()}]`
  const { html } = convert('~~~ rb\nx\n~~~\n\n~~~\ny\n~~~\n', { ...jekyllOptions, highlight })
  expect(html).toContain(
    '<div class="language-rb highlighter-rouge"><div class="highlight"><pre class="highlight"><code>[ruby|x]',
  )
  expect(html).toContain('<code>y\n</code>')
})
