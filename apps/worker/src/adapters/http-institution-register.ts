import { z } from 'zod'
import {
  type InstitutionRegister,
  institutionStatuses,
  type RegisteredInstitution,
} from '../ports/institution-register.js'
import { type Endpoint, httpCall } from './outbound/http-call.js'

const answer = z
  .object({
    id: z.string().min(1),
    name: z.string().min(1),
    district: z.string().min(1),
    status: z.enum(institutionStatuses),
    mergedInto: z.string().min(1).exactOptional(),
    kind: z.string().min(1),
  })
  .refine(
    ({ status, mergedInto }) => (status === 'merged') === (mergedInto !== undefined),
  ) satisfies z.ZodType<RegisteredInstitution>

/** The institution register over HTTP. */
export function httpInstitutionRegister(endpoint: Endpoint): InstitutionRegister {
  return {
    find: ({ institutionId }) =>
      httpCall(
        { ...endpoint, system: 'institutionRegister' },
        { path: `institutions/${encodeURIComponent(institutionId)}`, purpose: 'institution-check', answer },
      ),
  }
}
