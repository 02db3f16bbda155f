import { defineConfig } from 'vite';
import relay from 'vite-plugin-relay';

const service = process.env.PARLEY_URL ?? 'http://localhost:8080';
// The pages and the service have one origin, so that no CORS is needed.
const proxy = { '/graphql': { target: service, ws: true } };

export default defineConfig({
  plugins: [relay],
  server: { proxy },
  preview: { proxy },
  build: { rolldownOptions: { input: ['index.html', 'track.html'] } },
});
