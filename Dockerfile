# The service as a container: Node runs the sources as they are, so there is nothing to build:
# the last step only starts it once.
# Run it with a read-only root and a memory limit; buffers of rendering threads are outside their heaps:
#   docker run --read-only -v tolem-batches:/data --memory 1g --cap-drop ALL --security-opt no-new-privileges -p 8080:8080 tolem

FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 TOLEM_BATCHES_DIR=/data
# Memory: the first module too comes from the cache, threads share the pools of the C library, what
# V8 compiles with is given back at once, and the young objects of the main thread take no more room
# than they need.
ENV NODE_COMPILE_CACHE=/app/node_modules/.cache/tolem
ENV MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=32768
ENV NODE_OPTIONS=--max-semi-space-size=2
RUN install -d -o node -g node /data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY src ./src
COPY layouts ./layouts
COPY fonts ./fonts
COPY samples ./samples
# Compiled code is kept beside the packages, for this user: a container of this image compiles
# nothing when it starts, although its root is read-only. A layout that is broken fails here.
RUN install -d -o node -g node node_modules/.cache
USER node
RUN node src/cli.ts serve --check
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/server.ts"]
