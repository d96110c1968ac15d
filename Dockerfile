# The command line as an image: docker build -t sequenzy-cli .
# It runs `sequenzy-cli run` on the config in /work, and keeps its state in /state.
FROM node:22-alpine AS build
WORKDIR /src
COPY . .
RUN npm ci --no-audit --no-fund \
 && npm run bundle \
 && mkdir /packed \
 && npm pack --workspace packages/cli --pack-destination /packed \
 && npm install --prefix /app --omit=dev --no-audit --no-fund /packed/sequenzy-cli-*.tgz \
 && npm cache clean --force

FROM node:22-alpine
COPY --from=build /app /app
# Any user may write the state: some clusters run every container as a user of their own.
RUN mkdir /state /work && chmod 1777 /state
ENV NODE_ENV=production \
    SEQUENZY_STATE_DIR=/state \
    SEQUENZY_QUOTA_DIR=/state/quota
USER 1000:1000
WORKDIR /work
VOLUME /state
# A first one lets what is under way finish; give it time: docker stop --time 60
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/app/node_modules/sequenzy-cli/bin/sequenzy-cli.js"]
CMD ["run"]
