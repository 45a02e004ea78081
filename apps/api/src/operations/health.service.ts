import { Injectable } from '@nestjs/common'
import { Connection } from '@temporalio/client'
import { z } from 'zod'
import { Reply } from '../http/reply.js'
import { Storage } from '../storage/storage.js'

export const alive = z.object({ status: z.literal('live') }).meta({ id: 'Live' })

/** Whether each part that the API needs answers. */
export const readiness = z
  .object({
    ready: z.boolean(),
    parts: z.array(z.object({ part: z.enum(['postgresql', 'temporal']), ready: z.boolean() })),
  })
  .meta({ id: 'Ready' })
export type Readiness = z.infer<typeof readiness>

/** Longest wait for a part, in milliseconds. */
const PATIENCE = 2_000

/** Asks the parts that the API needs. */
@Injectable()
export class HealthService {
  constructor(
    private readonly storage: Storage,
    private readonly connection: Connection,
  ) {}

  async ready(): Promise<Reply<Readiness>> {
    const [postgresql, temporal] = await Promise.all([
      answers(() => this.storage.db.selectFrom('staff').select('id').limit(1).execute()),
      answers(() =>
        this.connection.withDeadline(Date.now() + PATIENCE, () =>
          this.connection.workflowService.getSystemInfo({}),
        ),
      ),
    ])
    const ready = postgresql && temporal
    const parts: Readiness['parts'] = [
      { part: 'postgresql', ready: postgresql },
      { part: 'temporal', ready: temporal },
    ]
    return new Reply({ ready, parts }, ready ? 200 : 503)
  }
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask()
    return true
  } catch {
    return false
  }
}
