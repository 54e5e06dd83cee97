// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { createDocumentStore } from '../../../../renderer/state/document.ts'
import { useFields } from '../../../../renderer/state/use-store.ts'

beforeEach(() => void vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))

test('a component that names its fields renders again for them, and for nothing else', () => {
  const document = createDocumentStore()
  let renders = 0
  function Words() {
    const { text } = useFields(document, ['text'])
    renders++
    return <p>{text}</p>
  }
  const place = window.document.createElement('div')
  const root = createRoot(place)
  act(() => root.render(<Words />))
  act(() => document.send({ type: 'opened', path: 'a.md', text: 'One.' }))
  expect([renders, place.textContent]).toEqual([2, 'One.'])
  act(() => document.send({ type: 'status', status: { type: 'dirty', kept: false } }))
  act(() => document.send({ type: 'status', status: { type: 'dirty', kept: true } }))
  act(() => document.send({ type: 'selected', selection: { from: 1, to: 2 } }))
  expect(renders).toBe(2)
  act(() => document.send({ type: 'snapshot', text: 'One. Two.' }))
  expect([renders, place.textContent]).toEqual([3, 'One. Two.'])
  act(() => root.unmount())
})
