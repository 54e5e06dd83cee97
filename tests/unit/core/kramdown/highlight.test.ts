import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highlight } from '../../../../core/kramdown/index.ts'

const languages = [
  'c',
  'clojure',
  'console',
  'cpp',
  'csharp',
  'css',
  'diff',
  'go',
  'haskell',
  'html',
  'java',
  'javascript',
  'json',
  'ocaml',
  'powershell',
  'python',
  'ruby',
  'rust',
  'shell',
  'sql',
  'typescript',
  'xml',
  'yaml',
]

describe('colouring gives Rouge’s class names', () => {
  test.each([
    ['ruby', "require 'a'\n", '<span class="nb">require</span> <span class="s1">\'a\'</span>\n'],
    [
      'json',
      '{"a": 1}',
      '<span class="p">{</span><span class="nl">"a"</span><span class="p">:</span><span class="w"> </span><span class="mi">1</span><span class="p">}</span>',
    ],
    [
      'shell',
      'echo "$A" # b',
      '<span class="nb">echo</span> <span class="s2">"</span><span class="nv">$A</span><span class="s2">"</span> <span class="c"># b</span>',
    ],
    [
      'python',
      'def a(): pass',
      '<span class="k">def</span> <span class="nf">a</span><span class="p">():</span> <span class="k">pass</span>',
    ],
    [
      'javascript',
      'let a = 1;',
      '<span class="kd">let</span> <span class="nx">a</span> <span class="o">=</span> <span class="mi">1</span><span class="p">;</span>',
    ],
  ])('%s', (language, code, html) => {
    // A space between two tokens of no class may belong to the one before it.
    expect(highlight(code, language)!.replace(/(\s)<\/span>/g, '</span>$1')).toBe(
      html.replace(/(\s)<\/span>/g, '</span>$1'),
    )
  })
})

test('languages nobody wrote a grammar for are left alone', () => {
  expect(highlight('x', 'cobol')).toBeUndefined()
  expect(highlight('x', 'constructor')).toBeUndefined()
})

test('whatever is coloured keeps its text', () => {
  const pieces = constantFrom(
    'a',
    ' ',
    '\n',
    '"',
    "'",
    '`',
    '{',
    '}',
    '(',
    ')',
    '#',
    '//',
    '/*',
    '*/',
    '<',
    '>',
    '&',
    '$',
    '\\',
    'def ',
    'if',
    '1.5',
    '=',
    ':',
    '-',
    '%w[',
    '<<~A\n',
    '\nA\n',
    '/',
    '?',
    '@',
    '|',
    '[',
    ']',
    '"""',
    '<!--',
    '$(',
    '${',
    'é',
  )
  assert(
    property(array(pieces, { maxLength: 30 }), constantFrom(...languages), (parts, language) => {
      const code = parts.join('')
      const html = highlight(code, language)!
      const text = html
        .replace(/<\/?span[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
      expect(text).toBe(code)
    }),
    { numRuns: 1500 },
  )
})
