import { defineConfig } from 'vite'

/** `--mode main` bundles everything that runs in Node; `--mode preload` the one CommonJS preload. The app ships no node_modules. */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  publicDir: false as const,
  ssr: { noExternal: true as const },
  build: {
    ssr: true,
    outDir: '../out',
    emptyOutDir: false,
    target: 'node22',
    minify: false,
    sourcemap: true,
    rollupOptions:
      mode === 'preload'
        ? {
            input: 'hosts/desktop/preload.ts',
            external: ['electron'],
            // Of all that the contract's door leads to, the preload needs one name.
            treeshake: { moduleSideEffects: false },
            output: { format: 'cjs' as const, entryFileNames: 'preload.cjs', codeSplitting: false },
          }
        : {
            input: {
              main: 'hosts/desktop/main.ts',
              cli: 'hosts/cli/main.ts',
              start: 'hosts/start.ts',
              'search-worker': 'services/search-worker.ts',
              'site-styles-worker': 'services/site-styles-worker.ts',
            },
            external: ['electron'],
            output: {
              format: 'es' as const,
              entryFileNames: '[name].mjs',
              chunkFileNames: 'chunks/[name]-[hash].mjs',
            },
          },
  },
}))
