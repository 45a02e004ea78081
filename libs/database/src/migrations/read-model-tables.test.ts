import { describe, expect, it } from '@jest/globals'
import { readModelTables } from '../tables/database.js'
import { tablesWithAccessRequests } from './0014-rights.js'

describe('the last migration of the read model', () => {
  it('lets every table of it be written, those of earlier migrations included', () => {
    expect([...tablesWithAccessRequests].sort()).toEqual([...readModelTables].sort())
  })
})
