import { join } from 'node:path'
import { secureGlobal, type SecureServer } from '../secure/secure-server.js'

/** Ports of a server, all on 127.0.0.1. */
export interface ServerPorts {
  readonly grpc: number
  readonly http: number
  /** As many as `innerPorts`, for the services behind the front end and the ring they form. */
  readonly inner: readonly number[]
}

export const innerPorts = 10

/**
 * Configuration of a server that runs all its services in one process and keeps its data in one SQLite file.
 * `synchronous: 2` makes every commit durable. Modelled on the server's own development-sqlite-file.yaml.
 */
export function serverConfig(args: { folder: string; ports: ServerPorts; secure?: SecureServer }): object {
  const inner = (index: number) => {
    const port = args.ports.inner[index]
    if (port === undefined) throw new Error(`a server needs ${String(innerPorts)} inner ports`)
    return port
  }
  const rpc = (grpcPort: number, membershipPort: number) => ({
    rpc: { grpcPort, membershipPort, bindOnLocalHost: true },
  })
  const sqlite = {
    sql: {
      pluginName: 'sqlite',
      databaseName: join(args.folder, 'temporal.db'),
      connectAddr: 'localhost',
      connectProtocol: 'tcp',
      connectAttributes: { cache: 'private', setup: 'true', journal_mode: 'wal', synchronous: '2' },
      maxConns: 1,
      maxIdleConns: 1,
    },
  }
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'main',
      visibilityStore: 'visibility',
      numHistoryShards: 1,
      datastores: { main: sqlite, visibility: sqlite },
    },
    global: {
      membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' },
      ...(args.secure && secureGlobal(args.secure)),
    },
    services: {
      frontend: {
        rpc: {
          grpcPort: args.ports.grpc,
          httpPort: args.ports.http,
          membershipPort: inner(0),
          bindOnLocalHost: true,
        },
      },
      history: rpc(inner(1), inner(2)),
      matching: rpc(inner(3), inner(4)),
      worker: rpc(inner(5), inner(6)),
      // The front door of the server's own parts, which bring a certificate and no token.
      ...(args.secure && {
        'internal-frontend': {
          rpc: {
            grpcPort: inner(7),
            httpPort: inner(8),
            membershipPort: inner(9),
            bindOnLocalHost: true,
          },
        },
      }),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `127.0.0.1:${String(args.ports.grpc)}`,
          httpAddress: `127.0.0.1:${String(args.ports.http)}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: join(args.folder, 'dynamic.yaml'), pollInterval: '1m' },
  }
}
