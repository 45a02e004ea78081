import { describe, expect, it } from '@jest/globals'
import { UnsecuredJWT } from 'jose'
import { type AskUi, ownAnswer } from './own-answers.js'

const token = new UnsecuredJWT({
  permissions: ['children-and-youth:read', 'children-and-youth-practice:read'],
}).encode()

/** Temporal UI as somebody sees it whom the server believes, or does not. */
const ui =
  (believed: boolean): AskUi =>
  path =>
    Promise.resolve(
      path === '/api/v1/system-info'
        ? Response.json({ serverVersion: '1.32.0' })
        : Response.json({ asked: path }, { status: believed ? 200 : 403 }),
    )

describe('the gate before Temporal UI', () => {
  it('lists the namespaces that a supervisor has a token for, as the server describes them', async () => {
    expect(await ownAnswer('/api/v1/namespaces', token, ui(true))).toEqual({
      status: 200,
      body: {
        namespaces: [
          { asked: '/api/v1/namespaces/children-and-youth' },
          { asked: '/api/v1/namespaces/children-and-youth-practice' },
        ],
        nextPageToken: '',
      },
    })
  })

  it('lists none for a token that the server does not believe, whatever it says of itself', async () => {
    expect(await ownAnswer('/api/v1/namespaces', token, ui(false))).toMatchObject({
      body: { namespaces: [] },
    })
  })

  it('says which server it is, and nothing more of the cluster', async () => {
    expect(await ownAnswer('/api/v1/cluster-info', token, ui(true))).toEqual({
      status: 200,
      body: { serverVersion: '1.32.0', supportedClients: {} },
    })
  })

  it("knows no other administration's namespace", async () => {
    const answer = ownAnswer('/api/v1/namespaces/social-services/workflows', token, ui(true))
    expect(await answer).toMatchObject({ status: 404 })
  })

  it('leaves everything else to the page and its server', () => {
    expect(ownAnswer('/api/v1/namespaces/children-and-youth/workflows', token, ui(true))).toBeUndefined()
    expect(ownAnswer('/api/v1/settings', token, ui(true))).toBeUndefined()
  })
})
