import { describe, expect, it } from '@jest/globals'
import { methodsAt } from './route.js'

const routes = [
  { path: '/api/cases/{id}', method: 'GET' },
  { path: '/api/cases/{id}/notes', method: 'POST' },
  { path: '/api/openapi.json', method: 'GET' },
]

describe('the methods of an address', () => {
  it('are those of the routes that fit it', () => {
    expect(methodsAt(routes, '/api/cases/k7qm4d2x')).toEqual(['GET', 'HEAD'])
    expect(methodsAt(routes, '/api/cases/k7qm4d2x/notes')).toEqual(['POST'])
  })

  it('are none where there is no such address', () => {
    expect(methodsAt(routes, '/api/openapiXjson')).toEqual([])
    expect(methodsAt(routes, '/api/cases')).toEqual([])
  })
})
