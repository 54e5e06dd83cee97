import { apache } from './apache.ts'
import { batchfile } from './batchfile.ts'
import { c } from './c.ts'
import { clojure } from './clojure.ts'
import { session } from './console.ts'
import { cpp } from './cpp.ts'
import { css } from './css.ts'
import { csharp } from './csharp.ts'
import { diff } from './diff.ts'
import { docker } from './docker.ts'
import { go } from './go.ts'
import { groovy } from './groovy.ts'
import { haskell } from './haskell.ts'
import { html } from './html.ts'
import { ini } from './ini.ts'
import { java } from './java.ts'
import { javascript, typescript } from './javascript.ts'
import { json } from './json.ts'
import { ocaml } from './ocaml.ts'
import { type Language, lexToHtml } from './regex-lexer.ts'
import { powershell } from './powershell.ts'
import { python } from './python.ts'
import { ruby } from './ruby.ts'
import { scss } from './scss.ts'
import { shell } from './shell.ts'
import { sql } from './sql.ts'
import { tex } from './tex.ts'
import { viml } from './viml.ts'
import { xml } from './xml.ts'
import { yaml } from './yaml.ts'

/** Languages coloured as Rouge does, by every name Rouge knows them by. */
const languages: Readonly<Record<string, Language>> = {
  apache,
  batchfile,
  bat: batchfile,
  batch: batchfile,
  dosbatch: batchfile,
  winbatch: batchfile,
  c,
  clojure,
  clj: clojure,
  cljs: clojure,
  console: session,
  terminal: session,
  shell_session: session,
  'shell-session': session,
  css,
  cpp,
  'c++': cpp,
  csharp,
  'c#': csharp,
  cs: csharp,
  diff,
  patch: diff,
  udiff: diff,
  docker,
  dockerfile: docker,
  Dockerfile: docker,
  go,
  golang: go,
  groovy,
  haskell,
  hs: haskell,
  html,
  ini,
  java,
  javascript,
  js: javascript,
  json,
  ocaml,
  powershell,
  posh: powershell,
  microsoftshell: powershell,
  msshell: powershell,
  python,
  py: python,
  ruby,
  rb: ruby,
  scss,
  shell,
  bash: shell,
  sh: shell,
  ksh: shell,
  zsh: shell,
  sql,
  tex,
  TeX: tex,
  LaTeX: tex,
  latex: tex,
  typescript,
  ts: typescript,
  viml,
  vim: viml,
  vimscript: viml,
  ex: viml,
  xml,
  yaml,
  yml: yaml,
}

/** Longer code is shown without colours: a page of it would keep the preview waiting. */
const longest = 50_000

/** Code with Rouge's classes around its tokens; undefined for a language that is not in the table. */
export function rougeHighlight(code: string, name: string): string | undefined {
  const key = name.split('?')[0]!
  const language = Object.hasOwn(languages, key) ? languages[key] : undefined
  return language && code.length <= longest ? lexToHtml(code, language) : undefined
}
