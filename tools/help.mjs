/** Printed by `npm start -- --help`, before anything is installed. */
export const help = `npm start [-- options]

Starts Brobygger on this machine: PostgreSQL, a Temporal server with its web page, a login, simulators of the
registries, a worker for each administration, and the API. Ctrl-C stops all of it; data stays until --fresh.

  --fresh         forget all data, passwords and keys, and begin anew
  --secure        everybody logs in, and the Temporal server checks who calls (TLS, tokens)
  --port N        port of the API (3000)
  --ui-port N     port of Temporal UI (8233)
  --login-port N  port of the login (4020)
  --no-ui         without Temporal UI
  --help          this text

What is used instead of something of its own, when set in the environment:
  TEMPORAL_ADDRESS   a running Temporal server, host:port
  DATABASE_URL       a running PostgreSQL; the role must be allowed to create roles and databases
  DATA_DIR           folder for data, passwords, keys and logs (.brobygger)
  BROBYGGER_CACHE    folder for the Temporal server that is built or downloaded once (~/.cache/brobygger)
Every other variable: libs/config/src/variables.ts`
