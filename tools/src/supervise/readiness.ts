import { connect } from 'node:net'

/** Whether an address answers with a status below 400. */
export async function answersHttp(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: 'manual' })
  await response.body?.cancel()
  return response.status < 400
}

/** Whether something accepts connections on a port of this machine. */
export function acceptsConnections(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port })
    const end = (accepted: boolean) => () => {
      socket.destroy()
      resolve(accepted)
    }
    socket.once('connect', end(true)).once('error', end(false)).setTimeout(2000, end(false))
  })
}
