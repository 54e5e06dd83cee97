import { defineConfig } from 'vite'
import react from '@vitejs/plugin-react'

const dir = import.meta.dirname

/** The app's page and the two untrusted preview pages, each with its own entry. */
export default defineConfig({
  root: dir,
  base: './',
  publicDir: false,
  plugins: [react()],
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
    rollupOptions: { input: ['/index.html', '/preview.html', '/site-page.html'].map(page => dir + page) },
  },
})
