import { fileActions, officeActions } from '@brobygger/access'
import { RequestMethod } from '@nestjs/common'
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js'
import { describe, expect, it } from '@jest/globals'
import { controllers } from '../controllers.js'
import { isOpen } from '../person/open.js'
import { declaredAt } from './access.js'

/** Every route: its handler, and what it declares. */
const routes = controllers.flatMap(controller => {
  const prototype = controller.prototype as Record<string, unknown>
  return Object.getOwnPropertyNames(prototype).flatMap(name => {
    const handler = prototype[name]
    if (name === 'constructor' || typeof handler !== 'function') return []
    const path: unknown = Reflect.getMetadata(PATH_METADATA, handler)
    if (typeof path !== 'string') return []
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod]
    const open = isOpen(handler) || isOpen(controller)
    return [{ route: `${controller.name}.${name}`, method, open, declared: declaredAt(handler) }]
  })
})

/** What anybody may ask without saying who they are; each is meant to be open. */
const openToAll = [
  // Who sends it proves it with a signature.
  'CallbacksController.tellOfLetter',
  'CodecController.decode',
  'CoursesController.curve',
  'DocumentController.get',
  'HealthController.live',
  'HealthController.metrics',
  'HealthController.ready',
  'ProblemsController.all',
  'ProblemsController.one',
]

describe('the routes of the API', () => {
  it('each declare what they are to the rules; without it nobody gets in', () => {
    const undeclared = routes.filter(({ declared, open }) => declared === undefined && !open)
    expect(undeclared.map(({ route }) => route)).toEqual([])
  })

  it('are open to all only where this list says so', () => {
    const open = routes.filter(route => route.open).map(({ route }) => route)
    expect(open.filter(route => !openToAll.includes(route) && !isLogin(route))).toEqual([])
  })

  it('use every action of the rules: none is there for nothing', () => {
    // Sending a family from reception to the house is decided by the body of askForCourse.
    const used = new Set<string>([
      'referToHouse',
      ...routes.flatMap(({ declared }) => declared?.action ?? []),
    ])
    const all: readonly string[] = [...fileActions.codes, ...officeActions.codes]
    expect(all.filter(action => !used.has(action))).toEqual([])
  })

  it('read with GET what the rules call reading, and change nothing with it', () => {
    const wrong = routes.filter(
      ({ method, declared }) =>
        (method === 'GET') !== /^(read|list|lookUp|sample|export)/.test(declared?.action ?? 'open'),
    )
    expect(wrong.filter(({ open }) => !open).map(({ route }) => route)).toEqual([])
  })
})

/** Whoever logs in is not known yet. */
const isLogin = (route: string): boolean => route.startsWith('Login')
