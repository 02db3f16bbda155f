// A fetch that sees its own writes and never goes back in time with any replica: it sends the newest revision that it has read.
export function revisionFetch() {
  let seen = '';
  return async (url, options) => {
    const headers = new Headers(options?.headers);
    if (seen) headers.set('Parley-Min-Revision', seen);
    const response = await fetch(url, { ...options, headers });
    const read = response.headers.get('Parley-Revision');
    if (read && Number(read) > Number(seen)) seen = read;
    return Object.assign(response, { asked: headers.get('Parley-Min-Revision'), read });
  };
}
