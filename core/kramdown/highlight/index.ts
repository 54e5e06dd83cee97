import { consoleToHtml } from './console.ts'
import { c, cpp, csharp, go, java, rust } from './languages/c-like.ts'
import { diff, json, yaml } from './languages/data.ts'
import { clojure, haskell, ocaml, powershell, sql } from './languages/functional.ts'
import { javascript, typescript } from './languages/javascript.ts'
import { css, html, xml } from './languages/markup.ts'
import { python } from './languages/python.ts'
import { ruby } from './languages/ruby.ts'
import { shell } from './languages/shell.ts'
import { type Grammar, lexToHtml } from './lexer.ts'

/** By the tag of Rouge's lexer. */
const grammars: Readonly<Record<string, Grammar>> = {
  c,
  clojure,
  cpp,
  csharp,
  css,
  diff,
  go,
  haskell,
  html,
  java,
  javascript,
  json,
  ocaml,
  powershell,
  python,
  ruby,
  rust,
  shell,
  sql,
  typescript,
  xml,
  yaml,
}

/**
 * Colours code in the common languages with the class names Rouge gives its tokens: the function to hand to `toHtml`.
 * The text stays as it is; where the colours differ from Rouge's is measured, not promised.
 *
 * @param language the tag of Rouge's lexer
 * @returns HTML, or undefined for a language it does not know
 */
export function highlight(code: string, language: string): string | undefined {
  if (language === 'console') return consoleToHtml(code)
  return Object.hasOwn(grammars, language) ? lexToHtml(grammars[language]!, code) : undefined
}
