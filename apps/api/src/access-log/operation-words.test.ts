import { describe, expect, it } from '@jest/globals'
import { controllers, PREFIX } from '../controllers.js'
import { readRoutes } from '../openapi/read-routes.js'
import { OperationWords } from './operation-words.js'

const routes = readRoutes(controllers, PREFIX)
const words = new OperationWords(routes)

describe('what an operation does, as a data subject is told', () => {
  it('is in Danish for each that somebody has to be logged in for', () => {
    const ids = routes.filter(({ open }) => !open).flatMap(({ facts }) => facts?.id ?? [])
    expect(ids.length).toBeGreaterThan(50)
    expect(ids.filter(id => words.of(id).da === id)).toEqual([])
  })

  it('is its code where a line is older than the operations of today', () => {
    expect(words.of('lookInto')).toEqual({ da: 'lookInto', en: 'lookInto' })
  })
})
