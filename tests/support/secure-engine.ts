import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { personToken } from '@brobygger/tools'
import { Connection } from '@temporalio/client'
import { z } from 'zod'
import type { OwnSystem } from './own-system.js'

const PERMISSION_DENIED = 7
type Work<T> = (connection: Connection) => Promise<T>

/** The Temporal server of a system in which everybody logs in, as whoever brings a token. */
export class SecureEngine {
  constructor(private readonly system: OwnSystem) {}

  /** The token of a part of the system. */
  async serviceToken(client: string): Promise<string> {
    const secret = await this.secretOf(client)
    const response = await fetch(`${this.system.loginUrl}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${client}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    })
    return ((await response.json()) as { access_token: string }).access_token
  }

  /** What Temporal UI holds for whoever logged in there. */
  async uiToken(person: string): Promise<string> {
    const { loginUrl, uiUrl = '' } = this.system
    const id = 'temporal-ui'
    return personToken({
      issuer: loginUrl,
      person,
      assurance: 'substantial',
      site: { id, secret: await this.secretOf(id), callback: `${uiUrl}/auth/sso/callback` },
    })
  }

  /** Calls the server with a token, or none. */
  async as<T>(token: string | undefined, work: Work<T>): Promise<T> {
    const ca = await readFile(join(this.system.dataDir, 'temporal', 'tls', 'ca.pem'))
    const connection = Connection.lazy({
      address: this.system.temporalAddress,
      tls: { serverRootCACertificate: ca },
      ...(token === undefined ? {} : { apiKey: token }),
    })
    try {
      return await connection.withDeadline(Date.now() + 10_000, () => work(connection))
    } finally {
      await connection.close()
    }
  }

  private async secretOf(client: string): Promise<string> {
    const file = join(this.system.dataDir, 'login', 'clients.json')
    const { clients } = z
      .object({ clients: z.array(z.looseObject({ id: z.string(), secret: z.string().optional() })) })
      .parse(JSON.parse(await readFile(file, 'utf8')))
    return clients.find(({ id }) => id === client)?.secret ?? ''
  }

  async refusedTo(token: string | undefined, work: Work<unknown>): Promise<void> {
    await expect(this.as(token, work)).rejects.toMatchObject({ code: PERMISSION_DENIED })
  }
}

export const list = (namespace: string) => (connection: Connection) =>
  connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 10 })

/** Starts a process that no worker takes, so that it runs until it is ended. */
export const start = (namespace: string, workflowId: string) => (connection: Connection) =>
  connection.workflowService.startWorkflowExecution({
    namespace,
    workflowId,
    requestId: workflowId,
    workflowType: { name: 'nothingRunsThis' },
    taskQueue: { name: 'nobody-listens' },
  })

export const end = (namespace: string, workflowId: string) => (connection: Connection) =>
  connection.workflowService.terminateWorkflowExecution({ namespace, workflowExecution: { workflowId } })
