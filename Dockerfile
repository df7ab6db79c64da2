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
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
# Of the font only the two weights that are drawn with.
RUN npm ci --ignore-scripts --omit=dev \
  && find node_modules/@expo-google-fonts/noto-sans -name '*.ttf' \
    ! -name '*400Regular.ttf' ! -name '*700Bold.ttf' -delete
COPY --from=build /app/dist dist
COPY locales locales
USER node
EXPOSE 8080
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 8080) + '/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/program/main.cjs"]
