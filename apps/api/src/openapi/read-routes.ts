import { RequestMethod, type Type } from '@nestjs/common'
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js'
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js'
import type { Action } from '@brobygger/access'
import { z } from 'zod'
import { declaredAt } from '../access/access.js'
import { isOpen } from '../person/open.js'
import type { Route } from '../http/route.js'
import { OPERATION, type OperationFacts } from './operation.js'

/** A route with all that the document says of it, read from the decorators that make it work. */
export interface DocumentedRoute extends Route {
  readonly tag: string
  /** Undefined where `@Operation` was forgotten. */
  readonly facts: OperationFacts | undefined
  readonly open: boolean
  /** What it is to the rules of access; undefined where it declares nothing. */
  readonly action: Action | undefined
  readonly body: z.ZodType | undefined
  readonly query: z.ZodObject | undefined
  readonly params: Readonly<Record<string, z.ZodType>>
}

interface RouteArgument {
  readonly data?: unknown
  readonly schema?: unknown
}

/** Every route of the controllers, in their order. */
export function readRoutes(controllers: readonly Type[], prefix: string): DocumentedRoute[] {
  return controllers.flatMap(controller => {
    const base = Reflect.getMetadata(PATH_METADATA, controller) as string
    const prototype = controller.prototype as Record<string, unknown>
    return Object.getOwnPropertyNames(prototype).flatMap(name => {
      const handler = prototype[name]
      if (name === 'constructor' || typeof handler !== 'function') return []
      const path: unknown = Reflect.getMetadata(PATH_METADATA, handler)
      if (typeof path !== 'string') return []
      const args = Object.entries(
        (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, RouteArgument>,
      )
      const of = (type: RouteParamtypes) =>
        args.flatMap(([key, arg]) => (key.startsWith(`${type}:`) ? [arg] : []))
      const [body] = of(RouteParamtypes.BODY)
      const [query] = of(RouteParamtypes.QUERY)
      return [
        {
          path: templateOf([prefix, base, path]),
          method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod],
          tag: [...base.split('/'), ...path.split('/')].find(segment => segment !== '') ?? prefix,
          facts: Reflect.getMetadata(OPERATION, handler) as OperationFacts | undefined,
          open: isOpen(handler) || isOpen(controller),
          action: declaredAt(handler)?.action,
          body: body?.schema instanceof z.ZodType ? body.schema : undefined,
          query: query?.schema instanceof z.ZodObject ? query.schema : undefined,
          params: Object.fromEntries(
            of(RouteParamtypes.PARAM).flatMap(({ data, schema }) =>
              typeof data === 'string' && schema instanceof z.ZodType ? [[data, schema]] : [],
            ),
          ),
        },
      ]
    })
  })
}

/** `/api/cases/{id}` of the parts of a path in the framework's notation. */
function templateOf(parts: readonly string[]): string {
  const segments = parts.flatMap(part => part.split('/')).filter(segment => segment !== '')
  return `/${segments.map(segment => (segment.startsWith(':') ? `{${segment.slice(1)}}` : segment)).join('/')}`
}
