import { describe, expect, it } from '@jest/globals'
import { readModelTables } from '../tables/database.js'
import { tablesWithRestrictions } from './0016-restricted.js'

describe('the last migration of the read model', () => {
  it('lets every table of it be written, those of earlier migrations included', () => {
    expect([...tablesWithRestrictions].sort()).toEqual([...readModelTables].sort())
  })
})
