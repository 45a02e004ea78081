import type { Action } from '@brobygger/access'
import { SetMetadata } from '@nestjs/common'
import { ofNothing, type Target } from './targets.js'

const ACCESS = 'brobygger:access'

/** What an operation is, to the rules, and what it is about. */
export interface Declared {
  readonly action: Action
  readonly target: Target
}

/** Declares which action a route is, and on what. A route without it is refused to everybody. */
export const Access = (action: Action, target: Target = ofNothing): MethodDecorator =>
  SetMetadata(ACCESS, { action, target } satisfies Declared)

/** What a handler declares; undefined when it declares nothing. */
export function declaredAt(handler: object): Declared | undefined {
  return Reflect.getMetadata(ACCESS, handler) as Declared | undefined
}
