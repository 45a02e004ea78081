import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { repositoryFolder } from '@brobygger/config'
import { processes, stageOf } from '@brobygger/domain/processes'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Connection } from '@temporalio/client'
import { PracticeCase } from './support/practice-case.js'
import { namespaces } from './support/municipality.js'

const page = readFileSync(join(repositoryFolder, 'docs', 'supervisors.md'), 'utf8')
const queries = [...page.matchAll(/```temporal-query\n([^]*?)\n```/g)].map(([, query]) => query ?? '')
const practice = 'children-and-youth-practice'

let connection: Connection

beforeAll(async () => {
  connection = await Connection.connect({ address: process.env['BRO_TEST_TEMPORAL_ADDRESS'] ?? '' })
})
afterAll(() => connection.close())

async function found(namespace: string, query: string): Promise<string[]> {
  const { executions } = await connection.workflowService.listWorkflowExecutions({
    namespace,
    query,
    pageSize: 1000,
  })
  return executions.map(({ execution }) => execution?.workflowId ?? '')
}

/** Whether a query of the page finds a process in the end; lists follow a process with a delay. */
async function finds(query: string, process: string): Promise<boolean> {
  if (!queries.includes(query)) throw new Error(`docs/supervisors.md does not have the query ${query}`)
  for (let attempt = 0; attempt < 100; attempt++) {
    if ((await found(practice, query)).includes(process)) return true
    await sleep(100)
  }
  return false
}

describe('the queries of docs/supervisors.md', () => {
  it('are there', () => {
    expect(queries.length).toBeGreaterThan(10)
  })

  it.each(queries)('are taken by the server in every namespace: %s', async query => {
    for (const namespace of namespaces) {
      await expect(
        connection.workflowService.countWorkflowExecutions({ namespace, query }),
      ).resolves.toBeDefined()
    }
  })

  it('name stages, units and processes that exist', () => {
    const stages = Object.values(processes).flatMap(process =>
      process.steps.map(step => stageOf({ process, step: step.id })),
    )
    const named = (attribute: string) =>
      queries.flatMap(query =>
        [...query.matchAll(new RegExp(`${attribute} = "([^"]*)"`, 'g'))].map(([, value]) => value),
      )
    expect(stages).toEqual(expect.arrayContaining(named('BroStage')))
    expect(Object.keys(processes)).toEqual(expect.arrayContaining(named('BroProcess')))
  })

  it('find a concern that waits for triage, and find it late when nobody triages it', async () => {
    const concern = await PracticeCase.raise(0, 'r-101001', {
      institution: '101001',
      ageBand: '3-5',
      mainCategory: 'structure',
    })
    const process = `concern-${concern.id}`
    expect(await finds('BroStage = "2 Visitering" AND ExecutionStatus = "Running"', process)).toBe(true)
    expect(await found(practice, 'BroOverdue = true')).not.toContain(process)

    await concern.to(4)
    expect(await finds('BroOverdue = true AND ExecutionStatus = "Running"', process)).toBe(true)
    expect(await finds('BroProcess = "concern" AND BroOverdue = true', process)).toBe(true)

    await concern.answer('triage', 'sw-anna', { outcome: 'takenOn', why: 'Vi mødes med forældrene.' })
    expect(await finds('BroStage = "6 Anonym rådgivning" AND ExecutionStatus = "Running"', process)).toBe(
      true,
    )
  })
})
