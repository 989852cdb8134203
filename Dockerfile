# One image a service; the service is the argument:  docker build --build-arg SERVICE=licensing .
# SERVICE is identity, licensing, support, devices, notifications or gateway. The steps are those of `nx run <service>:pack`.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /src
ENV NX_DAEMON=false CI=true
COPY package.json package-lock.json .npmrc ./
COPY contracts/package.json contracts/
COPY platform/package.json platform/
COPY gateway/package.json gateway/
COPY portal/package.json portal/
COPY services/identity/package.json services/identity/
COPY services/licensing/package.json services/licensing/
COPY services/support/package.json services/support/
COPY services/devices/package.json services/devices/
COPY services/notifications/package.json services/notifications/
COPY sdk/license/package.json sdk/license/
COPY sdk/agent/package.json sdk/agent/
COPY tools/package.json tools/
COPY e2e/package.json e2e/
RUN npm ci
COPY . .
# Here and not above: what stands before it is the same for every service, and is made once. Git does not come with it.
ARG SERVICE
ARG BUILD_COMMIT=unknown
RUN BUILD_COMMIT=${BUILD_COMMIT} npx nx run ${SERVICE}:pack && mv out/${SERVICE} /app

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HEALTH_HOST=0.0.0.0 HEALTH_PORT=9090
# Where a volume is mounted for what has to be written; a new volume takes its owner from here.
RUN install -d -o node -g node /var/lib/tessera
WORKDIR /app
COPY --from=build --chown=root:root /app ./
USER node
EXPOSE 9090
# Life, not readiness: who restarts on it must not restart what only waits for its database.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD \
  ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which would keep signals from the process.
CMD ["node", "start.mjs"]
