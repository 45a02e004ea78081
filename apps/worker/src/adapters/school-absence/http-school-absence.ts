import { absenceKind, absencePart } from '@brobygger/domain/codes'
import { z } from 'zod'
import type { SchoolAbsence, SchoolAbsenceLine } from '../../ports/school-absence.js'
import { type Endpoint, httpCall } from '../outbound/http-call.js'

const answer = z.object({
  lines: z.array(
    z
      .object({
        position: z.int().positive(),
        id: z.string().min(1).max(100),
        version: z.int().positive(),
        institution: z.string().regex(/^[A-Z0-9]{6}$/),
        number: z.string().regex(/^\d{10}$/),
        on: z.iso.date(),
        kind: absenceKind.or(z.literal('withdrawn')),
        part: absencePart,
      })
      .transform(({ number: cprNumber, kind, ...line }): SchoolAbsenceLine => ({
        ...line,
        cprNumber,
        kind: kind === 'withdrawn' ? null : kind,
      })),
  ),
})

/** The feed over HTTP, with the municipality's own certificate: `GET /after/<position>`. */
export function httpSchoolAbsence(endpoint: Endpoint): SchoolAbsence {
  return {
    after: async position => {
      const { lines } = await httpCall(
        { ...endpoint, system: 'schoolAbsence' },
        { path: `after/${position}`, purpose: 'school-absence', answer },
      )
      return lines
    },
  }
}
