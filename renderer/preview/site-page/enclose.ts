import tokens from '../../styles/tokens.css?inline'
import ownElements from '../page/own-elements.css?inline'

/** Our style inside a shadow root, whose `:host` has the place that `:root` has in a page. */
const style = new CSSStyleSheet()
style.replaceSync(
  [
    tokens.replaceAll(/:root(\[[^\]]*\])?/g, (_, attribute?: string) =>
      attribute ? `:host-context(${attribute})` : ':host',
    ),
    ownElements,
    ':host { display: block; color-scheme: light } :host([data-inline]) { display: inline-block; max-width: 100% }',
    '.post { display: contents }',
  ].join('\n'),
)

/** Puts an element of ours where the site's style does not reach it, and ours does. */
export function enclose(own: HTMLElement): HTMLElement {
  const host = document.createElement('lectern-own')
  if (own.dataset['shows'] !== undefined) host.dataset['shows'] = own.dataset['shows']
  if (own.matches('button, span')) host.dataset['inline'] = ''
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [style]
  const place = document.createElement('div')
  place.className = 'post'
  place.append(own)
  shadow.append(place)
  return host
}
