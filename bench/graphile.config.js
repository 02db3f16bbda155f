// PostGraphile as its own documentation sets it up for production, on the tables of Parley.
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makePgService } from "postgraphile/adaptors/pg";
import { makeJSONPgSmartTagsPlugin } from "postgraphile/utils";

/** What points at any kind of record is shown to PostGraphile as pointing at statements, so that it needs no step in between. */
const speakers = makeJSONPgSmartTagsPlugin({
  version: 1,
  config: {
    class: {
      "public.involvement": {
        tags: { foreignKey: "(record_id) references public.statement (id)|@foreignFieldName speakers|@fieldName statement" },
      },
    },
  },
});

export default {
  extends: [PostGraphileAmberPreset],
  plugins: [speakers],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ["public"], poolConfig: { max: 16 } })],
  schema: { defaultBehavior: "list connection" },
  grafserv: { host: "127.0.0.1", port: Number(process.env.PORT), watch: false, graphiql: false },
};
