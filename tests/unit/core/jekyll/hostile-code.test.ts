import { expect, test } from 'vitest'
import { rougeHighlight } from '../../../../core/jekyll/rouge/index.ts'

const languages = [
  'clojure',
  'csharp',
  'css',
  'go',
  'groovy',
  'java',
  'javascript',
  'python',
  'ruby',
  'scss',
  'shell',
  'sql',
  'viml',
]
const begun = ['"', "'", '/', '$/', ":'", '@"']
const repeated = ['\\', '\\\\', '\\n', `\\"`, `\\'`, '$$', '\\\n']

// Each of these took hours while a backslash could be read in two ways.
test.each(languages)('a text in %s that nothing ends is coloured at once', language => {
  const codes = begun.flatMap(start => repeated.map(part => `${start}${part.repeat(400)}x`))
  const started = process.cpuUsage()
  for (const code of codes)
    expect(
      rougeHighlight(code, language)
        ?.replace(/<[^>]*>/g, '')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'"),
    ).toBe(code)
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000)
})
