import { createServer } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import { freePorts } from '../ports.js'
import { withFolder } from '../testing.js'
import { keepInnerPorts } from './inner-ports.js'
import { innerPorts } from './server-config.js'

describe('the inner ports of a server', () => {
  it('are the same from start to start, until another program takes one of them', () =>
    withFolder(async folder => {
      const [first, second] = [await freePorts(innerPorts), await freePorts(innerPorts)]
      expect(await keepInnerPorts({ folder, free: first })).toEqual(first)
      expect(await keepInnerPorts({ folder, free: second })).toEqual(first)
      const other = createServer()
      await new Promise<void>(resolve => other.listen(first[3], '127.0.0.1', resolve))
      expect(await keepInnerPorts({ folder, free: second })).toEqual(second)
      await new Promise(resolve => other.close(resolve))
      expect(await keepInnerPorts({ folder, free: first })).toEqual(second)
    }))
})
