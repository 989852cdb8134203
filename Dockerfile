# One image a service; the service is the argument:  docker build --build-arg SERVICE=licensing .
# SERVICE is identity, licensing, support, devices, notifications or gateway. The steps are those of `nx run <service>:pack`.
FROM node:20.20.2-bookworm-slim AS build
ARG SERVICE
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
RUN npx nx run ${SERVICE}:pack && mv out/${SERVICE} /app

FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production HEALTH_HOST=0.0.0.0 HEALTH_PORT=9090
# Where a volume is mounted for what has to be written; a new volume takes its owner from here.
RUN install -d -o node -g node /var/lib/tessera
WORKDIR /app
COPY --from=build --chown=root:root /app ./
USER node
EXPOSE 9090
# Not through npm, which would keep signals from the process.
CMD ["node", "start.mjs"]
