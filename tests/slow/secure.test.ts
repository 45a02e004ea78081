import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { personToken } from '@brobygger/tools'
import { Connection } from '@temporalio/client'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { namedNotification, plainConcern } from '../support/forms.js'
import { inBrowser, openBrowser } from '../support/chromium.js'
import { people } from '../support/matrix.js'
import { startOwnSystem, type OwnSystem } from '../support/own-system.js'
import { end, list, SecureEngine, start } from '../support/secure-engine.js'

const rotation = fileURLToPath(new URL('../../tools/dist/keys-rotate.js', import.meta.url))
const YOUTH = 'children-and-youth'
const SOCIAL = 'social-services'
/** Of a token here: so short that every one is renewed many times while the tests run. */
const TOKEN_SECONDS = 20

let system: OwnSystem
let browser: Browser | undefined
let caseId: string

beforeAll(async () => {
  system = await startOwnSystem({ LOGIN_TOKEN_SECONDS: String(TOKEN_SECONDS) }, { ui: true, secure: true })
  browser = await openBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await system.stop()
}, 60_000)

const tokenOf = (person: string) => personToken({ issuer: system.loginUrl, person, assurance: 'substantial' })

const engineOf = () => new SecureEngine(system)
const uiTokenOf = (person: string) => engineOf().uiToken(person)
const serviceToken = (client: string) => engineOf().serviceToken(client)
const engine = <T>(token: string | undefined, work: (connection: Connection) => Promise<T>) =>
  engineOf().as(token, work)
const refusedTo = (token: string | undefined, work: (connection: Connection) => Promise<unknown>) =>
  engineOf().refusedTo(token, work)

