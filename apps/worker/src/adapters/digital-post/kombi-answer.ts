import { convert } from 'xmlbuilder2'
import { z } from 'zod'

const answerSchema = z.object({
  kombi_response: z.object({
    Result: z.enum(['true', 'false']),
    TransmissionID: z.string().min(1).optional(),
  }),
})

/** What KombiPostAfsend said: whether it took the message; undefined when it is no whole answer. */
export function kombiAnswer(xml: string): { accepted: boolean } | undefined {
  try {
    const { kombi_response } = answerSchema.parse(convert(xml, { format: 'object' }))
    return { accepted: kombi_response.Result === 'true' }
  } catch {
    return undefined
  }
}
