import { describe, expect, it } from '@jest/globals'
import { readModelTables } from '../tables/database.js'
import { tablesWithRegistryEvents } from './0024-registry-events.js'

describe('the last migration of the read model', () => {
  it('lets every table of it be written, those of earlier migrations included', () => {
    expect([...tablesWithRegistryEvents].sort()).toEqual([...readModelTables].sort())
  })
})
