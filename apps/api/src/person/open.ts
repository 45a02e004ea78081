import { SetMetadata } from '@nestjs/common'

const OPEN = 'brobygger:open'

/** Marks what anybody may ask without saying who they are: health, metrics, documentation. */
export const Open = () => SetMetadata(OPEN, true)

/** Whether a handler or controller is marked open. */
export function isOpen(target: object): boolean {
  return Reflect.getMetadata(OPEN, target) === true
}
