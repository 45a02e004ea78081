import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { replayFolder } from './support/replay.js'

const histories = fileURLToPath(new URL('histories', import.meta.url))

describe('a process that is under way when the code changes', () => {
  it('goes on as if nothing had happened: every recorded history replays', async () => {
    const recorded = (await readdir(histories, { recursive: true })).filter(file => file.endsWith('.json'))
    const results = await replayFolder(histories)
    expect(results.filter(result => result.error !== null)).toEqual([])
    expect(recorded.length).toBeGreaterThan(0)
    expect(results).toHaveLength(recorded.length)
  })
})
