import { z } from 'zod'
import type { FamilyCaseSystem } from '../ports/family-case-system.js'
import { httpForget } from './http-forget.js'
import { type Endpoint, httpCall } from './http-call.js'

const answer = z.object({ caseNumber: z.string().min(1) })

/** The family group's case system over HTTP. */
export function httpFamilyCaseSystem(endpoint: Omit<Endpoint, 'port'>): FamilyCaseSystem {
  return {
    forget: httpForget({ ...endpoint, port: 'familyCaseSystem' }),
    open: ({ key, ...body }) =>
      httpCall({ ...endpoint, port: 'familyCaseSystem' }, { path: 'cases', answer, effect: { key, body } }),
  }
}
