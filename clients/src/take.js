// Returns that many events, or those that arrive within ten seconds.
export async function take(events, number) {
  const taken = [];
  const late = setTimeout(() => events.return(), 10_000);
  for await (const event of events) {
    taken.push(event);
    if (taken.length === number) {
      break;
    }
  }
  clearTimeout(late);
  return taken;
}
