/** The looks of a shared page, on screens and on paper; paper shows where links lead. */
export const shareStyle = `:root { color-scheme: light dark; }
body { max-width: 41rem; margin: 0 auto; padding: 2.5rem 1.25rem 5rem; font: 1.0625rem/1.6 Georgia, 'Times New Roman', serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; }
header { margin-bottom: 2rem; }
header h1 { margin: 0.25rem 0 0; font-size: 2rem; }
.said { margin: 0; font: 600 0.8125rem/1.4 system-ui, sans-serif; color: light-dark(#7c4a00, #f0b860); }
img { max-width: 100%; height: auto; }
a { color: light-dark(#0b6655, #6fd0ba); }
pre { padding: 0.75rem 1rem; overflow: auto; border-radius: 7px; background: light-dark(#f3f1ec, #1f1d1a); }
code { font: 0.9em ui-monospace, monospace; }
blockquote { margin: 0 0 1.15em; padding-left: 1.1em; border-left: 3px solid light-dark(#9cccbf, #2f6358); }
table { border-collapse: collapse; }
th, td { padding: 0.25rem 0.75rem; border-bottom: 1px solid light-dark(#e4e0d8, #35322c); text-align: left; }
.card { display: flex; flex-direction: column; margin: 0 0 1.15em; padding: 0.9rem 1.1rem; border: 1px solid light-dark(#e4e0d8, #35322c); border-radius: 7px; font: 0.9375rem/1.45 system-ui, sans-serif; }
.card .address { color: light-dark(#6a645a, #a39c90); font-size: 0.8125rem; overflow-wrap: anywhere; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  main a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 0.85em; }
  main .card a::after, main a[data-says-where]::after { content: none; }
  pre, .card, img { break-inside: avoid; }
}
`
