# Carthen, for docker compose or any other host. PostgreSQL runs elsewhere: set DATABASE_URL.
# Node comes from the package `node` in package.json, as everywhere; the image's own only starts npm.

FROM node:24-bookworm-slim AS parts
WORKDIR /carthen
COPY package.json package-lock.json ./
RUN npm ci

FROM parts AS built
COPY tsconfig.json next.config.ts postcss.config.mjs prisma.config.ts server.ts ./
COPY app ./app
COPY components ./components
COPY lib ./lib
COPY messages ./messages
COPY prisma ./prisma
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
WORKDIR /carthen
COPY --from=built --chown=node:node /carthen ./
RUN mkdir /data && chown node:node /data
USER node
ENV HOST=0.0.0.0 PORT=3000 CARTHEN_DATA=/data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["npm", "start"]
