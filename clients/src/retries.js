// Which failures of a subscription are retried, and which end it, without the service.
import { Rejected, changesAfter } from './resume.js';

const withCode = (code) => [{ message: code, extensions: { code } }];
const closed = (code) => ({ code, reason: `closed with ${code}` });
const answered = (status) => Object.assign(new Error(`status ${status}`), { response: { status } });

// Fails three times, each time after a wait, and then sends a change.
async function afterFailures(failure, thrown) {
  let attempts = 0;
  const waits = [];
  async function* subscribe() {
    attempts += 1;
    if (attempts > 3) {
      yield { data: { changed: { id: '1-0' } } };
    } else if (thrown) {
      throw failure;
    } else {
      yield { errors: failure };
    }
  }
  const changes = changesAfter(subscribe, '0', async (failures) => waits.push(failures));
  try {
    const { value } = await changes.next();
    return { attempts, waits, id: value.id };
  } catch (error) {
    return { attempts, waits, error };
  }
}

export default async function (url, check) {
  const retried = [[withCode('RATE_LIMITED'), false], [withCode('UNAVAILABLE'), true], [closed(1001), true], [closed(1013), true],
    [closed(4408), true], [closed(4499), true],
    [answered(429), true], [answered(503), true], [new TypeError('fetch failed'), true]];
  for (const [failure, thrown] of retried) {
    const { attempts, waits, id } = await afterFailures(failure, thrown);
    check(`retried: ${JSON.stringify(failure)}`, attempts === 4 && id === '1-0' && waits.join() === '0,1,2', `${attempts}, waits ${waits}`);
  }
  const rejected = [[withCode('BAD_USER_INPUT'), false], [withCode('GRAPHQL_VALIDATION_FAILED'), true],
    [withCode('REVISION_NOT_REACHED'), true], [closed(4400), true], [closed(4401), true], [closed(4403), true], [answered(400), true],
    [answered(401), true], [undefined, false]];
  for (const [failure, thrown] of rejected) {
    const { attempts, error } = await afterFailures(failure, thrown);
    check(`rejected: ${JSON.stringify(failure)}`, attempts === 1 && error instanceof Rejected && error.message.length > 0, String(error));
  }
  async function* partial() {
    yield { data: { changed: { id: '7-0', record: null } }, errors: withCode('INTERNAL') };
  }
  const { value } = await changesAfter(partial, '0').next();
  check('a change with errors is yielded', value?.id === '7-0', JSON.stringify(value));
}
