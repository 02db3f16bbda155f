import { defineConfig } from 'vite';

const service = process.env.PARLEY_URL ?? 'http://localhost:8080';

export default defineConfig({
  // The page and the service have one origin, so that no CORS is needed.
  server: { proxy: { '/graphql': { target: service, ws: true } } },
});
