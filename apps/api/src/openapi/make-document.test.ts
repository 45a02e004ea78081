import { describe, expect, it } from '@jest/globals'
import { controllers, PREFIX } from '../controllers.js'
import { makeDocument } from './make-document.js'
import { readRoutes } from './read-routes.js'

const routes = readRoutes(controllers, PREFIX)
const document = makeDocument(routes)

describe('the OpenAPI document', () => {
  it('describes every route', () => {
    expect(routes.filter(route => route.facts === undefined).map(route => route.path)).toEqual([])
  })

  it('gives every operation a name of its own', () => {
    const ids = routes.map(route => route.facts?.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('describes every part of every path', () => {
    const undescribed = routes.filter(route =>
      [...route.path.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => route.params[name] === undefined),
    )
    expect(undescribed.map(route => route.path)).toEqual([])
  })

  it('has a success and a problem for every operation', () => {
    for (const ways of Object.values(document.paths ?? {})) {
      for (const operation of Object.values(ways as Record<string, { responses: Record<string, object> }>)) {
        const statuses = Object.keys(operation.responses)
        expect(statuses.some(status => /^[23]/.test(status))).toBe(true)
        expect(statuses.some(status => status.startsWith('4'))).toBe(true)
      }
    }
  })

  it('refers to nothing that is not there', () => {
    const text = JSON.stringify(document)
    const named = new Set(Object.keys(document.components?.schemas ?? {}))
    const missing = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].filter(
      ([, name = '']) => !named.has(name),
    )
    expect(missing).toEqual([])
  })
})
