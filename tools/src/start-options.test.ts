import { describe, expect, it } from '@jest/globals'
import { parseStartOptions } from './start-options.js'

describe('parseStartOptions', () => {
  it('reads every option', () => {
    expect(parseStartOptions(['--fresh', '--port', '3100', '--ui-port', '8300', '--no-ui'])).toEqual({
      fresh: true,
      loginPort: undefined,
      secure: false,
      ui: false,
      apiPort: 3100,
      uiPort: 8300,
    })
  })

  it('leaves data alone unless asked', () => {
    expect(parseStartOptions([]).fresh).toBe(false)
  })

  it.each([
    [['--port', 'x'], '--port takes a number'],
    [['--ui-port', '0'], '--ui-port takes a number'],
    [['--prot', '3000'], "Unknown option '--prot'"],
    [['3000'], "Unexpected argument '3000'"],
  ])('refuses %j and names it', (args, message) => {
    expect(() => parseStartOptions(args)).toThrow(message)
  })
})
