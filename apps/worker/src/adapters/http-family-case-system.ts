import { z } from 'zod'
import type { FamilyCaseSystem } from '../ports/family-case-system.js'
import { httpForget } from './http-forget.js'
import { type Endpoint, httpCall } from './outbound/http-call.js'

const answer = z.object({ caseNumber: z.string().min(1) })

/** The family group's case system over HTTP. */
export function httpFamilyCaseSystem(endpoint: Endpoint): FamilyCaseSystem {
  return {
    forget: httpForget({ ...endpoint, system: 'familyCaseSystem' }),
    open: ({ key, ...body }) =>
      httpCall(
        { ...endpoint, system: 'familyCaseSystem' },
        { path: 'cases', purpose: 'referral', answer, effect: { key, body } },
      ),
  }
}
