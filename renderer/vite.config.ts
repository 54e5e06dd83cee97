import { type Plugin, defineConfig } from 'vite'
import react from '@vitejs/plugin-react'

const dir = import.meta.dirname

/** HTML in posts rarely holds scripts, and their grammars are large. */
const laterGrammars: Plugin = {
  name: 'later-grammars',
  enforce: 'pre',
  resolveId: (id, importer) =>
    /^@codemirror\/lang-(?:css|javascript)$/.test(id) && importer?.includes('/@codemirror/lang-html/')
      ? `${dir}/editor/later-grammars.ts`
      : undefined,
}

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/** All that a module imports, and what that imports, without what is loaded later. */
function importsOf(root: string, modules: Modules, found = new Set<string>()): ReadonlySet<string> {
  found.add(root)
  for (const id of modules.getModuleInfo(root)?.importedIds ?? [])
    if (!found.has(id)) importsOf(id, modules, found)
  return found
}

/** What panels and dialogs alone stand on. The doors of `core` lead the window there, too, without a use for it. */
const belowPanels =
  /\/node_modules\/yaml\/|\/core\/(?:yaml|ruby)\/|\/core\/post\/(?:front-matter|talks|templates|updates)\//

/** Stands on the same by way of a door, but the window uses only what does not. */
const inWindowAllTheSame = /\/core\/post\/(?:paste|spelling)\//

function isForPanels(id: string, modules: Modules): boolean {
  if (belowPanels.test(id)) return true
  if (!id.includes('/core/') || inWindowAllTheSame.test(id)) return false
  return [...importsOf(id, modules)].some(each => belowPanels.test(each))
}

/**
 * The file a module goes into, for all that a start asks for: a few files are there sooner than dozens. Others are
 * shared as the bundler sees fit.
 */
function groupOf(id: string, modules: Modules): string | null {
  const isIn = (root: string) => importsOf(`${dir}/${root}`, modules).has(id)
  const isInPage = isIn('preview/page/main.ts') || isIn('preview/site-page/main.ts')
  const isInWindow = isIn('app/open-window.tsx')
  // The entry itself waits for the window, which imports what stands in `first`.
  if (isIn('main.tsx')) return isInPage || id === `${dir}/main.tsx` ? null : 'first'
  if (isInPage) return isInWindow ? 'common' : null
  if (!isInWindow) return null
  return isForPanels(id, modules) ? 'panels' : 'window'
}

/** The app's page and the two untrusted preview pages, each with its own entry. */
export default defineConfig({
  root: dir,
  base: './',
  publicDir: false,
  plugins: [react(), laterGrammars],
  worker: { format: 'es' },
  // The package lets only its Node module be imported; the app needs the word lists themselves.
  resolve: { alias: { 'dictionary-en': dir + '/../node_modules/dictionary-en' } },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: true,
    // The pages' policies allow fonts and images from their own origin, not from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['/index.html', '/preview.html', '/site-page.html'].map(page => dir + page),
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: groupOf }] } },
    },
  },
})
