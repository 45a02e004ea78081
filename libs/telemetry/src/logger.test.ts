import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { logger, type Logger } from './logger.js'
import { temporalLogger } from './temporal-logger.js'

// Fails modulus 11 and its date does not exist: nobody's number.
const cpr = '320199-0001'

function written(
  use: (log: Logger) => void,
  level = 'info',
): { text: string; line: Record<string, unknown> } {
  let text = ''
  use(logger({ name: 'worker', level, destination: { write: chunk => void (text += chunk) } }))
  return { text, line: JSON.parse(text || '{}') as Record<string, unknown> }
}

describe('logger', () => {
  it('writes one JSON line with the process, level and ISO time', () => {
    const { text, line } = written(log => log.info({ caseId: 'k7qm4d2x', attempt: 3 }, 'Started'))
    expect(text).toMatch(/^\{.*\}\n$/)
    expect(line).toMatchObject({
      app: 'worker',
      level: 'info',
      msg: 'Started',
      caseId: 'k7qm4d2x',
      attempt: 3,
    })
    expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  it.each(['320199-0001', '3201990001', '320199 0001', '320199 - 0001', '320199–0001'])(
    'masks %s',
    number => {
      const { text } = written(log =>
        log
          .child({ of: number })
          .info({ deep: [{ note2: `about ${number}.` }], [number]: 1 }, `Asked for ${number}`),
      )
      expect(text).not.toContain(number)
      expect(text).toContain('Asked for ******-****')
    },
  )

  it('masks a CPR number that became a number, with and without its leading zero, and keeps the line JSON', () => {
    const { line } = written(log => log.info({ a: 3201990001, b: 320199001, c: 1_894_000_000_000, d: 12.5 }))
    expect(line).toMatchObject({ a: '******-****', b: '******-****', c: 1_894_000_000_000, d: 12.5 })
  })

  it('lets no ten digits through, wherever they stand', () => {
    const digits = fc
      .tuple(fc.nat(999_999), fc.constantFrom('', '-'), fc.nat(9999))
      .map(
        ([day, dash, serial]) => `${String(day).padStart(6, '0')}${dash}${String(serial).padStart(4, '0')}`,
      )
    fc.assert(
      fc.property(fc.string(), digits, fc.string(), (before, number, after) => {
        const { text } = written(log => log.info({ some: before + number + after }, before + number + after))
        expect(text.replace(/"(time|pid)":[^,]*/g, '')).not.toMatch(/\d{6}-?\d{4}/)
      }),
    )
  })

  it.each(['body', 'answer', 'text', 'cpr', 'name', 'content', 'Authorization', 'cookie', 'note', 'message'])(
    'empties %s at any depth',
    key => {
      const { text } = written(log =>
        log.info({ [key]: 'a worry', request: { [key]: { inner: 'a worry' } } }),
      )
      expect(text).not.toContain('worry')
      expect(text).toContain('[redacted]')
    },
  )

  it('says of an error its type, code, place and cause, not its message', () => {
    const cause = new SyntaxError('Unexpected token, "a worry" is not JSON')
    const error = Object.assign(new Error(`No row for ${cpr}, a worry`, { cause }), {
      code: 'vault-not-found',
    })
    for (const key of ['err', 'error', 'reason']) {
      const { text, line } = written(log => log.error({ [key]: error }, 'Failed'))
      expect(text).not.toContain('worry')
      expect(text).not.toContain(cpr)
      expect(line[key]).toMatchObject({
        type: 'Error',
        code: 'vault-not-found',
        cause: { type: 'SyntaxError' },
      })
      expect(line[key]).toHaveProperty('stack', expect.stringMatching(/^at .*logger\.test/))
    }
  })

  it('says no message of an error that is logged bare either', () => {
    for (const error of [new TypeError('a worry'), { err: new TypeError('a worry') }]) {
      const { text, line } = written(log => log.error(error))
      expect(text).not.toContain('worry')
      expect(line).toMatchObject({ msg: 'TypeError', err: { type: 'TypeError' } })
    }
  })

  it('keeps the words of the operating system', () => {
    const words = 'connect ECONNREFUSED 127.0.0.1:5432'
    const error = Object.assign(new Error(words), { code: 'ECONNREFUSED', syscall: 'connect' })
    expect(written(log => log.error({ err: error }, 'x')).line['err']).toMatchObject({ system: words })
  })

  it('survives circles, bytes, big and missing values', () => {
    const circle: Record<string, unknown> = {
      bytes: Buffer.from('a worry'),
      big: 10n,
      none: null,
      date: new Date(0),
    }
    circle['self'] = circle
    const { text, line } = written(log => log.info(circle))
    expect(line).toMatchObject({
      bytes: '[7 bytes]',
      big: '10',
      none: null,
      date: '1970-01-01T00:00:00.000Z',
    })
    expect(text).not.toContain('worry')
  })

  it('writes nothing below its level', () => {
    expect(
      written(log => {
        log.info('x')
      }, 'warn').text,
    ).toBe('')
  })
})

describe('temporal logger', () => {
  it('writes through the same logger, with the same care', () => {
    const { text, line } = written(log => {
      temporalLogger(log).warn('Activity failed', { workflowId: 'concern-k7qm4d2x', error: new Error(cpr) })
    })
    expect(line).toMatchObject({ level: 'warn', msg: 'Activity failed', workflowId: 'concern-k7qm4d2x' })
    expect(text).not.toContain(cpr)
  })

  it.each(['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'] as const)('keeps the level %s', level => {
    const { line } = written(log => {
      temporalLogger(log).log(level, 'x')
    }, 'trace')
    expect(line['level']).toBe(level.toLowerCase())
  })
})
