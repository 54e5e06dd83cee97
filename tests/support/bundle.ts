import { join } from 'node:path'
import { build } from 'vite'

/**
 * Bundles entries for Node as the app is bundled, each as `NAME.mjs` in `folder`: what is started thousands of times,
 * or measured, is then the program as it ships.
 */
export async function bundleForNode(
  entries: Readonly<Record<string, string>>,
  folder: string,
): Promise<void> {
  await build({
    root: join(import.meta.dirname, '../..'),
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node22',
      minify: false,
      rollupOptions: {
        input: { ...entries },
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  })
}
