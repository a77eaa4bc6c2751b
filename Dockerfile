# nianbao in a container: the add-ons are compiled in the first stage, the second holds no compiler.
FROM node:20-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
# The bundle is made here, for the place that it will stand at.
RUN node bin/nianbao.mjs --version

FROM node:20-bookworm-slim
ENV NODE_ENV=production NIANBAO_DATA=/data
WORKDIR /app
COPY --from=build --chown=node:node /app ./
RUN mkdir -p /data && cp -r data/reports /data/reports && chown -R node:node /data
USER node
VOLUME /data
EXPOSE 3000
# SIGTERM drains: what is being answered is finished first.
STOPSIGNAL SIGTERM
CMD ["node", "--max-semi-space-size=64", "bin/nianbao.mjs"]
