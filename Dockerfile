FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json .bundle.config.js ./
COPY locales locales
COPY src src
COPY scenes scenes
COPY seeds seeds
RUN npm run build

FROM node:20-bookworm-slim
# The list of erasures rests in DATA_DIR: keep it in a volume, and back it up apart from the database.
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY package.json package-lock.json ./
# Of the font only the two weights that are drawn with.
RUN npm ci --ignore-scripts --omit=dev \
  && npm cache clean --force \
  && find node_modules/@expo-google-fonts/noto-sans -name '*.ttf' \
    ! -name '*400Regular.ttf' ! -name '*700Bold.ttf' -delete \
  && install -d -o node -g node -m 0700 /data
COPY --from=build /app/dist dist
COPY locales locales
USER node
VOLUME /data
# Only the webhook; the status pages are for this container alone.
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.STATUS_PORT || 8081) + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/program/main.cjs"]