async function ask<T>(
  path: string,
  token: string,
  body?: unknown,
  more: Record<string, string> = {},
): Promise<{ status: number; body: T }> {
  const response = await fetch(`${system.apiUrl}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...more },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as T }
}

describe('a system in which everybody logs in', () => {
  it('refuses the header that names a person', async () => {
    const response = await fetch(`${system.apiUrl}/api/worklist`, {
      headers: { 'x-brobygger-person': 'sw-anna' },
    })
    expect(response.status).toBe(401)
  })

  it('carries a concern for who has a token', async () => {
    const raised = await ask<{ caseId: string }>('/concerns', await tokenOf('r-101001'), plainConcern)
    expect(raised.status).toBe(201)
    caseId = raised.body.caseId
  })

  it('goes on working when the tokens of its parts have run out and been renewed', async () => {
    await sleep(TOKEN_SECONDS * 2_000)
    const answer = { outcome: 'adviceEnough', why: 'Personalet kan selv, med råd.' }
    const triaged = await ask(`/tasks/concern-${caseId}.1/complete`, await tokenOf('sw-anna'), answer)
    expect(triaged.status).toBe(200)
  })
})

describe('the Temporal server', () => {
  it('speaks with nobody in clear', async () => {
    const connection = Connection.lazy({ address: system.temporalAddress })
    await expect(connection.withDeadline(Date.now() + 5_000, () => list(YOUTH)(connection))).rejects.toThrow()
    await connection.close()
  })

  it('shows nobody anything without a token, or with one that is not for it', async () => {
    await refusedTo(undefined, list(YOUTH))
    const forTheApi = await tokenOf('tl-eva')
    await expect(engine(forTheApi, list(YOUTH))).rejects.toThrow()
  })

  it("lets a worker's token write in its own administration alone", async () => {
    const token = await serviceToken('worker-social-services')
    await engine(token, start(SOCIAL, 'by-its-own-worker'))
    await engine(token, end(SOCIAL, 'by-its-own-worker'))
    await refusedTo(token, list(YOUTH))
    await refusedTo(token, start(YOUTH, 'by-a-foreign-worker'))
    await refusedTo(token, connection =>
      connection.workflowService.signalWorkflowExecution({
        namespace: YOUTH,
        workflowExecution: { workflowId: `concern-${caseId}` },
        signalName: 'any',
      }),
    )
    await refusedTo(token, connection =>
      connection.workflowService.registerNamespace({ namespace: 'a-new-one' }),
    )
  })
})

describe('a supervisor in Temporal UI', () => {
  /** Logs in at the UI by its deep link; the page then shows the cases of a namespace. */
  async function enter(person: string, namespace = YOUTH): Promise<Page> {
    if (browser === undefined) throw new Error('no browser')
    // The gate's certificate is from an authority of this machine's own.
    const context = await browser.newContext({ locale: 'da-DK', ignoreHTTPSErrors: true })
    const page = await context.newPage()
    await page.goto(`${system.uiUrl ?? ''}/namespaces/${namespace}/workflows`)
    await page.waitForURL(/\/interaction\//, { timeout: 30_000 })
    await page.selectOption('#person', person)
    await page.click('button[type=submit]')
    await page.waitForURL(`**/namespaces/${namespace}/workflows**`, { timeout: 30_000 })
    return page
  }

  inBrowser(
    'enters by the deep link, finds the case and reads what is meant for them',
    async () => {
      const page = await enter('tl-eva')
      await page.locator(`a[href*="concern-${caseId}"]`).first().click()
      await page.getByText(`"caseId": "${caseId}"`).waitFor({ timeout: 30_000 })
      const shot = process.env['SHOT_SUPERVISOR'] ?? join(system.dataDir, 'supervisor.png')
      await page.screenshot({ path: shot })
      await page.goto(`${system.uiUrl ?? ''}/namespaces`)
      await page.getByRole('link', { name: YOUTH, exact: true }).waitFor({ timeout: 30_000 })
      expect(await page.getByText(SOCIAL).count()).toBe(0)
    },
    120_000,
  )

  inBrowser(
    "is shown nothing of the other administration's cases",
    async () => {
      const page = await enter('tl-eva', SOCIAL)
      await page.waitForTimeout(3_000)
      const shot = process.env['SHOT_OTHER'] ?? join(system.dataDir, 'other.png')
      await page.screenshot({ path: shot })
      expect(page.url()).toContain(`/namespaces/${SOCIAL}/`)
      expect(await page.locator('a[href*="referral-"], a[href*="notification-"]').count()).toBe(0)
    },
    120_000,
  )

  it('holds a token that reads their own administration and not the other, and changes nothing', async () => {
    const token = await uiTokenOf('tl-eva')
    const place = { namespace: YOUTH, workflowExecution: { workflowId: `concern-${caseId}` } }
    expect((await engine(token, list(YOUTH))).executions.length).toBeGreaterThan(0)
    await refusedTo(token, list(SOCIAL))
    await refusedTo(token, start(YOUTH, 'by-a-supervisor'))
    await refusedTo(token, connection =>
      connection.workflowService.signalWorkflowExecution({ ...place, signalName: 'any' }),
    )
    await refusedTo(token, connection => connection.workflowService.terminateWorkflowExecution(place))
  })

  it('decodes what their own administration stores: of everybody, the leaders alone, and each in one', async () => {
    const namespaces = [YOUTH, `${YOUTH}-practice`, SOCIAL, `${SOCIAL}-practice`]
    const letIn: string[] = []
    for (const person of people) {
      const token = await uiTokenOf(person)
      for (const namespace of namespaces) {
        const { status, body } = await decode(token, namespace)
        if (status === 200) letIn.push(`${person} ${namespace}`)
        else expect([person, namespace, body.code]).toEqual([person, namespace, 'access-denied'])
      }
    }
    expect(letIn.sort()).toEqual(
      [
        ...['fl-ida', 'hl-olga'].flatMap(leader => [`${leader} ${SOCIAL}`, `${leader} ${SOCIAL}-practice`]),
        ...[`tl-eva ${YOUTH}`, `tl-eva ${YOUTH}-practice`],
      ].sort(),
    )
  }, 120_000)

  it('is nobody with another token: one for the API is not for the page, and a worker decodes elsewhere', async () => {
    expect((await decode(await tokenOf('tl-eva'), YOUTH)).body.code).toBe('token-invalid')
    const worker = await serviceToken('worker-children-and-youth')
    expect((await decode(worker, YOUTH)).body.code).toBe('person-unknown')
  })

  it('is nobody who does not lead: a caseworker logs in and sees nothing', async () => {
    await refusedTo(await uiTokenOf('sw-anna'), list(YOUTH))
  })
})

const decode = (token: string, namespace: string) =>
  ask<{ code?: string }>('/codec/decode', token, { payloads: [] }, { 'x-namespace': namespace })

describe('a child in danger', () => {
  it('is notified across the administrations while the payload keys rotate, and the family group answers', async () => {
    const raised = await ask<{ caseId: string }>('/concerns', await tokenOf('r-101001'), {
      ...plainConcern,
      mainCategory: 'violence',
      acute: true,
    })
    const { caseId: noor } = raised.body
    await promisify(execFile)(process.execPath, [rotation], {
      env: { PATH: process.env['PATH'] ?? '', DATA_DIR: system.dataDir },
    })
    const notified = await ask(
      `/tasks/${await taskOf(noor, 'notify', 'sw-anna')}/complete`,
      await tokenOf('sw-anna'),
      namedNotification,
    )
    expect(notified.status).toBe(200)
    const assessed = await ask(
      `/tasks/${await taskOf(noor, 'assess', 'fg-gitte')}/complete`,
      await tokenOf('fg-gitte'),
      {
        acute: false,
        screening: 'investigation',
        parentsContacted: false,
        why: 'Barnet er i sikkerhed hos sin mormor.',
      },
    )
    expect(assessed.status).toBe(200)
  }, 120_000)
})

/** The open task of a kind as somebody's worklist or case has it, once it is there. */
async function taskOf(of: string, kind: string, person: string): Promise<string> {
  for (let left = 100; left > 0; left--) {
    const { body } = await ask<{ tasks?: { id: string; kind: string }[] }>(
      `/cases/${of}`,
      await tokenOf(person),
    )
    const found = body.tasks?.find(task => task.kind === kind)
    if (found !== undefined) return found.id
    await sleep(200)
  }
  throw new Error(`no task ${kind}`)
}

describe('a real browser at the API', () => {
  inBrowser(
    'logs in on the Danish page and keeps a session that its scripts cannot read',
    async () => {
      if (browser === undefined) throw new Error('no browser')
      const context = await browser.newContext({ locale: 'da-DK' })
      const page = await context.newPage()
      await page.goto(`${system.apiUrl}/api/login?returnTo=/api/me`)
      await page.getByRole('heading', { name: 'Log ind' }).waitFor()
      await page.screenshot({ path: process.env['SHOT_LOGIN'] ?? join(system.dataDir, 'login.png') })
      await page.getByLabel('Hvem er du?').selectOption('fg-gitte')
      await page.getByRole('button', { name: 'Log ind' }).click()
      await page.waitForURL(`${system.apiUrl}/api/me`)
      expect(JSON.parse(await page.innerText('body'))).toMatchObject({ person: 'fg-gitte', via: 'session' })
      const cookie = (await context.cookies()).find(({ name }) => name === '__Host-brobygger')
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
      expect(await page.evaluate('document.cookie')).toBe('')
    },
    120_000,
  )
})
