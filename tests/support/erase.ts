import { setTimeout as sleep } from 'node:timers/promises'
import { certificate, type Certificate } from '@brobygger/domain/messages'
import type { Api } from '@brobygger/tools/chaos'
import { z } from 'zod'

export type { Certificate }

const shownErasure = z.object({
  parts: z.array(z.object({ process: z.string(), done: z.boolean(), certificate: certificate.nullable() })),
})
const shownProcess = z.object({
  tasks: z.array(z.object({ id: z.string(), kind: z.string(), status: z.string() })),
})

/** Has a real case of children and youth erased: the team leader checks it, the next manager approves. */
export async function erase(api: Api, caseId: string): Promise<Certificate> {
  const path = `/cases/${caseId}/erasure`
  const begun = await api.command({ as: 'tl-eva', path, body: { requester: 'mother' } })
  const code = z.string().parse(begun.body['code'])
  const process = `erasure-${code}-1`
  await answer(api, process, 'checkErasure', 'tl-eva', { decision: 'erase', why: 'Intet at gemme.' })
  await answer(api, process, 'approveErasure', 'ml-finn', { decision: 'approve' })
  return await eventually(async () => {
    const { parts } = await api.get(`/erasures/${code}`, 'tl-eva', shownErasure)
    return parts.find(part => part.process === process && part.done)?.certificate
  })
}

async function answer(api: Api, process: string, kind: string, as: string, body: object): Promise<void> {
  const task = await eventually(async () => {
    const { tasks } = await api.get(`/processes/${process}`, 'tl-eva', shownProcess)
    return tasks.find(open => open.kind === kind && open.status === 'open')
  })
  await api.command({ as, path: `/tasks/${task.id}/complete`, body })
}

/** Something as soon as it is there; fails after five minutes. */
async function eventually<T>(look: () => Promise<T | null | undefined>): Promise<T> {
  for (const end = Date.now() + 300_000; Date.now() < end; await sleep(300)) {
    const found = await look()
    if (found != null) return found
  }
  throw new Error('it never came to be')
}
