// The audit of the GraphQL over HTTP specification: every MUST, SHOULD and MAY.
import { serverAudits } from 'graphql-http';

export default async function (url, check) {
  for (const audit of serverAudits({ url, fetchFn: fetch })) {
    const result = await audit.fn();
    check(`${audit.id} ${audit.name}`, result.status === 'ok', result.reason);
  }
}
