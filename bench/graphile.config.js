// PostGraphile with the production settings of its documentation, on the tables of Parley.
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makePgService } from "postgraphile/adaptors/pg";
import { makeJSONPgSmartTagsPlugin } from "postgraphile/utils";

/** Declares references to any kind of record as references to statements, so that PostGraphile needs no intermediate step. */
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
